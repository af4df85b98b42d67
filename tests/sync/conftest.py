"""The same small State as for offices, and a station whose journal is to be shipped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cctns.journal.models import JournalHead
from cctns.journal.write import record
from cctns.offices.models import Posting
from tests.journal.conftest import by, notebooks, write  # noqa: F401
from tests.journal.notebook import Notebook
from tests.offices.conftest import land  # noqa: F401

from .between import Between

Make = Callable[..., Notebook]


@pytest.fixture
def between(notebooks: None, settings: Any) -> Between:  # noqa: F811
    made = Between(settings, ["test_page", "test_notebook"])
    made.as_child()
    return made


@pytest.fixture
def shipped(between: Between, write: Make, by: Posting) -> list[bytes]:  # noqa: F811
    """A journal of 300 entries as 3 batches; the first record has three versions."""
    first = write("Beat book", "page one", "page two")
    for title in ("Beat book, corrected", "Beat book, again"):
        first.title = title
        record(first, kind="notebook.corrected", by=by)
    for number in range(297):
        write(f"Book {number}", f"page of {number}")
    return between.gather(JournalHead.objects.get(office=by.office), most=100)
