"""A station, its officer in charge, and notebooks that they write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from cctns.journal import kinds
from cctns.journal.guards import journalled
from cctns.journal.write import record
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from tests.offices.conftest import land  # noqa: F401
from tests.offices.land import Land

from .notebook import Notebook, Page

Make = Callable[..., Notebook]


@pytest.fixture
def notebooks(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The tables of notebooks, guarded as those of any record."""
    with connection.schema_editor() as editor:
        editor.create_model(Notebook)
        editor.create_model(Page)
    with connection.cursor() as cursor:
        for operation in journalled("test_notebook", children=("test_page",)):
            cursor.execute(operation.sql)
        cursor.execute(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON test_notebook, test_page TO cctns_app"
        )
    for registry in ("_by_name", "_by_model"):
        monkeypatch.setattr(kinds, registry, dict(getattr(kinds, registry)))
    kinds.register("notebook", model=Notebook, schema=1, children={"pages": Page})
    yield
    settle()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE test_page, test_notebook")
        cursor.execute("DROP FUNCTION test_page_guard()")


@pytest.fixture
def by(notebooks: None, land: Land) -> Posting:  # noqa: F811
    return land.post(Role.SHO, "bazaar")


@pytest.fixture
def write(by: Posting) -> Make:
    """write("title", "first page", ...) -> a notebook of the station, with its pages."""

    def make(title: str = "Beat book", *pages: str, **fields: Any) -> Notebook:
        notebook = Notebook(state=by.office.state_id, office=by.office, title=title, **fields)
        rows = [
            Page(notebook_id=notebook.pk, number=number, text=text)
            for number, text in enumerate(pages, start=1)
        ]
        record(notebook, kind="notebook.begun", by=by, children={"pages": rows})
        return notebook

    return make


def settle() -> None:
    """What a commit would check is checked now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def sql(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []
