"""`cctns verify` and `cctns rebuild`: one sentence for each fault, and the exit code."""

from __future__ import annotations

import argparse

import pytest

from cctns.cli import rebuild, verify
from cctns.journal import follow
from cctns.journal.models import JournalCursor, JournalHead
from cctns.offices.models import Posting

from .conftest import Make
from .test_verify import behind_the_guards, sql


def run(module: object, *words: str) -> int:
    parser = argparse.ArgumentParser()
    module.add_arguments(parser)  # type: ignore[attr-defined]
    code: int = module.run(parser.parse_args(words))  # type: ignore[attr-defined]
    return code


def test_verifying_a_whole_node(write: Make, capsys: pytest.CaptureFixture[str]) -> None:
    write()
    assert run(verify) == 0
    assert "nothing was altered" in capsys.readouterr().out


def test_a_fault_is_a_sentence_and_exit_code_1(
    write: Make, by: Posting, capsys: pytest.CaptureFixture[str]
) -> None:
    notebook = write()
    with behind_the_guards():
        sql("UPDATE test_notebook SET title = 'other'")
    assert run(verify, "--office", by.office.code) == 1
    said = capsys.readouterr().out
    assert f"BAZAAR, notebook {notebook.pk}: The record was altered" in said
    assert run(verify, "--office", "FORT") == 0
    assert run(verify, "--office", "NOWHERE") == 2


def test_rebuilding_a_follower(
    write: Make, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write()
    monkeypatch.setattr(follow, "_known", {})
    assert run(rebuild) == 0
    assert "no followers" in capsys.readouterr().out
    follow.register("titles", lambda entries: None, forget=lambda: None)
    JournalCursor.objects.create(
        follower="titles", **JournalHead.objects.values("state", "office_id", "epoch").get(), made=0
    )
    assert run(rebuild) == 0
    assert "titles (made by an older program)" in capsys.readouterr().out
    assert run(rebuild, "titles") == 0
    assert "titles was rebuilt from 1 entries" in capsys.readouterr().out
    assert run(rebuild, "other") == 2
