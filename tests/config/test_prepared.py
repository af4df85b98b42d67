"""A node that was brought up to date once starts without asking again, until something changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from cctns.config import bootstrap, env, keys, postgres, prepared


@pytest.fixture
def owner() -> Iterator[psycopg.Connection]:
    """The owner of the node's own database, not of the one that tests work in."""
    environment = env.Environment(**{**vars(env.read()), "role": "owner"})
    where = postgres.connection(environment, keys.read_secrets(environment.home))
    with bootstrap.connect(where, where["NAME"]) as connected:
        yield connected
        connected.execute("COMMENT ON SCHEMA public IS NULL")
    (env.read().home / "prepared").unlink(missing_ok=True)


def marked(owner: psycopg.Connection) -> Path:
    home = env.read().home
    prepared.mark(home, owner.execute)
    return home / "prepared"


def test_nothing_changed_since(owner: psycopg.Connection) -> None:
    assert not prepared.already()
    marked(owner)
    assert prepared.already()


def test_another_program_or_another_data_folder_is_prepared_anew(
    owner: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = marked(owner)
    with monkeypatch.context() as changed:
        changed.setattr(prepared, "state_of_program", lambda: "another")
        assert not prepared.already()
    mark.unlink()
    assert not prepared.already()


def test_a_backup_put_back_is_prepared_anew(owner: psycopg.Connection) -> None:
    marked(owner)
    owner.execute("COMMENT ON SCHEMA public IS 'of an older program'")
    assert not prepared.already()
