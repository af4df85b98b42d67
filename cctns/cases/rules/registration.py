"""What the law asks before an FIR is registered (BNSS 173, IIF-I)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from cctns import law
from cctns.lib.wording import noop as _

from ..annexures import particular_errors
from ..answers import FirAnswers, Offence, Thing
from .persons import check_persons, offence_date
from .problem import Problem

DELAY_TO_EXPLAIN = timedelta(hours=24)  # our own choice: the form asks for reasons, names no hours
LONGEST_AGO = timedelta(days=36525)  # a slip of the pen, not a date
LONGEST_NARRATIVE = 100_000
_PIN = re.compile(r"[1-9][0-9]{5}")

# How the information came follows from the kind of FIR (item 4).
INFORMATION_OF = {"efir": "electronic", "suo_motu": "suo_motu", "court": "court"}


def problems(answers: FirAnswers, *, now: datetime) -> list[Problem]:
    """Everything that stands between the draft and its registration; empty when nothing does."""
    checks = (_source, check_persons, _time, _place, _offences, _things, _account, _action, _close)
    return [problem for check in checks for problem in check(answers, now)]


def _source(answers: FirAnswers, now: datetime) -> Iterator[Problem]:
    needed = INFORMATION_OF.get(answers.kind)
    if not answers.information:
        yield Problem(
            "information", "information", _("Say how the information came"), "IIF-I item 4"
        )
    elif needed and answers.information != needed:
        yield Problem(
            "information",
            "information",
            _("This kind of FIR does not rest on such information"),
            "IIF-I item 4",
        )
    if answers.kind == "court" and not answers.court_order:
        yield Problem("information", "court_order", _("Cite the court's order"), "BNSS 175(3)")


def _time(answers: FirAnswers, now: datetime) -> Iterator[Problem]:
    received, start, end = answers.received_at, answers.occurred_from, answers.occurred_to
    if answers.time_known and start is None and end is None:
        yield Problem(
            "occurrence",
            "occurred_from",
            _("Enter when it happened, or say that the time is not known"),
            "IIF-I item 3(a)",
        )
    if received is None:
        yield Problem(
            "information",
            "received_at",
            _("Enter when the information reached the station"),
            "IIF-I item 3(b)",
        )
        return
    if received > now:
        yield Problem(
            "information", "received_at", _("This time is in the future"), "IIF-I item 3(b)"
        )
    if start and end and start > end:
        yield Problem(
            "occurrence", "occurred_to", _("It cannot end before it began"), "IIF-I item 3(a)"
        )
    if (end or start) and max(filter(None, (start, end))) > received:
        yield Problem(
            "occurrence",
            "occurred_to" if end else "occurred_from",
            _("It cannot have happened after the station was told of it"),
            "IIF-I items 3(a), 3(b)",
        )
    if start and received - start > LONGEST_AGO:
        yield Problem(
            "occurrence",
            "occurred_from",
            _("This is more than a hundred years ago"),
            "IIF-I item 3(a)",
        )
    if must_explain_delay(answers) and not (answers.delay_code or answers.delay_reason):
        yield Problem(
            "delay",
            "delay_code",
            _("More than 24 hours passed before the report: give the reason"),
            "IIF-I item 8",
        )


def must_explain_delay(answers: FirAnswers) -> bool:
    last = answers.occurred_to or answers.occurred_from
    return bool(last and answers.received_at and answers.received_at - last > DELAY_TO_EXPLAIN)


def _place(answers: FirAnswers, now: datetime) -> Iterator[Problem]:
    if not (answers.place or answers.village):
        yield Problem("place", "place", _("Enter where it happened"), "IIF-I item 5")
    outside_named = answers.outside_station or answers.outside_district
    if answers.kind == "zero" and not outside_named:
        yield Problem(
            "place",
            "outside_station",
            _("A Zero FIR names the station or district that has jurisdiction"),
            "BNSS 173(1), IIF-I item 5(c)",
        )
    if answers.kind != "zero" and answers.outside_limits:
        yield Problem(
            "place",
            "outside_limits",
            _("The place is outside this station's limits: register a Zero FIR"),
            "BNSS 173(1)",
        )
    if answers.pin and not _PIN.fullmatch(answers.pin):
        yield Problem("place", "pin", _("A PIN code has six digits"), "IIF-I item 5(b)")
    if (answers.latitude is None) != (answers.longitude is None):
        yield Problem("place", "latitude", _("Give both latitude and longitude"), "IIF-I item 5(b)")
    if answers.latitude is not None and abs(answers.latitude) > 90:
        yield Problem("place", "latitude", _("There is no such latitude"), "IIF-I item 5(b)")
    if answers.longitude is not None and abs(answers.longitude) > 180:
        yield Problem("place", "longitude", _("There is no such longitude"), "IIF-I item 5(b)")


def _offences(answers: FirAnswers, now: datetime) -> Iterator[Problem]:
    day = offence_date(answers)
    if not answers.offences:
        yield Problem("sections", "offences", _("Choose at least one section"), "IIF-I item 2")
        return
    if day is None:
        return
    for offence in answers.offences:
        decision = law.check_section_for_date(offence.act, offence.number, day)
        if not decision.ok:
            yield Problem("sections", "offences", decision.reason, decision.source)
    if all(_not_cognizable(one) for one in answers.offences):
        yield Problem(
            "sections",
            "offences",
            _("None of these sections is cognizable: enter it as a non-cognizable report"),
            "BNSS 174",
        )
    if _only_children_in_petty_matter(answers):
        yield Problem(
            "sections",
            "offences",
            _("No FIR against children alone unless the offence is heinous: use the diary"),
            "JJ Act 2015 s.2(33), JJ Model Rules 2016 r.8(1)",
        )


def _not_cognizable(offence: Offence) -> bool:
    section = law.find_section(offence.act, offence.number)
    return section is not None and section.cognizable is False


def _only_children_in_petty_matter(answers: FirAnswers) -> bool:
    """Certain only where no section carries seven years: heinous means at least seven."""
    accused = answers.of_role("accused")
    alone = bool(accused) and all(one.child_in_conflict for one in accused)
    return alone and all(
        law.at_least_seven_years(one.act, one.number) is False for one in answers.offences
    )


def needs_woman_officer(answers: FirAnswers) -> bool:
    """BNSS 173(1), first proviso: information by a woman victim of the offences it lists."""
    by_victim = any(
        one.sex == "female" and one.also_victim for one in answers.of_role("complainant")
    )
    return by_victim and _listed(answers)


def _listed(answers: FirAnswers) -> bool:
    """Offences of the first and second provisos: BNS 64 to 71, 74 to 79 and 124."""
    return any(law.needs_woman_officer(one.act, one.number) for one in answers.offences)


def _things(answers: FirAnswers, now: datetime) -> Iterator[Problem]:
    for thing in answers.things:
        yield from _thing(thing)


def _thing(thing: Thing) -> Iterator[Problem]:
    if not thing.description:
        yield Problem("property", "description", _("Describe the property"), "IIF-I item 9")
    if thing.value is not None and thing.value < 0:
        yield Problem("property", "value", _("A value is not below zero"), "IIF-I item 9")
    for name, message in particular_errors(thing.property_class, thing.particulars):
        yield Problem("property", name, message, "IIF-I item 9")


def _account(answers: FirAnswers, now: datetime) -> Iterator[Problem]:
    if not answers.narrative.strip():
        yield Problem(
            "narrative", "narrative", _("Write down what the informant tells"), "IIF-I item 12"
        )
    if len(answers.narrative) > LONGEST_NARRATIVE:
        yield Problem(
            "narrative",
            "narrative",
            _("The account is longer than 1,00,000 characters"),
            "IIF-I item 12",
        )


def _action(answers: FirAnswers, now: datetime) -> Iterator[Problem]:
    if not answers.action:
        yield Problem("action", "action", _("Choose the action taken"), "IIF-I item 13")
    if answers.action in ("investigate", "direct") and not answers.investigating_officer:
        yield Problem(
            "action",
            "investigating_officer",
            _("Choose the investigating officer"),
            "IIF-I item 13",
        )
    if answers.action == "refuse" and not answers.action_detail:
        yield Problem(
            "action",
            "action_detail",
            _("Give the reason for refusing investigation"),
            "IIF-I item 13(3), BNSS 176(1)",
        )
    if (answers.kind == "zero") != (answers.action == "transfer") and answers.action:
        yield Problem(
            "action",
            "action",
            _("A Zero FIR is transferred to the station that has jurisdiction, and only it is"),
            "BNSS 173(1)",
        )


def _close(answers: FirAnswers, now: datetime) -> Iterator[Problem]:
    yield from _provisos(answers)
    if answers.sensitive and not answers.sensitive_reason:
        yield Problem(
            "close",
            "sensitive_reason",
            _("Give the reason for marking the FIR sensitive"),
            "Youth Bar Association (2016) 9 SCC 473",
        )
    if not answers.read_over:
        yield Problem(
            "close",
            "read_over",
            _("Read the information over to the informant first"),
            "BNSS 173(1)(i)",
        )
    if not answers.attestation:
        yield Problem("close", "attestation", _("Say how the informant signed"), "IIF-I item 14")


def _provisos(answers: FirAnswers) -> Iterator[Problem]:
    if needs_woman_officer(answers) and not answers.woman_officer:
        yield Problem(
            "close",
            "woman_officer",
            _("Name the woman officer who recorded the information"),
            "BNSS 173(1), first proviso",
        )
    if not (answers.informant_disabled and _listed(answers)):
        return
    source = "BNSS 173(1), second proviso"
    if not answers.recorded_where:
        yield Problem(
            "close", "recorded_where", _("Say where the information was recorded"), source
        )
    if not answers.interpreter:
        yield Problem("close", "interpreter", _("Name the interpreter or special educator"), source)
    if not answers.video_reference:
        yield Problem("close", "video_reference", _("Give the number of the film"), source)
