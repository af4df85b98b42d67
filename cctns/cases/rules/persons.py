"""IIF-I items 6 and 7: who must be named how, and whose identity the law withholds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from cctns import law
from cctns.lib.clock import IST
from cctns.lib.wording import noop as _
from cctns.people.features import feature_errors

from ..answers import FirAnswers, Paper, Person
from .problem import Problem

ADULT = 18  # JJ Act 2015 s.2(12): a child has not completed eighteen years
OLDEST = 130
_PHONE = re.compile(r"\+?[0-9][0-9 -]{6,18}")
_PIN = re.compile(r"[1-9][0-9]{5}")
_AADHAAR = re.compile(r"[0-9]{4}|[0-9]{12}")


def offence_date(answers: FirAnswers) -> date | None:
    """The date that picks the penal code, in Indian time: of the offence, else of the report."""
    moment = answers.occurred_from or answers.occurred_to or answers.received_at
    return moment.astimezone(IST).date() if moment else None


def check_persons(answers: FirAnswers, now: datetime) -> Iterator[Problem]:
    if not answers.of_role("complainant"):
        yield Problem("complainant", "name", _("Say who gives the information"), "IIF-I item 6")
    for person in answers.persons:
        yield from _of_role(person)
        yield from _details(person, now.astimezone(IST).date())


def _of_role(person: Person) -> Iterator[Problem]:
    if person.role == "complainant":
        if not person.name:
            yield Problem("complainant", "name", _("Enter the complainant's name"), "IIF-I item 6")
        if not person.has_address:
            yield Problem(
                "complainant", "village", _("Enter the complainant's address"), "IIF-I item 6(h)"
            )
    if person.role == "accused":
        yield from _accused(person)


def _accused(person: Person) -> Iterator[Problem]:
    if not person.knowledge:
        yield Problem(
            "accused",
            "knowledge",
            _("Say whether the accused is known, suspected or unknown"),
            "IIF-I item 7",
        )
    if person.knowledge == "known" and not person.name:
        yield Problem("accused", "name", _("Enter the name of a known accused"), "IIF-I item 7")
    for name, message in feature_errors(person.features):
        yield Problem("accused", name, message, "IIF-I item 7")


def _details(person: Person, today: date) -> Iterator[Problem]:
    age = person.age_on(today)
    if age is not None and not 0 <= age <= OLDEST:
        field = "born_on" if person.born_on else "birth_year" if person.birth_year else "age"
        yield Problem(person.role, field, _("Nobody is of this age"), "IIF-I item 6(c)")
    for field in ("phone", "mobile"):
        told = getattr(person, field)
        if told and not _PHONE.fullmatch(told):
            yield Problem(
                person.role, field, _("Enter a telephone number, as 98765 43210"), "IIF-I item 6(i)"
            )
    if person.pin and not _PIN.fullmatch(person.pin):
        yield Problem(person.role, "pin", _("A PIN code has six digits"), "IIF-I item 6(h)")
    for paper in person.papers:
        yield from _paper(person, paper)


def _paper(person: Person, paper: Paper) -> Iterator[Problem]:
    if not paper.kind:
        yield Problem(person.role, "papers", _("Choose which paper was shown"), "IIF-I item 6(f)")
    number = paper.number.replace(" ", "") or paper.last4
    if paper.kind == "aadhaar" and not _AADHAAR.fullmatch(number):
        yield Problem(
            person.role, "papers", _("Enter the last four digits of the Aadhaar"), "IIF-I item 6(e)"
        )


def victim_masked(answers: FirAnswers) -> bool:
    """BNS 72, POCSO 23 and 33(7), JJ Act 74: the victim's identity is shown to nobody."""
    return any(law.victim_masked(one.act, one.number) for one in answers.offences)


def child_involved(answers: FirAnswers) -> bool:
    """A victim or witness under 18, or a child in conflict with law (JJ Act s.2(12) to 2(14))."""
    day = offence_date(answers)
    return any(_is_child(one, day) for one in answers.persons)


def must_be_sensitive(answers: FirAnswers) -> bool:
    """Classes that Youth Bar Association (2016) 9 SCC 473 keeps off public pages."""
    exempt = any(law.exempt_from_upload(one.act, one.number) for one in answers.offences)
    return exempt or victim_masked(answers) or child_involved(answers)


def withheld(answers: FirAnswers) -> tuple[str, ...]:
    """For each person, in order: "victim", "child", "witness" or "" (codes.Withheld).

    Whoever reports for a hidden victim is most often kin: the name would tell who the victim is
    (BNS 72 forbids "any matter which may make known the identity").
    """
    day = offence_date(answers)
    hidden = victim_masked(answers)
    young_victim = any(_is_child(one, day) for one in answers.victims)
    return tuple(_reason(one, day, hidden, young_victim) for one in answers.persons)


def _reason(person: Person, day: date | None, hidden: bool, young_victim: bool) -> str:
    reports = person.role == "complainant"
    if hidden and (reports or person.role == "victim" or person.also_victim):
        return "victim"
    if _is_child(person, day) or (reports and young_victim):
        return "child"
    return "witness" if person.protected else ""


def _is_child(person: Person, day: date | None) -> bool:
    age = person.age_on(day) if day else None
    return person.child_in_conflict or (age is not None and age < ADULT)
