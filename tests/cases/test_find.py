"""Finding FIRs by number, day, section, station, officer and name; lists that leave the house."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from cctns.cases.actions import CannotRegister, export_firs
from cctns.cases.actions.export import HEADER
from cctns.cases.models import Export, Fir
from cctns.cases.queries import Wanted, case_for, drafts, find_firs, worklist
from cctns.journal.models import SerialCounter
from cctns.lib.text import BadText
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from tests.offices.land import Land

from .made import accused, complainant, draft_of, registered


def found(by: Posting, **wanted: Any) -> set[str]:
    return {one.number for one in find_firs(by=by, wanted=Wanted(**wanted)).firs}


def numbered(sho: Posting, serial: int) -> Fir:
    """An FIR of this serial, in the year 2031."""
    if serial > 1:
        with time_machine.travel(datetime(2031, 5, 4, 5, 0, tzinfo=UTC), tick=False):
            registered(sho)
        SerialCounter.objects.filter(series="fir.fir").update(last=serial - 1)
    with time_machine.travel(datetime(2031, 5, 4, 6, 0, tzinfo=UTC), tick=False):
        return registered(sho)


@pytest.mark.parametrize(
    "spelling",
    [
        *("142", "0142", "142/2031", "0142/2031", "142 / 2031", "142 of 2031", "FIR 142/2031"),
        *(
            "FIR No. 142 of 2031",
            "Crime No. 142/2031",
            "१४२/२०३१",
            "  142/2031  ",
            "Cr.No.142/2031",
        ),
    ],
)
def test_a_number_is_found_in_every_spelling(sho: Posting, spelling: str) -> None:
    numbered(sho, 142)
    assert found(sho, number=spelling) == {"0142/2031"}


@pytest.mark.parametrize("serial", [10_000, 100_000])
def test_long_numbers_are_found_too(sho: Posting, serial: int) -> None:
    numbered(sho, serial)
    assert (
        found(sho, number=f"{serial}") == found(sho, number=f"{serial}/2031") == {f"{serial}/2031"}
    )


@pytest.mark.parametrize("spelling", ["142/2030", "9" * 40, "abc", "14", "0/142/2031", "-1"])
def test_another_number_is_not_found(sho: Posting, spelling: str) -> None:
    numbered(sho, 142)
    assert found(sho, number=spelling) == set()


def test_long_numbers_sort_by_time_not_by_letters(sho: Posting) -> None:
    numbered(sho, 9_999)
    with time_machine.travel(datetime(2031, 5, 5, 6, 0, tzinfo=UTC), tick=False):
        registered(sho)
    newest = [one.number for one in find_firs(by=sho, wanted=Wanted()).firs][:2]
    assert newest == ["10000/2031", "9999/2031"]


def test_a_zero_fir_is_found_in_its_own_series(sho: Posting) -> None:
    with time_machine.travel(datetime(2031, 5, 4, 6, 0, tzinfo=UTC), tick=False):
        registered(sho)
        registered(sho, kind="zero", action="transfer", outside_station="Fort")
    for spelling in ("0/1/2031", "0/0001/2031", "0/2031/1", "Zero FIR 0/1/2031"):
        assert found(sho, number=spelling) == {"0/0001/2031"}
    assert found(sho, number="1/2031") == {"0/0001/2031", "0001/2031"}


def test_days_are_indian_days_and_both_count(sho: Posting) -> None:
    numbered(sho, 1)
    day = datetime(2031, 5, 4).date()
    assert found(sho, since=day, until=day) == {"0001/2031"}
    assert found(sho, until=day - timedelta(days=1)) == set()
    assert found(sho, since=day + timedelta(days=1)) == set()


@pytest.mark.parametrize(
    ("wanted", "hit"),
    [
        ({"act": "BNS", "section": "304(2)"}, True),
        ({"act": "BNS", "section": "304 (2)"}, True),
        ({"section": "304(2)"}, True),
        ({"act": "BNS"}, True),
        ({"act": "IPC", "section": "304(2)"}, False),
        ({"act": "BNS", "section": "303(2)"}, False),
    ],
)
def test_by_act_and_section(sho: Posting, wanted: dict[str, str], hit: bool) -> None:
    registered(sho)
    assert bool(found(sho, **wanted)) is hit


def test_by_station_and_investigating_officer(land: Land, sho: Posting) -> None:
    registered(sho)
    dysp = land.post(Role.SDPO, "sub")
    assert found(dysp, station=sho.office_id) == found(dysp, officer=sho.officer.username) != set()
    assert found(dysp, station=land["fort"].pk) == found(dysp, officer="NOBODY") == set()


@pytest.mark.parametrize(
    ("name", "exact", "hit"),
    [
        ("sunita", False, True),
        ("SUNITA DE", False, True),
        ("sunita  devi", True, True),
        ("Sunita", True, False),
        ("devi", False, False),
        ("राम", False, True),
        ("रामलाल वर्मा", True, True),
        ("José", False, True),
        ("Jose\u0301", True, True),
        ("%", False, False),
        ("_unita", False, False),
    ],
)
def test_by_name_exact_and_from_its_beginning(
    sho: Posting, name: str, exact: bool, hit: bool
) -> None:
    persons = [complainant(), accused(name="रामलाल वर्मा"), accused(name="Jose\u0301")]
    registered(sho, persons=persons)
    assert bool(found(sho, name=name, exact_name=exact)) is hit


def test_a_name_that_arrives_damaged_is_refused(sho: Posting) -> None:
    with pytest.raises(BadText):
        find_firs(by=sho, wanted=Wanted(name="a\x00"))


def test_one_finds_only_within_ones_jurisdiction(land: Land, sho: Posting) -> None:
    registered(sho)
    assert found(land.post(Role.SHO, "fort")) == set()
    assert found(land.post(Role.SP, "west")) == set()
    assert found(land.post(Role.SP, "east")) != set()
    with pytest.raises(Refused):
        find_firs(by=land.post(Role.CONSTABLE, "bazaar"), wanted=Wanted())


def test_pages_follow_each_other_without_gap_or_double(sho: Posting) -> None:
    with time_machine.travel(datetime(2031, 5, 4, 6, 0, tzinfo=UTC), tick=False):
        made = {registered(sho).id for _ in range(7)}  # all at one moment
    seen, after = [], ""
    while True:
        page = find_firs(by=sho, wanted=Wanted(after=after), size=3)
        seen += [one.id for one in page.firs]
        after = page.next_cursor
        if not after:
            break
    assert len(seen) == 7
    assert set(seen) == made


@pytest.mark.parametrize("cursor", ["x", "2031-01-01~", "~", "2031-01-01T00:00:00+00:00~x"])
def test_a_broken_cursor_is_a_value_error(sho: Posting, cursor: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|UUID"):
        find_firs(by=sho, wanted=Wanted(after=cursor))


def test_queries_do_not_grow_with_the_rows(
    sho: Posting, django_assert_max_num_queries: Any
) -> None:
    for _ in range(4):
        fir = registered(sho)
        draft_of(sho)
    with django_assert_max_num_queries(9):
        for one in find_firs(by=sho, wanted=Wanted()).firs:
            assert one.office.name
            assert one.case.investigating_officer.name
            assert list(one.sections.all())
    with django_assert_max_num_queries(10):
        assert len(worklist(by=sho)) == 12
    with django_assert_max_num_queries(7):
        assert len([one.officer.name for one in drafts(by=sho)]) == 4
    with django_assert_max_num_queries(13):
        case = case_for(by=sho, fir_id=fir.pk)
        assert [list(one.papers.all()) for one in case.fir.parties.all()]


def test_a_list_leaves_with_its_purpose_in_the_journal(sho: Posting) -> None:
    fir = registered(sho, persons=[complainant(name="=HYPERLINK(1)"), accused()])
    rows = export_firs(by=sho, wanted=Wanted(act="BNS"), purpose=" Crime  meeting ")
    assert dict(zip(HEADER, rows[0], strict=True))["number"] == fir.number
    assert dict(zip(HEADER, rows[0], strict=True))["complainant"] == "'=HYPERLINK(1)"
    kept = Export.objects.get()
    assert (kept.purpose, kept.wanted, kept.rows) == ("Crime meeting", {"act": "BNS"}, 1)


def test_no_list_without_a_purpose(sho: Posting) -> None:
    with pytest.raises(CannotRegister, match="what the list is for"):
        export_firs(by=sho, wanted=Wanted(), purpose=" ")
    assert not Export.objects.exists()


def test_the_duty_officer_takes_no_lists(duty_officer: Posting) -> None:
    with pytest.raises(Refused):
        export_firs(by=duty_officer, wanted=Wanted(), purpose="Curiosity")
