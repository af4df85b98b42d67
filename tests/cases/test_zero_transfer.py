"""A Zero FIR goes to the station that has jurisdiction; both numbers stay linked for ever."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection

from cctns.cases.actions import (
    CannotRegister,
    receive_case,
    return_case,
    send_case,
    take_up_returned,
)
from cctns.cases.codes import CaseStatus
from cctns.cases.models import Case, Fir, ZeroTransfer
from cctns.cases.queries import answers_to, transfer_for, transfers_here, worklist
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from tests.offices.land import Land

from .made import NARRATIVE, case_of, registered


@pytest.fixture
def case(sho: Posting) -> Case:
    return case_of(registered(sho, kind="zero", action="transfer", outside_station="Mills"))


@pytest.fixture
def mills(land: Land) -> Posting:
    return land.post(Role.SHO, "mills")


@pytest.fixture
def sent(land: Land, sho: Posting, case: Case) -> ZeroTransfer:
    return send_case(by=sho, case=case, to=land["mills"])


def test_the_receiver_registers_its_own_number_and_both_are_linked(
    sho: Posting, mills: Posting, case: Case, sent: ZeroTransfer, settle: Callable[[], None]
) -> None:
    fir = receive_case(by=mills, transfer=sent, investigating_officer=mills.officer.username)
    settle()
    fir = Fir.objects.get(pk=fir.pk)
    assert (fir.office, fir.series, fir.serial) == (mills.office, "fir", 1)
    assert (fir.zero_fir_id, fir.zero_fir_number) == (case.fir_id, case.fir.number)
    assert fir.zero_fir_station == "bazaar"
    assert fir.narrative == NARRATIVE
    assert [one.name for one in fir.parties.all()] == ["Sunita Devi", "Vikram @ Vicky"]
    assert fir.papers.get().last4 == "4567"
    answer = answers_to(by=sho, case=case)[0]
    assert (answer.accepted, answer.number) == (True, fir.number)


def test_the_sender_keeps_its_record_and_writes_nothing_of_the_receivers(
    sho: Posting, mills: Posting, case: Case, sent: ZeroTransfer
) -> None:
    before = Case.objects.get(pk=case.pk)
    receive_case(by=mills, transfer=sent, investigating_officer=mills.officer.username)
    after = Case.objects.get(pk=case.pk)
    assert (before.version, after.version) == (2, 2)
    assert after.status == CaseStatus.SENT


def test_it_waits_on_the_receivers_worklist_until_answered(
    mills: Posting, sent: ZeroTransfer
) -> None:
    assert [one.verb for one in worklist(by=mills)] == ["answer"]
    assert transfers_here(by=mills) == [transfer_for(by=mills, transfer_id=sent.id)] == [sent]
    receive_case(by=mills, transfer=sent, investigating_officer=mills.officer.username)
    assert transfers_here(by=mills) == []


def test_it_is_answered_once(mills: Posting, sent: ZeroTransfer) -> None:
    receive_case(by=mills, transfer=sent, investigating_officer=mills.officer.username)
    with pytest.raises(CannotRegister, match="answered already"):
        return_case(by=mills, transfer=sent, reason="Not ours")
    with pytest.raises(CannotRegister, match="answered already"):
        receive_case(by=mills, transfer=sent, investigating_officer=mills.officer.username)


def test_another_station_does_not_answer(land: Land, sent: ZeroTransfer) -> None:
    fort = land.post(Role.SHO, "fort")
    with pytest.raises(CannotRegister, match="another station"):
        return_case(by=fort, transfer=sent, reason="Mine")


def test_only_the_officer_in_charge_answers(land: Land, sent: ZeroTransfer) -> None:
    with pytest.raises(Refused):
        return_case(by=land.post(Role.IO, "mills"), transfer=sent, reason="Not ours")


def test_returned_with_its_reason_it_is_sent_elsewhere(
    land: Land, sho: Posting, mills: Posting, case: Case, sent: ZeroTransfer
) -> None:
    with pytest.raises(CannotRegister, match="Give the reason"):
        return_case(by=mills, transfer=sent, reason=" ")
    answer = return_case(by=mills, transfer=sent, reason="The canal is Fort's")
    take_up_returned(by=sho, case=case, answer=answer)
    again = send_case(by=sho, case=case, to=land["fort"])
    assert again.to_office == land["fort"]


def test_only_a_zero_fir_is_sent_and_only_to_another_station(
    land: Land, sho: Posting, case: Case
) -> None:
    ordinary = case_of(registered(sho))
    for wrong, to in ((ordinary, "mills"), (case, "bazaar"), (case, "court")):
        with pytest.raises(CannotRegister):
            send_case(by=sho, case=wrong, to=land[to])


def test_row_level_security_shows_the_receiver_what_was_sent_and_nothing_else(
    land: Land, mills: Posting, sent: ZeroTransfer, as_app: None
) -> None:
    def visible(office: str) -> tuple[int, int]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('cctns.office', %s, true)", [str(land[office].pk)])
        return ZeroTransfer.objects.count(), Fir.objects.count()

    assert visible("mills") == (1, 0)
    assert visible("bazaar") == (1, 1)
    assert visible("fort") == (0, 0)
