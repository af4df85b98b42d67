"""General Diary, charge of the station, and complaints from receipt to reasoned outcome."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from cctns.cases.actions import CannotRegister, register_fir, save_draft, start_draft
from cctns.cases.codes import FirKind
from cctns.lib.clock import now
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.actions import (
    assign_enquiry,
    correct_diary_entry,
    dispose_of_complaint,
    hand_over_charge,
    receive_complaint,
    report_enquiry,
    take_back_charge,
    write_diary_entry,
)
from cctns.registers.codes import GdKind, Intake, Outcome
from cctns.registers.models import Complaint, GeneralDiaryEntry
from cctns.registers.rules import NotPossible
from tests.cases.conftest import duty_officer, io, sho  # noqa: F401
from tests.cases.made import ready_answers
from tests.offices.conftest import land  # noqa: F401
from tests.offices.land import Land


def told(**changes: Any) -> dict[str, Any]:
    details = {
        "name": "Sunita Devi",
        "village": "Rampur",
        "intake": Intake.DESK,
        "subject": "Chain snatched",
        "text": "Two boys on a motorcycle took my chain.",
        "received_at": now() - timedelta(minutes=5),
    }
    return {**details, **changes}


def test_entries_are_numbered_from_one_each_day(sho: Posting) -> None:  # noqa: F811
    first, second = (
        write_diary_entry(by=sho, kind=kind, text="SI left", occurred_at=now())
        for kind in (GdKind.DEPARTURE, GdKind.ARRIVAL)
    )
    assert (first.serial, second.serial) == (1, 2)
    assert first.period == second.period
    assert sho.officer.username in first.officer_name


@pytest.mark.parametrize(
    ("kind", "text", "minutes"),
    [(GdKind.FREE, " ", 0), (GdKind.FREE, "Soon", 5), (GdKind.FIR, "FIR registered", 0)],
)
def test_a_wrong_entry_is_refused(
    sho: Posting,  # noqa: F811
    kind: GdKind,
    text: str,
    minutes: int,
) -> None:
    at = now() + timedelta(minutes=minutes)
    with pytest.raises(NotPossible):
        write_diary_entry(by=sho, kind=kind, text=text, occurred_at=at)
    assert not GeneralDiaryEntry.objects.exists()


def test_a_correction_refers_and_the_old_entry_stays(sho: Posting) -> None:  # noqa: F811
    old = write_diary_entry(by=sho, kind=GdKind.FREE, text="Patrol of three", occurred_at=now())
    new = correct_diary_entry(by=sho, entry=old, text="Patrol of four")
    assert new.corrects == old
    assert GeneralDiaryEntry.objects.get(pk=old.pk).text == "Patrol of three"
    with pytest.raises(NotPossible):
        correct_diary_entry(by=sho, entry=new, text="Patrol of five")


def test_charge_changes_hands_together_with_its_entry(sho: Posting, io: Posting) -> None:  # noqa: F811
    acting = hand_over_charge(by=sho, to=io, notes="Malkhana keys counted")
    draft = start_draft(by=sho, kind=FirKind.ORDINARY)
    with pytest.raises(Refused):
        register_fir(by=sho, draft=draft)
    with pytest.raises(CannotRegister):  # allowed, but the draft is empty
        register_fir(by=acting, draft=draft)
    take_back_charge(by=sho)
    kinds = GeneralDiaryEntry.objects.order_by("serial").values_list("kind", flat=True)
    assert list(kinds) == [GdKind.CHARGE_HANDED, GdKind.CHARGE_TAKEN]


def test_a_refused_hand_over_leaves_no_entry(land: Land, sho: Posting) -> None:  # noqa: F811
    with pytest.raises(ValueError, match="posted"):
        hand_over_charge(by=sho, to=land.post(Role.IO, "fort"))
    assert not GeneralDiaryEntry.objects.exists()


def test_a_complaint_is_received_with_number_and_entry(duty_officer: Posting) -> None:  # noqa: F811
    complaint = receive_complaint(by=duty_officer, details=told())
    assert complaint.number.startswith("1/")
    assert complaint.gd_entry.kind == GdKind.COMPLAINT
    assert receive_complaint(by=duty_officer, details=told()).serial == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"village": ""}, "village"),
        ({"subject": " "}, "subject"),
        ({"text": ""}, "text"),
        ({"email": "nowhere"}, "email"),
        ({"intake": "pigeon"}, "intake"),
    ],
)
def test_an_incomplete_complaint_burns_no_number(
    sho: Posting,  # noqa: F811
    change: dict[str, Any],
    field: str,
) -> None:
    with pytest.raises(NotPossible) as refused:
        receive_complaint(by=sho, details=told(**change))
    assert field in {one.field for one in refused.value.problems}
    assert receive_complaint(by=sho, details=told()).serial == 1


def test_enquiry_report_and_outcome(sho: Posting, io: Posting) -> None:  # noqa: F811
    complaint = receive_complaint(by=sho, details=told())
    assign_enquiry(by=sho, complaint=complaint, officer=io.officer)
    with pytest.raises(NotPossible):  # another officer enquires
        report_enquiry(by=sho, complaint=complaint, report="Nothing in it")
    report_enquiry(by=io, complaint=complaint, report="A quarrel over a wall")
    with pytest.raises(Refused):
        dispose_of_complaint(by=io, complaint=complaint, outcome="civil", reason="Wall")
    with pytest.raises(NotPossible):
        dispose_of_complaint(by=sho, complaint=complaint, outcome="civil", reason=" ")
    dispose_of_complaint(by=sho, complaint=complaint, outcome="civil", reason="Title suit")
    with pytest.raises(NotPossible):
        dispose_of_complaint(by=sho, complaint=complaint, outcome="settled", reason="Again")
    assert Complaint.objects.get(pk=complaint.pk).outcome == Outcome.CIVIL


def test_a_complaint_becomes_an_fir_without_typing_it_again(sho: Posting) -> None:  # noqa: F811
    complaint = receive_complaint(by=sho, details=told())
    with pytest.raises(NotPossible):  # closed by its FIR, not by a word
        dispose_of_complaint(by=sho, complaint=complaint, outcome="fir", reason="Cognizable")
    draft = start_draft(by=sho, kind=FirKind.ORDINARY, complaint=complaint)
    assert draft.answers["narrative"] == complaint.text
    assert draft.answers["persons"][0]["name"] == "Sunita Devi"
    rest = ready_answers(investigating_officer=sho.officer.username)
    mine = {k: v for k, v in rest.items() if k not in draft.answers}
    mine |= {"occurred_from": (now() - timedelta(hours=2)).isoformat()}
    mine |= {"occurred_to": mine["occurred_from"]}
    fir = register_fir(by=sho, draft=save_draft(by=sho, draft=draft, answers=mine, revision=0))
    closed = Complaint.objects.get(pk=complaint.pk)
    assert (closed.outcome, closed.fir_id, fir.complaint_id) == ("fir", fir.id, complaint.id)
    with pytest.raises(CannotRegister, match="already has its outcome"):
        start_draft(by=sho, kind=FirKind.ORDINARY, complaint=closed)
