"""Returns: what they count in their days, what they say of old records, what leads to the cases."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import translation

from cctns.analytics.cuts import Cut
from cctns.analytics.drill import cases_of
from cctns.analytics.events import EventCut, events_of
from cctns.analytics.models import IssuedReturn
from cctns.analytics.returns import RETURNS, issue, period_of, sheets_of
from cctns.analytics.sheets import Cell, Sheet, percent
from cctns.cases.actions import receive_case, send_case
from cctns.cases.books.answers import ACKNOWLEDGEMENT, DISPOSAL
from cctns.cases.models import Case
from cctns.journal import follow
from cctns.journal.models import JournalEntry
from cctns.lib.clock import IST, now
from cctns.lib.ids import uuid7
from cctns.offices import access
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.actions import make_entry
from cctns.registers.books.ncr import NCR
from tests.cases.investigating import arrest_of, opened
from tests.cases.made import registered
from tests.cases.test_final_report import CNR, Hands, answered, arrested_case, in_court
from tests.offices.land import Land


def numbers(sheet: Sheet, row: str) -> dict[str, str]:
    """The cells of one row by their heads."""
    found = next(one for one in sheet.rows if one[0] == row)
    cells = [one if isinstance(one, str) else one.text for one in found]
    return dict(zip(sheet.heads, cells, strict=True))


def shown(by: Posting, name: str, at: str = "", office: Any = None) -> list[Sheet]:
    place = office or by.office
    return sheets_of(by=by, office=place, name=name, period=period_of(name, at))


def today_() -> str:
    return now().astimezone(IST).date().isoformat()


def test_the_daily_report_of_a_district(land: Land, sho: Posting, io: Posting, sp: Posting) -> None:
    case = opened(sho, io)
    arrest_of(io, case)
    opened(sho, io, offences=[{"act": "BNS", "number": "103(1)"}])
    told = {"happened_at": now(), "place": "Bazaar", "substance": "He abused me"}
    told |= {"offence": "BNS 352", "name": "Sita", "village": "Rampur"}
    make_entry(by=sho, book=NCR, entry_id=uuid7(), details=told)
    cases, by_head, events = shown(sp, "daily", today_())
    assert numbers(cases, "Registered")["Number"] == "2"
    assert numbers(cases, "Open at the end")["Number"] == "2"
    assert numbers(by_head, "Murder and culpable homicide")["Number"] == "1"
    assert numbers(by_head, "Snatching")["Number"] == "1"
    assert numbers(events, "Persons arrested")["Number"] == "1"
    assert numbers(events, "Non-cognizable reports")["Number"] == "1"
    yesterday = (now().astimezone(IST).date() - timedelta(days=1)).isoformat()
    assert numbers(shown(sp, "daily", yesterday)[0], "Registered")["Number"] == "0"


@pytest.mark.parametrize("name", RETURNS)
@pytest.mark.parametrize("stored", [False, True])
def test_every_number_that_leads_further_leads_to_as_many(
    land: Land, hands: Hands, name: str, stored: bool
) -> None:
    disposed(hands)
    opened(hands.sho, hands.io)
    if stored:
        follow.run_all()
    for office in (land["east"], land["bazaar"]):
        at = "" if RETURNS[name][0] == "year" else (today_() if name == "daily" else today_()[:7])
        led = 0
        for sheet in shown(hands.sp, name, at, office):
            for cell in (one for row in sheet.rows for one in row if isinstance(one, Cell)):
                if isinstance(cell.cut, Cut):
                    found = cases_of(by=hands.sp, office=office, cut=cell.cut).firs
                elif isinstance(cell.cut, EventCut):
                    found = events_of(by=hands.sp, office=office, cut=cell.cut).rows
                else:
                    assert cell.text == "0"
                    continue
                led += 1
                assert len(found) == int(cell.text)
        assert led or name == "persons"


@pytest.fixture
def hands(land: Land, io: Posting, sho: Posting, sp: Posting) -> Hands:
    prosecutor = land.post(Role.PROSECUTOR, "prosecution")
    court = land.post(Role.COURT, "court")
    return Hands(io=io, sho=sho, prosecutor=prosecutor, sp=sp, court=court)


def disposed(hands: Hands, verdict: str = "convicted") -> Case:
    """A case charge-sheeted, put in court, and decided."""
    case = arrested_case(hands)
    report = in_court(hands, case)
    answered(hands.court, ACKNOWLEDGEMENT, report, receipt="consumed", cnr=CNR)
    verdicts = {"verdicts": [{"who": "A1", "verdict": verdict}]}
    judged = {"presiding": "JMFC", "case_number": "CC 12/2026", "judgment_on": access.today()}
    answered(hands.court, DISPOSAL, report, verdicts, **judged)
    return case


def test_the_yearly_tables_of_police_courts_and_property(hands: Hands, land: Land) -> None:
    """Two years: one case open from last year, three of this one, of which two are disposed of."""
    with time_machine.travel(now() - timedelta(days=400), tick=False):
        opened(hands.sho, hands.io)
    disposed(hands)
    disposed(hands, "acquitted")
    opened(hands.sho, hands.io, offences=[{"act": "NDPS", "number": "20"}])
    by_head, by_office = shown(hands.sp, "police", office=land["circle"])
    row = numbers(by_head, "Total")
    assert (row["Open from before"], row["Registered"], row["Charge-sheeted"]) == ("1", "3", "2")
    assert (row["Disposed of by the police"], row["Open at the end"]) == ("2", "2")
    assert (row["Pendency, %"], row["Charge-sheeting rate, %"]) == ("50.0", "100.0")
    assert numbers(by_office, "bazaar")["Registered"] == "3"
    row = numbers(shown(hands.sp, "courts")[0], "Snatching")
    assert (row["Convicted"], row["Acquitted"], row["Conviction rate, %"]) == ("1", "1", "50.0")
    assert row["In trial at the end"] == "0"
    row = numbers(shown(hands.sp, "property")[0], "Total")
    assert (row["Cases with stolen property"], row["Value stolen, rupees"]) == ("3", "135000.00")
    penal, special = shown(hands.sp, "crimes")
    assert numbers(penal, "Snatching")["All offices"] == "2"
    assert numbers(special, "Narcotic drugs")["All offices"] == "1"
    arrested, victims = shown(hands.sp, "persons")
    assert numbers(arrested, "Male")["Total"] == "2"
    assert {row[0] for row in victims.rows} == {"Male", "Female", "Transgender", "Not known"}


def test_a_zero_fir_is_a_crime_of_the_station_that_registers_it_again(
    land: Land, sho: Posting, io: Posting, sp: Posting
) -> None:
    there = land.post(Role.SHO, "fort")
    fir = registered(
        sho,
        kind="zero",
        action="transfer",
        outside_limits=True,
        outside_station="Fort",
        investigating_officer="",
    )
    assert numbers(shown(sp, "daily", today_())[0], "Registered")["Number"] == "0"
    sent = send_case(by=sho, case=fir.case, to=land["fort"])
    receive_case(by=there, transfer=sent, investigating_officer=there.officer.username)
    cases = shown(sp, "daily", today_(), land["circle"])[0]
    row = numbers(cases, "Registered")
    assert (row["bazaar"], row["fort"], row["Total"]) == ("0", "1", "1")


def test_an_issued_return_stays_as_it_was_sent(sho: Posting, io: Posting, sp: Posting) -> None:
    opened(sho, io)
    period = period_of("daily", today_())
    issued = issue(by=sp, office=sp.office, name="daily", period=period)
    opened(sho, io)
    kept = IssuedReturn.objects.get(pk=issued.pk)
    row = next(one for one in kept.told["en"][0]["rows"] if one[0] == "Registered")
    assert row[-1] == "1"
    assert kept.told["hi"][0]["title"] != kept.told["en"][0]["title"]
    entry = JournalEntry.objects.get(record_id=issued.pk)
    assert (entry.kind, entry.office_id) == ("return.issued", sp.office_id)


@pytest.mark.parametrize(
    ("name", "at"),
    [("daily", "2026-11"), ("monthly", "2026-13"), ("police", "26"), ("police", "0001")],
)
def test_days_that_are_none(name: str, at: str) -> None:
    with pytest.raises(ValueError, match=r"is no|must be|range"):
        period_of(name, at)


def test_months_and_years_have_their_whole_days() -> None:
    february = period_of("monthly", "2028-02")
    assert (february.since, february.until) == (date(2028, 2, 1), date(2028, 2, 29))
    assert (february.before.at, february.after.at) == ("2028-01", "2028-03")
    assert period_of("police", "2026").after.at == "2027"
    assert period_of("daily", "2026-12-31").after.at == "2027-01-01"


def test_rates_have_one_digit() -> None:
    """Crime in India 2023: 27,53,235 charge-sheeted of 37,85,839 disposed of is 72.7 %."""
    assert percent(2_753_235, 3_785_839) == "72.7"
    assert (percent(1, 8), percent(0, 0)) == ("12.5", "—")


def test_no_return_speaks_of_a_person(hands: Hands) -> None:
    disposed(hands)
    with translation.override("en"):
        for name in RETURNS:
            at = "" if RETURNS[name][0] == "year" else today_()[: 10 if name == "daily" else 7]
            told = str([one.plain for one in shown(hands.sp, name, at)])
            assert "Sunita" not in told
            assert "Vikram" not in told
