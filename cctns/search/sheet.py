"""A person's criminal history from one mention or several that were judged to be of one person."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from cctns.lib.wording import noop as _
from cctns.offices import access
from cctns.offices.models import Posting

from .codes import CLEARED, Role, Scope
from .looking import ACT, Look, PurposeWanted, Row, begin, keep
from .mentions import FIELDS, MentionRow, mention_of
from .people import Asked, Hit, find
from .tables import Lookup

MOST = 200  # mentions of one person, and accused with them
ALIKE = 10
PAPER_WANTED = _("A history sheet is printed for a purpose: say what it is for")
_ACCUSED = frozenset({Role.ACCUSED, Role.SUSPECT})


@dataclass(frozen=True)
class Deed:
    """What is told of an accused beside who it is; `custody` as [day, code, words]."""

    sections: str
    registered_at: datetime | None
    address: str
    permanent_address: str
    custody: list[list[str]]
    held: dict[str, str]
    ends: str


@dataclass(frozen=True)
class Line:
    """One mention, and its deed when it is of an accused."""

    mention: MentionRow
    deed: Deed | None


@dataclass(frozen=True)
class Sheet:
    """`alike` are mentions of whom nobody has judged yet whether they are the same person."""

    lines: list[Line]
    associates: list[MentionRow]
    alike: list[Hit]
    lookup: Lookup | None

    @property
    def first(self) -> MentionRow:
        return self.lines[0].mention


_COLUMNS = ", ".join(f"person.{one}" for one in FIELDS)
# Ids alone are no key of a table that is spread by State: all States are asked, each by its index.
_STATES = "person.state = ANY ((SELECT array_agg(code) FROM offices_state)::int2[])"
_LINES = f"""
SELECT {_COLUMNS}, deed.id IS NOT NULL, deed.sections, deed.registered_at, deed.address,
    deed.permanent_address, deed.custody, deed.held, deed.ends
FROM search_person_seen person
LEFT JOIN search_deed_seen deed ON deed.state = person.state AND deed.id = person.id
WHERE {_STATES} AND person.id = ANY(%s) ORDER BY person.told_at DESC, person.id LIMIT {MOST}
"""  # noqa: S608 - our own field names
_ASSOCIATES = f"""
SELECT {_COLUMNS} FROM search_deed_seen deed
JOIN search_person_seen person ON person.state = deed.state AND person.id = deed.id
WHERE deed.case_id = ANY(%s) AND person.role = ANY(%s) AND NOT person.id = ANY(%s)
ORDER BY person.told_at DESC, person.id LIMIT {MOST}
"""  # noqa: S608 - our own field names


class Unseen(LookupError):
    """This posting may not see the mention, or there is none."""


def sheet_of(*, by: Posting, mentions: Collection[UUID], look: Look, paper: bool = False) -> Sheet:
    """All that this posting may see of a person. A paper is always for a purpose, and kept.

    Raises Unseen, Refused, PurposeWanted.
    """
    run = _logged if paper or look.scope == Scope.NATION else _own
    return run(by=by, mentions=mentions, look=look, paper=paper)


def _sheet(*, by: Posting, mentions: Collection[UUID], look: Look, paper: bool) -> Sheet:
    begin(by, look)
    if paper and not look.purpose.given:
        raise PurposeWanted(PAPER_WANTED, by=by, act=ACT, office=by.office)
    lines = [_line(row) for row in _rows(_LINES, [list(mentions)])]
    if not lines:
        raise Unseen
    ids = [one.mention.id for one in lines]
    associates = _associates(lines, ids)
    shown = [Row(one.office_id, one.number, one.id) for one in (*_of(lines), *associates)]
    lookup = keep(by, look, "sheet", {"mentions": [str(one) for one in ids]}, shown, always=paper)
    return Sheet(lines, associates, [] if paper else _alike(lines[0].mention, ids), lookup)


_own = access.query(_sheet)
_logged = access.action(_sheet)


def _of(lines: Sequence[Line]) -> list[MentionRow]:
    return [one.mention for one in lines]


def _line(row: tuple[Any, ...]) -> Line:
    mention = mention_of(row[: len(FIELDS)])
    is_deed, *told = row[len(FIELDS) :]
    if not is_deed:
        return Line(mention, None)
    sections, at, address, permanent, custody, held, ends = told
    # Django leaves JSON of raw questions as text.
    deed = Deed(sections, at, address, permanent, json.loads(custody), json.loads(held), ends)
    return Line(mention, deed)


def _associates(lines: Sequence[Line], ids: list[UUID]) -> list[MentionRow]:
    """Accused in the same cases. Who was cleared of a case has none from it."""
    cases = [
        one.mention.case_id
        for one in lines
        if one.mention.role in _ACCUSED and one.mention.standing not in CLEARED
    ]
    wanted = [list(filter(None, cases)), [str(one) for one in _ACCUSED], ids]
    return [mention_of(row[: len(FIELDS)]) for row in _rows(_ASSOCIATES, wanted)] if cases else []


def _alike(mention: MentionRow, ids: Collection[UUID]) -> list[Hit]:
    """Others who answer to what is told of this one: to be judged, never taken for granted."""
    asked = Asked(
        " @ ".join(one for one in (mention.name, mention.alias) if one),
        relative=mention.relative_name,
        birth_year=mention.birth_to,
        sex=mention.sex if mention.sex != "unknown" else "",
        place=mention.district,
        phone=mention.phones[0] if mention.phones else "",
    )
    found = find(asked, limit=ALIKE + len(ids))
    return [one for one in found.hits if one.mention.id not in set(ids) and one.score > 0][:ALIKE]


def _rows(question: str, told: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(question, told)
        return list(cursor.fetchall())
