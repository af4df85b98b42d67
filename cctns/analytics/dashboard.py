"""What stands before an office: pendency by age and officer, clocks, crime by head, place, hour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from cctns.cases.clocks import FOLLOWER
from cctns.cases.clocks.compute import CLOCKS, parameters
from cctns.journal import follow
from cctns.law import clocks as law_clocks
from cctns.law.clocks import Rule
from cctns.lib.clock import now
from cctns.offices import access
from cctns.offices.models import Office, Officer, Posting

from .asking import Row, ask, counted
from .cuts import AGES, MEASURES, NONE, Cut, last_days
from .quality import Score, glance
from .reach import Reach, reach_of

YEAR = 365
SOON = timedelta(days=7)
MOST_OFFICERS = 30

_BAND = (
    "CASE "
    + " ".join(f"WHEN {condition} THEN '{name}'" for name, condition in AGES.items())
    + " END"
)
_PENDING_90 = f"{MEASURES['pending']} AND age > 90"
# Each set is one view of the same lines: office, age, officer, head, place, hour.
_VIEWS = ("office_id", "band", "officer_id", "head", "place", "hour")
_QUESTION = f"""
SELECT {", ".join(_VIEWS)}, grouping({", ".join(_VIEWS)}) AS view, {
    counted(
        {"pending": MEASURES["pending"], "long": _PENDING_90, "registered": MEASURES["registered"]}
    )
}
FROM (SELECT *, {_BAND} AS band FROM line WHERE registered_on <= %(until)s
    AND ({MEASURES["pending"]} OR {MEASURES["registered"]})) line
GROUP BY GROUPING SETS ({", ".join(f"({one})" for one in _VIEWS)})
"""  # noqa: S608
# grouping() has a bit for each column that is not grouped by, the last column the lowest.
_ALL = 2 ** len(_VIEWS) - 1
_VIEW = {_ALL - 2 ** (len(_VIEWS) - 1 - place): name for place, name in enumerate(_VIEWS)}


@dataclass(frozen=True)
class Part:
    """One office below in a line: crimes of a year, open cases, those of over 90 days, clocks."""

    office: Office
    registered: int
    pending: int
    long: int
    late: int
    soon: int


@dataclass(frozen=True)
class Bar:
    """One line of a view: its code ("-" for not known), how many, and the cut that lists them."""

    code: str
    count: int
    cut: Cut
    officer: Officer | None = None


@dataclass(frozen=True)
class Duty:
    """One rule of the law: clocks that are late, and those that end within seven days."""

    rule: Rule
    late: int
    soon: int


@dataclass(frozen=True)
class Dashboard:
    """Figures of one office on one day; the views `head`, `place`, `hour` are of the last year."""

    office: Office
    on: date
    parts: list[Part]
    ages: list[Bar]
    officers: list[Bar]
    heads: list[Bar]
    places: list[Bar]
    hours: list[Bar]
    duties: list[Duty]
    missing: int  # numbers of paper registers never entered
    score: Score  # of the forms of a year

    @property
    def registered(self) -> int:
        return sum(one.registered for one in self.parts)

    @property
    def pending(self) -> int:
        return sum(one.count for one in self.ages)


@access.query
def dashboard(*, by: Posting, office: Office) -> Dashboard:
    """Of an office that one supervises, or of one's own. Raises Refused."""
    reach = reach_of(by, office)
    return dashboard_of(reach, access.today())


def dashboard_of(reach: Reach, on: date) -> Dashboard:
    """The same for a query that has asked for access itself."""
    since, until = last_days(on, YEAR)
    open_cases, crimes = Cut("pending", since, until), Cut("registered", since, until)
    views: dict[str, list[Row]] = {name: [] for name in _VIEWS}
    for row in ask(reach, _QUESTION, crimes.told):
        views[_VIEW[row["view"]]].append(row)
    clocks = _clocks(reach)
    missing, score = glance(reach)
    return Dashboard(
        office=reach.office,
        on=on,
        parts=_parts(reach, views["office_id"], clocks),
        ages=_ages(views["band"], open_cases),
        officers=_officers(views["officer_id"], open_cases),
        heads=_bars(views["head"], "head", crimes),
        places=_bars(views["place"], "place", crimes),
        hours=_hours(views["hour"], crimes),
        duties=_duties(clocks),
        missing=missing,
        score=score,
    )


def _parts(reach: Reach, rows: list[Row], clocks: list[Row]) -> list[Part]:
    told: dict[UUID, Counter[str]] = {one.pk: Counter() for one in reach.parts}
    for row in [*rows, *clocks]:
        part = told.setdefault(reach.part_of(row["office_id"]), Counter())
        part.update({name: row[name] for name in _COLUMNS if name in row})
    names = {one.pk: one for one in [*reach.parts, reach.office]}
    return [Part(names[pk], *(count[one] for one in _COLUMNS)) for pk, count in told.items()]


_COLUMNS = ("registered", "pending", "long", "late", "soon")


def _ages(rows: list[Row], cut: Cut) -> list[Bar]:
    found = {row["band"]: row["pending"] for row in rows}
    return [Bar(name, found.get(name, 0), cut.only(age=name)) for name in AGES]


def _officers(rows: list[Row], cut: Cut) -> list[Bar]:
    """Who has most open cases, at most thirty."""
    heavy = sorted(rows, key=lambda row: -row["pending"])[:MOST_OFFICERS]
    named = Officer.objects.in_bulk([row["officer_id"] for row in heavy if row["officer_id"]])
    return [
        Bar(str(pk or NONE), row["pending"], cut.only(officer=str(pk or NONE)), named.get(pk))
        for row in heavy
        if row["pending"]
        for pk in [row["officer_id"]]
    ]


def _bars(rows: list[Row], name: str, cut: Cut) -> list[Bar]:
    """The most frequent first."""
    told = sorted(rows, key=lambda row: (-row["registered"], row[name]))
    return [
        Bar(row[name], row["registered"], cut.only(**{name: row[name]}))
        for row in told
        if row["registered"]
    ]


def _hours(rows: list[Row], cut: Cut) -> list[Bar]:
    """All twenty-four, and those of which the hour is not known."""
    found = {NONE if row["hour"] is None else str(row["hour"]): row["registered"] for row in rows}
    codes = [*map(str, range(24)), NONE]
    return [Bar(one, found.get(one, 0), cut.only(hour=one)) for one in codes]


_WANTED = "closed_at IS NULL AND due_at < %(soon)s AND office_id = ANY(%(offices)s)"


def _clocks(reach: Reach) -> list[Row]:
    """Clocks late and soon, by office and rule: stored ones, and what the store has not seen."""
    news = follow.unseen(FOLLOWER, reach.offices)
    head = f"WITH RECURSIVE {CLOCKS}" if news else ""
    told = {**(parameters(news) if news else {}), "offices": reach.offices}
    told |= {"now": now(), "soon": now() + SOON}
    with connection.cursor() as cursor:
        cursor.execute(f"{head} {_counted_clocks(fresh=bool(news))}", told)
        names = ("office_id", "rule", "late", "soon")
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _counted_clocks(*, fresh: bool) -> str:
    stored = f"SELECT office_id, rule, due_at FROM cases_clock WHERE {_WANTED}"  # noqa: S608
    if fresh:
        stored += " AND root_id NOT IN (SELECT id FROM root)"
        stored += f" UNION ALL SELECT office_id, rule, due_at FROM computed WHERE {_WANTED}"  # noqa: S608
    return f"""SELECT office_id, rule, count(*) FILTER (WHERE due_at < %(now)s),
        count(*) FILTER (WHERE due_at >= %(now)s) FROM ({stored}) clock GROUP BY 1, 2"""  # noqa: S608


def _duties(clocks: Iterable[Mapping[str, object]]) -> list[Duty]:
    late: Counter[str] = Counter()
    soon: Counter[str] = Counter()
    for row in clocks:
        late[str(row["rule"])] += int(str(row["late"]))
        soon[str(row["rule"])] += int(str(row["soon"]))
    found = [Duty(law_clocks.rule(one), late[one], soon[one]) for one in late]
    return sorted(found, key=lambda one: (-one.late, -one.soon, one.rule.id))
