"""A case under investigation goes to another station: its clocks, accused and forms go on there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time

import pytest
from django.db import IntegrityError, connection, transaction

from cctns.cases.actions import (
    CannotRegister,
    receive_case,
    return_case,
    send_case,
    take_up_returned,
)
from cctns.cases.books.answers import ACKNOWLEDGEMENT
from cctns.cases.books.custody import BAIL
from cctns.cases.books.diary import DIARY
from cctns.cases.clocks.store import recompute
from cctns.cases.codes import CaseStage, CaseStatus
from cctns.cases.models import (
    Accused,
    Arrest,
    Case,
    CaseDiaryEntry,
    Clock,
    Fir,
    Remand,
    ZeroTransfer,
)
from cctns.cases.queries import case_for, clocks_of, sheets_of
from cctns.journal import follow
from cctns.lib.clock import IST
from cctns.offices.access import Refused, act_for
from cctns.offices.codes import Rank, Role
from cctns.offices.models import Posting
from cctns.registers.models import GeneralDiaryEntry
from cctns.registers.queries import entry_at
from cctns.registers.rules import NotPossible
from tests.offices.land import Land
from tests.web.conftest import pages_own_role

from .entries import DAY, START
from .investigating import another_accused, arrest_of, opened, write
from .made import case_of
from .test_case_diary import day
from .test_custody import asked, ordered
from .test_final_report import CNR, Hands, answered, in_court
from .test_section_changes import change

REASON = "It happened beyond the canal, in Mills"


@pytest.fixture
def case(travel: object, sho: Posting, io: Posting) -> Case:
    """An accused arrested and in custody for three days: the clock of default bail runs."""
    made = opened(sho, io)
    ordered(io, asked(io, made, arrest_of(io, made)), "police", 0, 3)
    return case_of(made.fir)


@pytest.fixture
def mills(land: Land) -> Posting:
    return land.post(Role.SHO, "mills")


@pytest.fixture
def their_io(land: Land) -> Posting:
    return land.post(Role.IO, "mills")


@pytest.fixture
def sent(land: Land, sho: Posting, case: Case) -> ZeroTransfer:
    return send_case(by=sho, case=case, to=land["mills"], reason=REASON)


@pytest.fixture
def there(travel: object, mills: Posting, their_io: Posting, sent: ZeroTransfer) -> Case:
    travel.shift(2 * DAY)  # type: ignore[attr-defined]
    officer = their_io.officer.username
    return case_of(receive_case(by=mills, transfer=sent, investigating_officer=officer))


def test_a_case_goes_for_a_reason_and_on_an_order_by_its_number(
    land: Land, sho: Posting, case: Case
) -> None:
    with pytest.raises(CannotRegister, match="Give the reason"):
        send_case(by=sho, case=case, to=land["mills"])
    with pytest.raises(CannotRegister, match="number and date of the order"):
        send_case(by=sho, case=case, to=land["mills"], ground="court", reason=REASON)
    with pytest.raises(CannotRegister, match="another police station"):
        send_case(by=sho, case=case, to=land["bazaar"], reason=REASON)
    sent = send_case(
        by=sho,
        case=case,
        to=land["mills"],
        ground="senior",
        reason=REASON,
        order_reference="SP/12 of today",
    )
    assert sorted(one["book"] for one in sent.forms) == ["accused", "arrest", "remand"]
    told = GeneralDiaryEntry.objects.get(kind="case_sent").text
    assert told == f"FIR {case.fir.number} sent to mills: {REASON}"


def test_only_the_officer_in_charge_sends(land: Land, io: Posting, case: Case) -> None:
    with pytest.raises(Refused):
        send_case(by=io, case=case, to=land["mills"], reason=REASON)


def test_both_numbers_are_linked_and_the_sender_shows_it_is_transferred(
    sho: Posting, sent: ZeroTransfer, there: Case, case: Case, settle: Callable[[], None]
) -> None:
    settle()
    assert (there.fir.zero_fir_id, there.fir.zero_fir_number) == (case.fir_id, case.fir.number)
    assert there.status == CaseStatus.INVESTIGATION
    assert case_for(by=sho, fir_id=case.fir_id).stage == CaseStage.TRANSFERRED
    text = GeneralDiaryEntry.objects.get(office=there.office, kind="fir").text
    assert text == f"FIR {there.fir.number} registered on FIR {case.fir.number} of bazaar"


def test_the_accused_go_on_where_they_stood(there: Case, case: Case) -> None:
    new, old = Accused.objects.get(case=there), Accused.objects.get(case=case)
    assert (new.earlier_id, new.code, new.name, new.stage) == (
        old.pk,
        old.code,
        old.name,
        "police_custody",
    )
    assert new.pk == there.fir.parties.get(role="accused").pk


def test_default_bail_counts_from_the_first_remand_at_the_first_station(
    sho: Posting, io: Posting, their_io: Posting, there: Case, case: Case
) -> None:
    """BNSS 187(3): a new station and a new number give no new days."""
    remand = Remand.objects.get()
    assert remand.from_day is not None
    first_day = datetime.combine(remand.from_day, time(), IST)
    here = {one.rule.id: one for one in clocks_of(by=their_io, case=there)}
    first = {one.rule.id: one for one in clocks_of(by=sho, case=case)}
    assert here["default_bail_60"].starts_at == first_day
    assert here["default_bail_60"].closed_at is None
    assert here["progress"].starts_at == START
    assert here["dispatch"].starts_at == START + 2 * DAY  # each FIR is told to its Magistrate
    assert [one.rule.id for one in first.values() if one.closed_at is None] == []
    assert remand.accused_id != Accused.objects.get(case=there).pk


def test_the_worker_stores_the_same_clocks(their_io: Posting, there: Case, case: Case) -> None:
    follow.run_all()
    shown = {(one.rule.id, one.due_at) for one in clocks_of(by=their_io, case=there)}
    stored = Clock.objects.filter(root_id=there.fir_id).values_list("rule", "due_at")
    assert set(stored) == shown
    assert not Clock.objects.filter(root_id=case.fir_id, closed_at=None).exists()


@pytest.mark.parametrize("without", ["hashjoin", "nestloop", "mergejoin"])
def test_however_the_database_reckons_no_clock_is_lost_between_the_stations(
    their_io: Posting, there: Case, case: Case, without: str
) -> None:
    """Both files in one question, whose order nobody knows, are as one after the other."""
    told = Clock.objects.values_list("root_id", "rule", "due_at", "closed_by")
    shown = {(one.rule.id, one.due_at) for one in clocks_of(by=their_io, case=there)}
    recompute({there.fir_id})
    assert set(told.values_list("rule", "due_at")) == shown
    recompute({case.fir_id})
    each = set(told)
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL enable_{without} = off")
        recompute({there.fir_id, case.fir_id})
    assert set(told) == each


def test_a_remand_goes_on_from_the_arrest_of_the_first_station(
    their_io: Posting, there: Case
) -> None:
    arrest = Arrest.objects.get()
    remand = ordered(their_io, asked(their_io, there, arrest), "judicial", 1, 14)
    assert remand.accused == Accused.objects.get(case=there)
    assert Accused.objects.get(case=there).stage == "jail"
    again = asked(their_io, there, arrest)
    with pytest.raises(NotPossible, match="fifteen days in all"):
        ordered(their_io, again, "police", 15, 13)


def test_bail_at_the_receiver_ends_the_clock(their_io: Posting, there: Case) -> None:
    write(
        their_io,
        BAIL,
        there,
        accused_id=Accused.objects.get(case=there).pk,
        kind="regular",
        granted=True,
        court_name="Sessions Judge",
    )
    clock = {one.rule.id: one for one in clocks_of(by=their_io, case=there)}["default_bail_60"]
    assert clock.closed_by == "bail.ordered"


def test_bail_of_another_accused_leaves_the_clock_running(their_io: Posting, there: Case) -> None:
    other = another_accused(their_io, there)
    write(
        their_io,
        BAIL,
        there,
        accused_id=other.pk,
        kind="anticipatory",
        granted=True,
        court_name="Sessions Judge",
    )
    arrest_of(their_io, there, accused_id=other.pk)
    clocks = [one for one in clocks_of(by=their_io, case=there) if one.rule.id == "default_bail_60"]
    assert [one.closed_by for one in clocks] == [""]


def test_nothing_is_written_on_the_sent_case(
    sho: Posting, io: Posting, case: Case, there: Case
) -> None:
    with pytest.raises(Refused, match="not under investigation here"):
        another_accused(io, case_of(case.fir))
    with pytest.raises(IntegrityError, match="took it over"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(copy_given_to="Sunita Devi")
    with pytest.raises(IntegrityError, match="sent to another station"), transaction.atomic():
        Arrest.objects.filter(case=case).update(place="Elsewhere")


def test_nothing_is_written_while_it_is_on_its_way(
    sho: Posting, case: Case, sent: ZeroTransfer
) -> None:
    with pytest.raises(IntegrityError, match="has not returned it"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(status="investigation")
    with pytest.raises(IntegrityError, match="sent to another station"), transaction.atomic():
        Arrest.objects.filter(case=case).update(place="Elsewhere")


def test_returned_it_is_taken_up_and_its_clocks_ran_on(
    sho: Posting, mills: Posting, case: Case, sent: ZeroTransfer, settle: Callable[[], None]
) -> None:
    answer = return_case(by=mills, transfer=sent, reason="The canal is the border")
    taken = take_up_returned(by=sho, case=case_of(case.fir), answer=answer)
    settle()
    assert taken.status == CaseStatus.INVESTIGATION
    assert GeneralDiaryEntry.objects.filter(kind="case_returned").count() == 2
    clocks = {one.rule.id: one for one in clocks_of(by=sho, case=taken)}
    assert clocks["default_bail_60"].closed_at is None
    assert clocks["progress"].closed_at is None


def test_an_order_of_no_number_and_a_second_sending_are_refused_by_the_database(
    land: Land, sho: Posting, case: Case, sent: ZeroTransfer, settle: Callable[[], None]
) -> None:
    with pytest.raises(IntegrityError, match="transfer_by_order"), transaction.atomic():
        ZeroTransfer.objects.filter(pk=sent.pk).update(ground="court")
    stale = case_of(case.fir)
    stale.status = CaseStatus.INVESTIGATION
    with pytest.raises(IntegrityError, match="not returned"):
        send_case(by=sho, case=stale, to=land["fort"], reason=REASON)


def test_sections_that_were_added_go_along(
    land: Land, sho: Posting, mills: Posting, io: Posting, case: Case
) -> None:
    change(io, case, ("add", "BNS", "309(4)"))
    sent = send_case(by=sho, case=case, to=land["mills"], reason=REASON)
    fir = receive_case(by=mills, transfer=sent, investigating_officer=mills.officer.username)
    assert [one.number for one in fir.sections.all()] == ["304(2)", "309(4)"]


def test_the_receiver_reads_the_forms_and_another_station_does_not(
    land: Land, io: Posting, sho: Posting, mills: Posting, their_io: Posting, case: Case
) -> None:
    fort = land.post(Role.SHO, "fort")
    diary = day(io, case)
    with pages_own_role():
        sent = send_case(by=sho, case=case, to=land["mills"], reason=REASON)
        assert _seen(mills) == (0, 0, 0, 0)  # the record itself carries what it needs
        receive_case(by=mills, transfer=sent, investigating_officer=their_io.officer.username)
        assert _seen(mills) == (2, 2, 1, 1)
        assert _seen(fort) == (0, 0, 0, 0)
        old = case_for(by=their_io, fir_id=case.fir_id)
        read = sorted(one.book for one in sheets_of(by=their_io, case=old))
        assert read == ["accused", "arrest", "case_diary", "remand"]
        entry, _lists = entry_at(by=their_io, book=DIARY, entry_id=diary.pk)
        assert isinstance(entry, CaseDiaryEntry)
        act_for(fort)
        assert not Fir.objects.filter(pk=case.fir_id).exists()
        act_for(their_io)
        here = case_for(by=their_io, fir_id=Fir.objects.get(zero_fir_id=case.fir_id).pk)
        clocks = {one.rule.id for one in clocks_of(by=their_io, case=here)}
    assert "default_bail_60" in clocks


def _seen(by: Posting) -> tuple[int, int, int, int]:
    act_for(by)
    return (
        Fir.objects.count(),
        Case.objects.count(),
        Arrest.objects.count(),
        CaseDiaryEntry.objects.count(),
    )


def test_the_final_report_is_made_at_the_receiver(
    land: Land, mills: Posting, their_io: Posting, there: Case
) -> None:
    """What was written at the first station stands in it: nothing is typed twice."""
    hands = Hands(
        io=their_io,
        sho=mills,
        prosecutor=land.post(Role.PROSECUTOR, "prosecution"),
        sp=land.post(Role.SP, "west", rank=Rank.SP),
        court=land.post(Role.COURT, "court"),
    )
    report = in_court(hands, there)
    answered(hands.court, ACKNOWLEDGEMENT, report, receipt="consumed", cnr=CNR)
    assert case_for(by=mills, fir_id=there.fir_id).stage == CaseStage.ON_FILE
    line = report.accused_lines.get()
    assert line.sent
    assert "Police custody" in line.custody
    assert [one.what.split()[0] for one in report.documents.all()] == ["IIF-I", "IIF-III"]
    clock = {one.rule.id: one for one in clocks_of(by=their_io, case=there)}["default_bail_60"]
    assert clock.closed_by == "report.transmitted"
