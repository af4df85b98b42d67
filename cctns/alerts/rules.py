"""What a lookout must say, how long it holds, and by when an alert is answered. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from cctns.lib.clock import IST, midnight
from cctns.lib.wording import noop as _
from cctns.registers.rules import Problem

from .codes import Ground, Handling, NumberKind, Reach, Standing, Step, Subject, Urgency

# NCIC's rule of hit confirmation (FBI, NCIC Operating Manual, introduction, s.3.5): the office that
# entered the record answers within ten minutes, or within an hour: that it is, that it is not, or
# by when it will know. No Indian rule is known.
CONFIRMATION = "NCIC 3.5"
WITHIN = {Urgency.URGENT: timedelta(minutes=10), Urgency.ROUTINE: timedelta(hours=1)}
LONGEST_PROMISE = timedelta(hours=24)
# NCIC's validation (s.3.4) begins 60 to 90 days after entry; the days here are our choice.
VALIDATION = "NCIC 3.4"
STALE_AFTER = timedelta(days=90)
LAPSES_AFTER = timedelta(days=120)
LONGEST = timedelta(days=3 * 366)

_NUMBERS: dict[str, frozenset[str]] = {
    Subject.VEHICLE: frozenset(
        {NumberKind.REGISTRATION, NumberKind.ENGINE, NumberKind.CHASSIS, NumberKind.SERIAL}
    ),
    Subject.PHONE: frozenset({NumberKind.PHONE, NumberKind.IMEI}),
    Subject.PROPERTY: frozenset({NumberKind.IMEI, NumberKind.SERIAL}),
    Subject.DOCUMENT: frozenset({NumberKind.DOCUMENT}),
}
# Whom the law calls a criminal or has ordered before a court.
_ARRESTABLE = frozenset({Ground.FIR, Ground.WARRANT, Ground.ESCAPE, Ground.PROCLAIMED})
_FORCEFUL = frozenset({Handling.ARREST, Handling.CAUTION})

NO_NAME = _("Enter the name of the person")
COMMON = _("A name alone finds too many: add the relative, age, district or telephone")
NO_NUMBER = _("Enter the number by which it is known")
NO_METHOD = _("Enter the head of crime and at least the method, a feature or the type of place")
NO_ARREST = _("On this ground nobody is arrested: choose another way of handling")
CHILD = _("A child is never arrested or met with force on a lookout")
NO_AREAS = _("Name the districts or States that it concerns")
PAST = _("The last day is over")
TOO_LONG = _("At most three years: validate it and extend it then")


def lookout_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    """Why a lookout cannot be raised as it is written."""
    yield from _subject_problems(entry)
    if entry.handling in _FORCEFUL:
        if entry.is_child:
            yield Problem("handling", CHILD, "JJ Act 10, 74")
        elif entry.handling == Handling.ARREST and entry.ground not in _ARRESTABLE:
            yield Problem("handling", NO_ARREST, "BNSS 35")
    if entry.reach == Reach.NEIGHBOURS and not entry.areas:
        yield Problem("areas", NO_AREAS, "")
    yield from expiry_problems(entry, now)


def expiry_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    if entry.expires_on and entry.expires_on < now.astimezone(IST).date():
        yield Problem("expires_on", PAST, "")
    if entry.expires_on and entry.expires_on > (now + LONGEST).date():
        yield Problem("expires_on", TOO_LONG, VALIDATION)


def _subject_problems(entry: Any) -> Iterator[Problem]:
    kinds = {line.kind for line in entry.lines}
    if entry.subject == Subject.PERSON:
        if not entry.name:
            yield Problem("name", NO_NAME, "")
        elif not _more_than_a_name(entry):
            yield Problem("relative_name", COMMON, "")
    elif entry.subject == Subject.METHOD:
        told = (entry.method, entry.feature_1, entry.feature_2, entry.place_type)
        if not entry.crime_head or not any(told):
            yield Problem("crime_head", NO_METHOD, "IIF-II 4")
    elif not kinds & _NUMBERS.get(entry.subject, frozenset()):
        yield Problem("numbers", NO_NUMBER, "")


def _more_than_a_name(entry: Any) -> bool:
    told = (entry.relative_name, entry.district_name, entry.mobile)
    return any(told) or entry.age is not None or entry.birth_year is not None


def until(expires_on: date, validated_at: datetime) -> datetime:
    """When a lookout lapses: after its last day in India, or when nobody has validated it."""
    return min(midnight(expires_on + timedelta(days=1)), validated_at + LAPSES_AFTER)


def stale_days(validated_at: datetime, now: datetime) -> int:
    """Days since it was validated, from the day on which it is stale; 0 before."""
    age = now - validated_at
    return age.days if age >= STALE_AFTER else 0


@dataclass(frozen=True)
class Said:
    """One answer to an alert, as the clocks count it."""

    step: str
    by_raiser: bool  # of the office that raised the lookout
    answer_by: datetime | None = None


# From which standing a step may be taken, and whether the raising office alone takes it.
STEPS: dict[str, tuple[frozenset[str], bool]] = {
    Step.ACKNOWLEDGED: (frozenset({Standing.NEW}), False),
    Step.CONFIRMED: (frozenset({Standing.NEW, Standing.ACKNOWLEDGED, Standing.EXCLUDED}), True),
    Step.EXCLUDED: (frozenset({Standing.NEW, Standing.ACKNOWLEDGED, Standing.CONFIRMED}), True),
    Step.NOTED: (frozenset(Standing) - {Standing.CLEARED}, False),
    Step.ACTED: (frozenset({Standing.CONFIRMED, Standing.ACTED}), False),
    Step.CLEARED: (frozenset({Standing.EXCLUDED, Standing.CONFIRMED, Standing.ACTED}), True),
}


def open_steps(standing: str, *, raiser: bool, confirmable: bool) -> list[Step]:
    """What an office may answer now; what is no hit is acknowledged, noted and cleared by each."""
    if not confirmable:
        return [] if standing == Standing.CLEARED else [
            *([Step.ACKNOWLEDGED] if standing == Standing.NEW else []), Step.NOTED, Step.CLEARED,
        ]  # fmt: skip
    return [step for step in Step if standing in STEPS[step][0] and (raiser or not STEPS[step][1])]


def standing_of(said: Collection[Said]) -> Standing:
    """Out of all answers, oldest first; notes change nothing."""
    standing = Standing.NEW
    for one in said:
        if one.step == Step.ACKNOWLEDGED and standing != Standing.NEW:
            continue
        if one.step != Step.NOTED:
            standing = Standing(one.step)
    return standing


def due_at(raised_at: datetime, urgency: str, said: Collection[Said]) -> datetime | None:
    """By when the raising office must answer; None when it has.

    Its acknowledgement with a time puts the clock to that time; another office's changes nothing.
    """
    if standing_of(said) not in (Standing.NEW, Standing.ACKNOWLEDGED):
        return None
    promised = [one.answer_by for one in said if one.by_raiser and one.answer_by]
    return promised[-1] if promised else raised_at + WITHIN[Urgency(urgency)]
