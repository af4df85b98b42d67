"""A list of FIRs leaves the system: with a purpose, of limited length, and kept in the journal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from django.db import connection

from cctns.journal.write import record
from cctns.lib.clock import IST, now
from cctns.lib.text import clean_line
from cctns.offices import access
from cctns.offices.models import Posting
from cctns.registers.diary import signed

from .. import rules
from ..masking import masked_parties
from ..models import Export, Fir, Party
from ..queries.find import in_reach
from ..queries.wanted import Wanted
from .register import refuse

MOST_ROWS = 5_000
ONE_PRESS = timedelta(minutes=1)  # the same list asked for again so soon left once
HEADER = (
    *("station", "number", "registered", "kind", "sections", "complainant", "accused"),
    *("investigating_officer", "status", "old_record"),
)
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@access.action
def export_firs(*, by: Posting, wanted: Wanted, purpose: str) -> list[tuple[str, ...]]:
    """Rows under HEADER, newest first, hidden persons masked for everybody: a list travels.

    The times are Indian. Raises Refused, CannotRegister (no purpose, too many rows).
    """
    access.require(by, "case.export", by.office)
    purpose = clean_line(purpose)
    refuse([] if purpose else [rules.WITHOUT_PURPOSE])
    firs = list(
        in_reach(by, wanted)
        .select_related("office", "case__investigating_officer")
        .prefetch_related("sections", "parties")
        .defer("narrative", "legacy_row")
        .order_by("-registered_at", "-id")[: MOST_ROWS + 1]
    )
    refuse([rules.TOO_MANY_ROWS] if len(firs) > MOST_ROWS else [])
    taken = {"purpose": purpose, "wanted": wanted.told(), "rows": len(firs)}
    if not _taken_just_now(by, taken):
        _keep(by, taken)
    return [_row(one) for one in firs]


def _taken_just_now(by: Posting, taken: dict[str, Any]) -> bool:
    """Whether the button was pressed twice; a second press waits here for the first to end."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext(%s))", [f"cases_export {by.officer_id}"]
        )
    mine = Export.objects.filter(office=by.office, officer_id=by.officer_id)
    return mine.filter(**taken, made_at__gt=now() - ONE_PRESS).exists()


def _keep(by: Posting, taken: dict[str, Any]) -> None:
    kept = Export(
        state=by.office.state_id,
        office=by.office,
        officer_id=by.officer_id,
        officer_name=signed(by.officer),
        made_at=now(),
        **taken,
    )
    record(kept, kind="export.made", by=by)


def _row(fir: Fir) -> tuple[str, ...]:
    case = fir.case
    parties = masked_parties(case, fir.parties.all())
    officer = case.investigating_officer
    told = (
        fir.office.name,
        fir.number,
        fir.registered_at.astimezone(IST).strftime("%Y-%m-%d %H:%M"),
        str(fir.get_kind_display()),
        ", ".join(str(one) for one in fir.sections.all()),
        "; ".join(_names(parties, "complainant")),
        "; ".join(_names(parties, "accused")),
        signed(officer) if officer else "",
        str(case.get_status_display()),
        "yes" if fir.legacy else "",
    )
    return tuple(_harmless(one) for one in told)


def _names(parties: Sequence[Party], role: str) -> Iterator[str]:
    return (one.name for one in parties if one.role == role and one.name)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
