"""The daily crime report and the monthly crime review of an office."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from . import events, words
from .asking import Row, ask, counted
from .cuts import AGES, MEASURES, Cut
from .events import EventCut
from .reach import Reach
from .sheets import Cell, Sheet, lines, number

_CASES = (
    *("registered", "old", "charge_sheet", "reported", "decided", "convicted"),
    *("pending_before", "pending"),
)
Counts = dict[str, Counter[UUID]]


def daily(reach: Reach, since: date, until: date) -> list[Sheet]:
    """Cases, heads and other events of the days, part by part."""
    rows = _asked(reach, since, until, {})
    return _daily(reach, rows, since, until)


def monthly(reach: Reach, since: date, until: date) -> list[Sheet]:
    """The same of a month, with pendency by age and the month beside others."""
    ages = {name: Cut("pending", since, until, {"age": name}) for name in AGES}
    months = [Cut("registered", *days) for days in _months(since, until)]
    more = {f"age {name}": cut.condition for name, cut in ages.items()}
    for cut in months:
        days = f"BETWEEN '{cut.since}' AND '{cut.until}'"
        more[f"month {cut.since}"] = f"counted AND registered_on {days}"
    rows = _asked(reach, since, until, more)
    return [*_daily(reach, rows, since, until), _ages(rows, ages), _beside(rows, months)]


def _asked(reach: Reach, since: date, until: date, more: dict[str, str]) -> list[Row]:
    """One line an office and head, whatever is counted of it."""
    conditions = {**{name: MEASURES[name] for name in _CASES}, **more}
    question = f"SELECT office_id, head, {counted(conditions)} FROM line GROUP BY office_id, head"  # noqa: S608
    return ask(reach, question, {"since": since, "until": until})


def _daily(reach: Reach, rows: list[Row], since: date, until: date) -> list[Sheet]:
    by_part: Counts = {name: Counter() for name in _CASES}
    by_head: Counts = defaultdict(Counter)
    for row in rows:
        part = reach.part_of(row["office_id"])
        for name in _CASES:
            by_part[name][part] += row[name]
        by_head[row["head"]][part] += row["registered"]
    return [
        _cases(reach, by_part, since, until),
        _heads(reach, by_head, since, until),
        _events(reach, since, until),
    ]


def _columns(reach: Reach) -> list[str]:
    parts = [words.named(one) for one in reach.parts]
    return [*parts, _("Total")] if len(parts) > 1 else [_("Number")]


def _row(reach: Reach, found: Counter[UUID], cut: Cut | EventCut) -> list[str | Cell]:
    """One number a part, and the whole; only the whole leads further, parts have their page."""
    whole = number(sum(found.values()), cut)
    parts = [str(found[one.pk]) for one in reach.parts]
    return [*parts, whole] if len(parts) > 1 else [whole]


def old_note(count: int) -> list[str]:
    """What a table says of old records among its cases."""
    if not count:
        return []
    return [
        _("Old records, brought in from an earlier system, among the registered: %(count)s.")
        % {"count": count}
    ]


def _cases(reach: Reach, found: Counts, since: date, until: date) -> Sheet:
    rows = lines(
        [name for name in _CASES if name != "old"],
        lambda name: _(words.MEASURES[name]),
        lambda name: _row(reach, found[name], Cut(name, since, until)),
    )
    note = old_note(sum(found["old"].values()))
    return Sheet(_("Cases"), [_("What"), *_columns(reach)], rows, note)


def _heads(reach: Reach, found: Counts, since: date, until: date) -> Sheet:
    cut = Cut("registered", since, until)
    rows = lines(
        [code for code in sorted(found) if sum(found[code].values())],
        words.head,
        lambda code: _row(reach, found[code], cut.only(head=code)),
    )
    return Sheet(_("Cases registered, by head"), [_("Head"), *_columns(reach)], rows)


def _events(reach: Reach, since: date, until: date) -> Sheet:
    found = events.counts(reach, since, until)
    rows = lines(
        events.SOURCES,
        lambda name: _(words.EVENTS[name]),
        lambda name: _row(reach, found[name], EventCut(name, since, until)),
    )
    return Sheet(_("Other events"), [_("What"), *_columns(reach)], rows)


def _ages(rows: list[Row], cuts: dict[str, Cut]) -> Sheet:
    found = {name: sum(row[f"age {name}"] for row in rows) for name in cuts}
    told = lines(cuts, words.age, lambda name: [number(found[name], cuts[name])])
    return Sheet(_("Open cases by age"), [_("Age"), _("Number")], told)


def _months(since: date, until: date) -> list[tuple[date, date]]:
    """A month, the one before, the same month of the year before."""
    before = since - timedelta(days=1)
    first = since.replace(year=since.year - 1)
    following = (first + timedelta(days=32)).replace(day=1)
    return [(since, until), (before.replace(day=1), before), (first, following - timedelta(days=1))]


def _beside(rows: list[Row], months: list[Cut]) -> Sheet:
    """Registered by head, month beside month."""
    found: Counter[tuple[str, date]] = Counter()
    for row in rows:
        for cut in months:
            found[row["head"], cut.since] += row[f"month {cut.since}"]
    told = lines(
        sorted({head for (head, _since), count in found.items() if count}),
        words.head,
        lambda head: [number(found[head, cut.since], cut.only(head=head)) for cut in months],
    )
    heads = [_("Head"), _("This month"), _("Month before"), _("Same month last year")]
    return Sheet(_("Beside other months"), heads, told)
