"""A list of names held against the index: by the worker for the page, by the command for a file."""

from __future__ import annotations

import csv
import io
from argparse import Namespace
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from cctns.cli import screen
from cctns.journal import follow
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.search.looking import Purpose
from cctns.search.screening import run_waiting, take_list, waiting
from cctns.search.tables import Lookup, Screened, Screening
from tests.cases.made import registered
from tests.web.conftest import SignIn, _quiet, pages_own_role, sign_in

__all__ = ["_quiet", "sign_in"]
LIST = "Name,Father,Age\nVikram alias Vicky,,\nGurpreet Zzyx,Balwinder,44\nसुनीता देवी,,34\n"
WHY = {"reason": "court", "reference": "CC 7/2026"}


def test_a_list_is_looked_at_by_the_worker_and_reviewed_line_by_line(
    sho: Posting, sign_in: SignIn
) -> None:
    registered(sho)
    follow.run_all()
    terminal = sign_in(Role.IO, "mills")
    address = reverse("find_lists")
    file = SimpleUploadedFile("list.csv", LIST.encode("utf-8-sig"))
    with pages_own_role():
        answer = terminal.post(address, {"title": "Absconders", "file": file, **WHY})
        assert answer.status_code == 302
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE cctns_worker")
        assert run_waiting() == 3
        assert run_waiting() == 0
        cursor.execute("RESET ROLE")
    with pages_own_role():
        page = terminal.get(answer["Location"]).content.decode()
        assert "3 of 3 lines" in page
        assert "Vikram @ Vicky" in page or "Sunita Devi" in page
        line = page.split('name="line" value="')[1].split('"')[0]
        terminal.post(answer["Location"], {"line": line, "decision": "other"})
        assert "सुनीता देवी, 34" in page + terminal.get(answer["Location"]).content.decode()
    assert Screened.objects.get(ordinal=line).decision == "other"
    assert Lookup.objects.filter(kind="list").count() == 1


def test_a_longer_list_asks_no_more_of_the_database(
    sho: Posting, sign_in: SignIn, django_assert_max_num_queries: Any
) -> None:
    registered(sho)
    follow.run_all()
    terminal = sign_in(Role.IO, "mills")
    lines = "Name\n" + "Vikram alias Vicky\n" * 60
    file = SimpleUploadedFile("list.csv", lines.encode())
    with pages_own_role():
        terminal.post(reverse("find_lists"), {"title": "Absconders", "file": file, **WHY})
    with django_assert_max_num_queries(45):
        assert run_waiting() == 60
    assert Screened.objects.filter(best__isnull=False).count() == 60


@pytest.mark.django_db(transaction=True)
def test_several_processes_share_a_list(far: Posting, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes lines that no other holds: none is looked at twice, none left."""
    monkeypatch.setattr("cctns.search.screening.AT_ONCE", 3)
    file = io.BytesIO(("Name\n" + "Vikram\n" * 60).encode())
    listed = take_list(by=far, title="x", file=file, purpose=Purpose(**WHY))
    assert waiting() == 60

    def work(_number: int) -> int:
        try:
            return run_waiting()
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        shares = list(pool.map(work, range(3)))
    assert sum(shares) == 60
    assert max(shares) < 60
    listed.refresh_from_db()
    assert (listed.done, waiting()) == (60, 0)
    assert Lookup.objects.filter(kind="list").count() == 20


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "empty"), (b"a,b\n1,2\n", "called name"), (b"name\n\xff\xfe\n", "no CSV")],
)
def test_a_list_that_cannot_be_read_is_refused_and_nothing_of_it_is_kept(
    sign_in: SignIn, content: bytes, said: str
) -> None:
    terminal = sign_in(Role.IO, "mills")
    file = SimpleUploadedFile("list.csv", content)
    answer = terminal.post(reverse("find_lists"), {"title": "x", "file": file, **WHY})
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not Screening.objects.exists()


def test_the_command_writes_the_hits_of_a_file(
    sho: Posting, far: Posting, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    registered(sho)
    follow.run_all()
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    screen.run(Namespace(file=path, login=far.officer.username, out=None, **WHY))
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    best = {row["line"]: row["found"] for row in rows if row["hit"] == "1"}
    assert (best["1"], best["3"]) == ("Vikram @ Vicky", "Sunita Devi")
