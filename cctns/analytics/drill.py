"""From a cell to its cases: numbers, stations and sections, no persons; newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from cctns.cases.models import Fir
from cctns.offices import access
from cctns.offices.models import Office, Posting

from .asking import ask
from .cuts import Cut
from .reach import reach_of

PAGE = 50
_LATEST = datetime.max.replace(tzinfo=UTC)
_LAST = UUID(int=2**128 - 1)


@dataclass(frozen=True)
class CasePage:
    """Some cases of a cell and the cursor of the next ones; empty on the last page."""

    firs: list[Fir]
    next_cursor: str


@access.query
def cases_of(*, by: Posting, office: Office, cut: Cut, after: str = "") -> CasePage:
    """The cases that a cell counts, a page of them. Raises Refused; ValueError for a cursor."""
    seen, last = _after(after)
    told: dict[str, Any] = {**cut.told, "seen": seen, "last": last, "most": PAGE + 1}
    question = f"""SELECT fir_id, registered_at FROM line WHERE {cut.condition}
        AND (registered_at, fir_id) < (%(seen)s, %(last)s)
        ORDER BY registered_at DESC, fir_id DESC LIMIT %(most)s"""  # noqa: S608
    rows = ask(reach_of(by, office), question, told)
    files = Fir.objects.select_related("office", "case__investigating_officer")
    files = files.prefetch_related("sections").defer("narrative", "legacy_row")
    found = files.in_bulk([row["fir_id"] for row in rows[:PAGE]])
    shown = [found[row["fir_id"]] for row in rows[:PAGE]]
    if len(rows) <= PAGE:
        return CasePage(shown, "")
    end = rows[PAGE - 1]
    return CasePage(shown, f"{end['registered_at'].isoformat()}~{end['fir_id']}")


def _after(cursor: str) -> tuple[datetime, UUID]:
    if not cursor:
        return _LATEST, _LAST
    moment, _, identity = cursor.partition("~")
    seen = datetime.fromisoformat(moment)
    if seen.tzinfo is None:
        raise ValueError(f"{cursor!r} does not say in which zone its time is.")
    return seen, UUID(identity)
