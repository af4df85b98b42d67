"""Making entries of any register, for the tests of each."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.models import Posting
from cctns.registers.actions import make_entry, take_step
from cctns.registers.book import Book
from cctns.registers.models import Entry
from cctns.registers.rules import NotPossible


def enter(by: Posting, book: Book, lists: Any = None, **details: Any) -> Any:
    """A new entry, of an hour ago unless said otherwise."""
    told = {"happened_at": now() - timedelta(hours=1), **details}
    return make_entry(by=by, book=book, entry_id=uuid7(), details=told, lists=lists)


def go_on(by: Posting, book: Book, entry: Entry, step: str, lists: Any = None, **told: Any) -> Any:
    return take_step(by=by, book=book, entry=entry, step=step, details=told, lists=lists)


def refused_fields(act: Any) -> list[str]:
    """At which fields the act is refused."""
    with pytest.raises(NotPossible) as error:
        act()
    return [one.field for one in error.value.problems]
