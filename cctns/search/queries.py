"""Persons whom a search finds: through the view that keeps access, journalled beyond one's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from cctns.lib.clock import midnight
from cctns.offices import access
from cctns.offices.models import Posting

from .box import Reading, Understood
from .codes import Scope
from .looking import Look, Row, begin, keep
from .mentions import MentionRow
from .people import Asked, Filters, Hit, find

PAGE = 20


@dataclass(frozen=True)
class Narrowed:
    """Filters of a page; days are of India, both included. An empty one filters nothing."""

    role: str = ""
    sex: str = ""
    district: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def filters(self) -> Filters:
        until = self.until + timedelta(days=1) if self.until and self.until < date.max else None
        return Filters(
            roles=(self.role,) if self.role else (),
            sexes=(self.sex,) if self.sex else (),
            districts=(self.district,) if self.district else (),
            told_from=midnight(self.since) if self.since else None,
            told_to=midnight(until) if until else None,
        )


@dataclass(frozen=True)
class People:
    """One page of an answer; `advice` is a code that says what would help (search.people)."""

    hits: list[Hit]
    more: str  # the `after` of the next page; empty on the last
    advice: str = ""
    equals: int = 0


def find_people(
    *,
    by: Posting,
    asked: Understood,
    look: Look,
    only: Narrowed | None = None,
    after: str = "",
    identity: str = "",
) -> People:
    """Who answers best, with the reasons; an answer beyond one's jurisdiction is kept.

    `identity` is the HMAC of a number that the box read (people.secrets.fingerprint).
    Raises Refused, PurposeWanted; ValueError for a broken cursor.
    """
    run = _logged if look.scope == Scope.NATION else _own
    only = only or Narrowed()
    return run(by=by, asked=asked, look=look, only=only, after=after, identity=identity)


def _people(
    *, by: Posting, asked: Understood, look: Look, only: Narrowed, after: str, identity: str
) -> People:
    begin(by, look)
    wanted = Asked("", identity=identity) if identity else asked_of(asked)
    found = find(wanted, limit=PAGE, after=_cursor(after), only=only.filters)
    hits = list(found.hits)
    keep(by, look, "person", told(asked), [row_of(one.mention) for one in hits])
    more = f"{found.more[0]!r}~{found.more[1]}" if found.more else ""
    return People(hits, more, found.advice, found.equals)


_own = access.query(_people)
_logged = access.action(_people)


def asked_of(read: Understood) -> Asked:
    """What the box read, as the engine asks it."""
    if read.reading == Reading.PHONE:
        return Asked("", phone=read.value)
    return Asked(
        read.value,
        birth_year=read.born,
        age=read.age,
        sex=read.sex,
        place=read.place,
        phone=read.phone,
        marks=read.marks,
    )


def told(read: Understood) -> dict[str, Any]:
    """The question as the log keeps it: an identity number by its last four characters alone."""
    value = f"…{read.value[-4:]}" if read.reading == Reading.IDENTITY else read.value
    facts = {"age": read.age, "born": read.born, "sex": read.sex, "place": read.place}
    facts["marks"] = read.marks
    return {"reading": str(read.reading), "words": value, "phone": read.phone} | {
        name: value for name, value in facts.items() if value
    }


def row_of(mention: MentionRow) -> Row:
    return Row(mention.office_id, mention.number, mention.id)


def _cursor(after: str) -> tuple[float, UUID] | None:
    if not after:
        return None
    score, _, identity = after.partition("~")
    return float(score), UUID(identity)
