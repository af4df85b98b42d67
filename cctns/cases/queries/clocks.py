"""Clocks as officers read them: of one case, and those that wait for a posting, soonest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

from cctns.journal import follow
from cctns.law import clocks
from cctns.lib.clock import now
from cctns.lib.due import level
from cctns.offices import access
from cctns.offices.codes import Role
from cctns.offices.models import Jurisdiction, Office, Officer, Posting
from cctns.registers.models import Complaint

from ..clocks import FOLLOWER
from ..clocks.compute import CLOCKS, parameters
from ..models import Arrest, Case
from .look import require_view

PAGE = 50
# Whoever receives complaints sees them on a list of their own, with subject and enquiry officer.
COMPLAINTS = ("complaint_enquiry", "complaint_longest")


@dataclass(frozen=True)
class Running:
    """One clock: its rule, whom it is about, since when and until when it runs (UTC).

    `subject_id` is the FIR or the record that the rule is about; `number` that of the FIR or
    complaint, empty for other registers. `officer` investigates the case; `about` is the code of
    the accused, where the form of the arrest is known. Closed clocks say when and by which kind of
    entry.
    """

    rule: clocks.Rule
    subject_id: UUID
    root_id: UUID
    fir_id: UUID | None
    office_id: UUID
    starts_at: datetime
    due_at: datetime
    closed_at: datetime | None = None
    closed_by: str = ""
    number: str = ""
    office: Office | None = None
    officer: Officer | None = None
    about: str = ""

    @property
    def level(self) -> str:
        """How near its end is now, as lib.due.level says; empty once closed."""
        return "" if self.closed_at else level(self.starts_at, self.due_at, now())

    @property
    def fulfilled(self) -> bool:
        return self.closed_by in self.rule.satisfied_by

    @property
    def cursor(self) -> str:
        return f"{self.due_at.isoformat()}~{self.subject_id}~{self.rule.id}"


@dataclass(frozen=True)
class ClockPage:
    clocks: list[Running]
    next_cursor: str  # empty on the last page


_READ = "rule, subject_id, root_id, fir_id, office_id, starts_at, due_at, closed_at, closed_by"
_OF_CASE = f"WITH RECURSIVE {CLOCKS} SELECT {_READ} FROM computed ORDER BY due_at, rule, subject_id"  # noqa: S608


@access.query
def clocks_of(*, by: Posting, case: Case) -> list[Running]:
    """Every clock of a case, stopped ones too, soonest first: asked of the journal itself."""
    require_view(by, case)
    with connection.cursor() as cursor:
        cursor.execute(_OF_CASE, parameters([case.fir_id]))
        found = [_running(row) for row in cursor.fetchall()]
    codes = dict(Arrest.objects.filter(case=case).values_list("id", "accused__code"))
    return [replace(one, about=codes.get(one.subject_id, "")) for one in found]


@access.query
def clocks_waiting(*, by: Posting, after: str = "", size: int = PAGE) -> ClockPage:
    """Open clocks that this posting must act on or was told of, soonest first.

    Officers of a station see its own once half their time is gone (those of three days and less
    at once); supervisors see what has come before them from the offices below. `after` is the
    cursor of the page before. Raises Refused; ValueError for a broken cursor.
    """
    access.require(by, "case.view", by.office)
    return waiting_for(by, after, size)


def waiting_for(by: Posting, after: str = "", size: int = PAGE) -> ClockPage:
    """The same for a query that has asked for access itself."""
    view = _VIEWS.get(Role(by.role))
    if view is None:
        return ClockPage([], "")
    below = Jurisdiction.objects.filter(supervisor=by.office_id)
    offices = list(below.values_list("office_id", flat=True)) if view.below else [by.office_id]
    news = follow.unseen(FOLLOWER, offices)
    told = {**parameters(news), **_asked(view, by, after), "offices": offices, "size": size + 1}
    with connection.cursor() as cursor:
        cursor.execute(_waiting(view.since, fresh=bool(news)), told)
        found = [_running(row) for row in cursor.fetchall()]
    return ClockPage(_named(found[:size]), found[size - 1].cursor if len(found) > size else "")


@dataclass(frozen=True)
class _View:
    """What a role sees: from which moment on, which rules, which only of one's own cases."""

    since: str  # column of the clock
    rules: tuple[str, ...]
    own: tuple[str, ...] = ()
    below: bool = False


def _for(*roles: str, besides: Iterable[str] = ()) -> tuple[str, ...]:
    return tuple(one.id for one in clocks.running() if one.who in roles and one.id not in besides)


_EVERY = tuple(one.id for one in clocks.running())
_VIEWS = {
    Role.DUTY_OFFICER: _View("shows_at", _for("duty_officer")),
    Role.IO: _View("shows_at", _for("duty_officer"), _for("io")),
    Role.SHO: _View("shows_at", _for("duty_officer", "io", "sho", besides=COMPLAINTS)),
    Role.SDPO: _View("sdpo_at", _EVERY, below=True),
    Role.SP: _View("sp_at", _EVERY, below=True),
}


@cache
def _waiting(since: str, *, fresh: bool) -> str:
    """Stored clocks office by office, each by its index; what the store has not seen, beside it.

    Only our own column names are set into it.
    """
    wanted = f"""closed_at IS NULL AND {since} <= %(now)s
        AND (rule = ANY(%(any)s) OR rule = ANY(%(own)s) AND fir_id IN (
            SELECT fir_id FROM cases_case WHERE investigating_officer_id = %(officer)s))
        AND (due_at, subject_id, rule) > (%(due)s, %(subject)s, %(rule)s)
        ORDER BY due_at, subject_id, rule LIMIT %(size)s"""  # noqa: S608
    stale = "AND root_id NOT IN (SELECT id FROM root)" if fresh else ""
    stored = f"""SELECT one.* FROM unnest(%(offices)s::uuid[]) AS below (id) CROSS JOIN LATERAL (
        SELECT {_READ} FROM cases_clock WHERE office_id = below.id {stale} AND {wanted}) one"""  # noqa: S608
    news = f"""UNION ALL (SELECT {_READ} FROM computed
        WHERE office_id = ANY(%(offices)s) AND {wanted})"""  # noqa: S608
    head, tail = (f"WITH RECURSIVE {CLOCKS}", news) if fresh else ("", "")
    return f"""{head} SELECT * FROM ({stored} {tail}) every
        ORDER BY due_at, subject_id, rule LIMIT %(size)s"""  # noqa: S608


def _asked(view: _View, by: Posting, after: str) -> dict[str, Any]:
    due, _, rest = after.partition("~")
    subject, _, rule = rest.partition("~")
    seen = datetime.fromisoformat(due) if after else datetime.min.replace(tzinfo=UTC)
    if seen.tzinfo is None:
        raise ValueError(f"{after!r} does not say in which zone its time is.")
    return {
        "now": now(),
        "any": list(view.rules),
        "own": list(view.own),
        "officer": by.officer_id,
        "due": seen,
        "subject": UUID(subject) if after else UUID(int=0),
        "rule": rule,
    }


def _running(row: tuple[Any, ...]) -> Running:
    return Running(clocks.rule(row[0]), *row[1:])


def _named(found: list[Running]) -> list[Running]:
    """With number, station and investigating officer: two questions, however many."""
    files = Case.objects.select_related("fir", "office", "investigating_officer").defer(
        "fir__narrative", "fir__legacy_row"
    )
    by_fir = {one.fir_id: one for one in files.filter(fir_id__in={c.fir_id for c in found})}
    loose = {one.root_id for one in found if one.fir_id is None}
    complaints = Complaint.objects.select_related("office", "enquiry_officer").in_bulk(loose)
    return [_with(one, by_fir.get(one.root_id), complaints.get(one.root_id)) for one in found]


def _with(clock: Running, case: Case | None, complaint: Complaint | None) -> Running:
    if case:
        officer = case.investigating_officer
        return replace(clock, number=case.fir.number, officer=officer, office=case.office)
    if complaint:
        officer = complaint.enquiry_officer
        return replace(clock, number=complaint.number, officer=officer, office=complaint.office)
    return clock
