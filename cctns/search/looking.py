"""A search beyond one's own jurisdiction: for a purpose, refused without, and told to the owners.

What was asked and what was shown stands in the journal of the office that asked, before it gets the
answer, as with lists that are taken away. Whose records were shown reads who looked, and why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from cctns.journal.write import record
from cctns.lib.clock import now
from cctns.lib.text import clean_line
from cctns.lib.wording import noop as _
from cctns.offices import access
from cctns.offices.models import Posting

from .codes import Reason, Scope
from .sight import declare
from .tables import Lookup, Shown

PURPOSE_WANTED = _("A search beyond your jurisdiction wants a purpose: say what it is for")
ACT = "person.search"
LONGEST_REFERENCE = 300


class PurposeWanted(access.Refused):
    """Nobody looks beyond the own jurisdiction without saying why; the API answers 400."""


@dataclass(frozen=True)
class Purpose:
    """A code of Reason, and the number of the case or order with words."""

    reason: str = ""
    reference: str = ""

    @property
    def given(self) -> bool:
        return self.reason in Reason.values and bool(self.reference.strip())


@dataclass(frozen=True)
class Look:
    """How far a search looks, and what for; who is `counting` shows nobody what is found."""

    scope: Scope = Scope.OWN
    purpose: Purpose = field(default_factory=Purpose)
    counting: bool = False


@dataclass(frozen=True)
class Row:
    """One row of an answer, as the log keeps it."""

    owner_id: UUID
    number: str
    subject_id: UUID


def begin(by: Posting, look: Look) -> None:
    """Open the search of this transaction. Raises Refused, PurposeWanted."""
    far = look.scope == Scope.NATION
    access.require(by, ACT if far else "case.search", by.office)
    if far and not look.purpose.given:
        raise PurposeWanted(PURPOSE_WANTED, by=by, act=ACT, office=by.office)
    declare(by, look.scope)


def keep(
    by: Posting,
    look: Look,
    kind: str,
    asked: dict[str, Any],
    rows: Sequence[Row],
    *,
    always: bool = False,
) -> Lookup | None:
    """Journal what was shown; within one's own jurisdiction nothing is kept, unless `always`.

    Nothing is shown by counting: who then opens the answer asks again, and that is kept.
    """
    if look.counting or (look.scope != Scope.NATION and not always):
        return None
    lookup = Lookup(
        state=by.office.state_id,
        office=by.office,
        officer_id=by.officer_id,
        officer_name=f"{by.officer.name}, {by.officer.rank} {by.officer.username}",
        reason=look.purpose.reason,
        reference=clean_line(look.purpose.reference)[:LONGEST_REFERENCE],
        kind=kind,
        asked=asked,
        made_at=now(),
    )
    shown = [_shown(lookup, ordinal, row) for ordinal, row in enumerate(rows, start=1)]
    record(lookup, kind=f"lookup.{kind}", by=by, children={"shown": shown})
    return lookup


def _shown(lookup: Lookup, ordinal: int, row: Row) -> Shown:
    return Shown(
        state=lookup.state,
        lookup=lookup,
        ordinal=ordinal,
        owner_id=row.owner_id,
        asker_id=lookup.office_id,
        number=row.number,
        subject_id=row.subject_id,
        officer_name=lookup.officer_name,
        at_office=lookup.office.name,
        purpose=f"{lookup.reason}: {lookup.reference}",
        made_at=lookup.made_at,
    )
