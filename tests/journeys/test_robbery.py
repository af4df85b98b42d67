"""A robbery from the call to 112 to the appeal, through the hands of all who have a part in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from cctns.cases.codes import CaseStage
from cctns.cases.models import Accused, Arrest, Fir
from cctns.lib.clock import now
from cctns.offices.access import today
from cctns.offices.codes import Rank, Role
from cctns.registers import book as books

from .desk import Desk
from .fir import registers_fir
from .station import hours_ago

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own

Sits = Callable[..., Desk]
WORDS = "दो लड़कों ने चाकू दिखाकर मेरा पर्स और सोने की चेन छीन ली।"
COURT = "JMFC, Rampur"
CNR = "ZZRM010012342026"
PANCHES = [
    {"name": "Mohan Lal", "address": "14, Gali 3, Rampur"},
    {"name": "Iqbal Ahmed", "address": "Main bazaar, Rampur"},
]
CHAIN = {
    "property_class": "jewellery",
    "description": "Gold chain with a broken link",
    "value": "45000",
    "register_number": "31/2026",
    "packet": "P1, seal RK",
}


@dataclass
class Hands:
    """Those who write of the case at its station."""

    desk: Desk
    sho: Desk
    io: Desk


def station(sits_down: Sits, *, scripts: bool = True) -> Hands:
    duty, sho, io = (
        sits_down(role, "bazaar", scripts=scripts)
        for role in (Role.DUTY_OFFICER, Role.SHO, Role.IO)
    )
    return Hands(duty, sho, io)


def test_a_robbery_from_the_call_to_the_appeal(sits_down: Sits) -> None:
    hands = station(sits_down)
    fir = called_and_registered(hands)
    investigated(hands.io)
    arrested(hands.io)
    seized(hands.io)
    remanded_and_bail_refused(hands.io)
    examined_by_the_laboratory(hands.io)
    report = reported(hands)
    answered(hands, sits_down, report, fir)
    for officer in (hands.desk, hands.sho, hands.io):
        officer.has_them_verified()


def test_its_core_needs_no_scripts(sits_down: Sits) -> None:
    hands = station(sits_down, scripts=False)
    called_and_registered(hands)
    hands.io.enters("accused", name="Vikram", sex="male", reason="Named by a witness")
    arrested(hands.io)
    reported(hands)


def stands_at(officer: Desk, stage: CaseStage) -> None:
    officer.opens(officer.case)
    officer.sees(str(stage.label))


def called_and_registered(hands: Hands) -> Fir:
    desk, sho, io = hands.desk, hands.sho, hands.io
    told = {"channel": "erss", "event_id": "ERSS-4711", "place": "School gate, main bazaar"}
    call = desk.enters("call", **told, told="Two men with a knife took my chain")
    fir = registers_fir(sho, "BNS 309(4)", WORDS, by=sho.officer)
    desk.opens(call)
    done = {"unit": "PCR 7", "action": "The complainant was brought to the station"}
    desk.goes_on("call", "act", **done, outcome="fir", reference=fir.number)
    desk.prints_all("ERSS-4711", fir.number)
    designated(sho, io)
    io.takes_up(fir)
    stands_at(io, CaseStage.INVESTIGATION)
    io.opens("/")
    io.sees(f"FIR {fir.number}")
    return fir


def designated(sho: Desk, io: Desk) -> None:
    sho.opens(f"{sho.case}officer/")
    sho.answers({"officer": io.officer.username})
    sho.clicks("Name this officer")
    sho.sees(f"Investigating officer: {io.officer.name}")


def investigated(io: Desk) -> None:
    io.enters(
        "crime",
        minor_head="robbery.road",
        method_1="robbery.blade",
        character="none",
        language="silent",
        feature_1="masked",
        place_type="road",
        place_description="Lane of four metres before the school gate",
        sketch="Sketch 1",
        happened_at=hours_ago(0),
        panchnama_ended_at=now(),
        expert="FSL van, at once",
        recording="SID-2026-000030",
        panches=PANCHES,
    )
    io.prints_all("Mohan Lal", "Sketch 1")
    io.enters(
        "statement",
        witness_kind="eye",
        name="Ramu",
        sex="male",
        age=40,
        where="scene",
        language="hi",
        text="मैं दुकान पर था। दो लड़के भागे।",
    )
    io.prints_all("Ramu", "मैं दुकान पर था")
    io.enters("accused", name="Vikram", sex="male", reason="Named by the witness Ramu")
    io.prints_all("Vikram")


def arrested(io: Desk) -> None:
    io.enters(
        "arrest",
        accused=str(Accused.objects.get()),
        place="Bus stand",
        kind="forwarded",
        reasons="No fixed address: he would flee",
        grounds="Identified by the complainant",
        rights_told=True,
        witness_name="Mohan Lal",
        articles="NIL",
        prints_number="2700000001",
    )
    io.goes_on("arrest", "inform", relative_told="Mother", relative_told_at=now())
    seen = {"examined_by": "Dr Rao", "examination": "No injury"}
    io.goes_on("arrest", "examine", examined_at=now(), **seen)
    io.goes_on("arrest", "produce", produced_at=now(), produced_before=COURT)
    io.prints_all("Vikram")
    io.prints("Memo of arrest", "गिरफ़्तारी ज्ञापन", language="hi")


def seized(io: Desk) -> None:
    io.enters(
        "seizure",
        nature="stolen",
        place="House of Vikram, Rampur",
        name="Vikram",
        grounds="He produced the chain from a tin box",
        seal="RK",
        copy_to="Vikram",
        recording="SID-2026-000031",
        witnesses=PANCHES,
        items=[CHAIN],
    )
    io.goes_on("seizure", "send", recording_sent_at=now(), recording_sent_to=COURT)
    io.goes_on("seizure", "report", reported_at=now(), reported_to=COURT)
    io.prints_all("Gold chain with a broken link")


def remanded_and_bail_refused(io: Desk) -> None:
    arrest = Arrest.objects.get()
    io.opens(f"{io.case}clocks/")
    io.sees_not("default bail")
    io.enters(
        "remand",
        arrest=f"{arrest.accused}, {arrest.number}",
        kind_asked="judicial",
        days_asked=14,
        grounds="The other robber is at large",
        diary_sent=True,
    )
    ordered = {"court_name": COURT, "kind": "judicial", "order_number": "Order 5"}
    fortnight = {"from_day": today(), "to_day": today() + timedelta(days=13)}
    io.goes_on("remand", "order", **ordered, **fortnight)
    io.prints_all("Vikram", "14")
    io.opens(f"{io.case}clocks/")
    io.sees("Warnings before default bail")
    why = {"kind": "regular", "opposed": "He would flee"}
    io.enters("bail", accused=str(arrest.accused), granted=False, court_name=COURT, **why)
    io.opens(f"{io.case}clocks/")
    io.sees("Warnings before default bail")


def examined_by_the_laboratory(io: Desk) -> None:
    io.enters(
        "forensic",
        laboratory="FSL, Madhuban",
        division="Physics",
        brief="A chain was torn off",
        questions="Do the two ends of the link fit?",
        seal="RK",
        exhibits=[{"mark": "E1", "description": "Chain in a cloth parcel", "seals": "3 of RK"}],
    )
    sent = {"forwarding_number": "F 12", "messenger": "HC 7"}
    io.goes_on("forensic", "send", sent_at=now(), **sent)
    io.goes_on("forensic", "receive", received_at=now(), laboratory_number="P 88")
    told = {"report_number": "P 88/R", "opinion": "They fit"}
    io.goes_on("forensic", "report", reported_at=now(), **told)
    io.prints_all("FSL, Madhuban")
    io.enters(
        "case_diary",
        day=today(),
        began_at=hours_ago(1),
        closed_at=now(),
        circumstances="Scene visited, Vikram arrested, chain found",
    )
    io.prints_all("Vikram arrested")


def reported(hands: Hands) -> str:
    """What the forms know already goes into the report; nobody types it again."""
    io = hands.io
    address = io.enters("report")
    io.sees("Charge-sheeted", "Vikram", "309(4)")
    stands_at(io, CaseStage.PREPARED)
    io.opens(address)
    io.goes_on("report", "submit")
    stands_at(io, CaseStage.SUBMITTED)
    return address


def answered(hands: Hands, sits_down: Sits, report: str, fir: Fir) -> None:
    sho, io = hands.sho, hands.io
    prosecutor = sits_down(Role.PROSECUTOR, "prosecution")
    sp = sits_down(Role.SP, "east", rank=Rank.SP)
    court = sits_down(Role.COURT, "court")

    answers(prosecutor, "vetting", opinion="fit")
    sho.opens(report)
    sho.goes_on("report", "forward")
    stands_at(io, CaseStage.FORWARDED)
    answers(sp, "approval", decision="approved")
    stands_at(io, CaseStage.APPROVED)
    sho.opens(report)
    sho.goes_on("report", "transmit", transmitted_at=now())
    sho.prints_all(fir.number, "Vikram", "Gold chain with a broken link")
    stands_at(io, CaseStage.TRANSMITTED)
    answers(court, "acknowledgement", receipt="consumed", cnr=CNR)
    stands_at(io, CaseStage.ON_FILE)
    judged = {"presiding": COURT, "case_number": "CC 12/2026", "judgment_on": today()}
    answers(court, "disposal", **judged, verdicts=[{"verdict": "acquitted"}])
    court.prints_all("CC 12/2026", "Vikram")
    stands_at(io, CaseStage.DISPOSED)
    filed = {"appeal_number": "CrA 3/2026", "by_whom": "state", "filed_on": today()}
    answers(court, "appeal", **filed, against="Acquittal of A1")
    stands_at(io, CaseStage.APPEAL)
    court.goes_on("appeal", "decide", decision="dismissed", decided_on=today())
    court.prints_all("CrA 3/2026")
    stands_at(io, CaseStage.FINAL)
    court.has_them_verified()


def answers(officer: Desk, register: str, **told: object) -> None:
    """The report that waits on this officer's list is opened and answered."""
    officer.opens("/reports/")
    officer.page.get_by_role("main").get_by_role("table").get_by_role("link").first.click()
    officer.clicks(books.named(register).enter.title)
    officer.fills(told)
