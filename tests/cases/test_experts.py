"""Laboratory, doctor, test identification, and the progress that informants are told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.cases.books.forensic import FORENSIC, items_of
from cctns.cases.books.medical import MEDICAL
from cctns.cases.books.parade import PARADE
from cctns.cases.models import Exhibit, ForensicRequest, MedicalExamination, Parade
from cctns.journal.models import JournalEntry
from cctns.lib.clock import now, played
from cctns.offices.access import Refused
from cctns.offices.models import Posting
from cctns.registers.actions import take_step
from cctns.registers.queries import entry_at
from cctns.registers.rules import NotPossible

from .asked import EXHIBIT, forensic_of, medical_of, parade_of, progress_of
from .investigating import go_on, opened
from .scene import seizure_of


def test_exhibits_are_what_was_seized_in_the_case(sho: Posting, io: Posting) -> None:
    case, other = opened(sho, io), opened(sho, io)
    own, foreign = (seizure_of(io, one).items.get() for one in (case, other))
    request = forensic_of(io, case, {"exhibits": [{**EXHIBIT, "item_id": own.pk}]})
    assert [pk for pk, _words in items_of(io, request)] == [str(own.pk)]
    with pytest.raises(IntegrityError, match="another case"), transaction.atomic():
        Exhibit.objects.update(item=foreign)


def test_the_way_to_the_laboratory_and_back(sho: Posting, io: Posting) -> None:
    request = forensic_of(io, opened(sho, io))
    told: dict[str, dict[str, Any]] = {
        "send": {"sent_at": now(), "forwarding_number": "17/FSL", "messenger": "HC Ravi"},
        "receive": {"received_at": now(), "laboratory_number": "F-99", "seals_intact": True},
        "report": {"reported_at": now(), "report_number": "R-99", "opinion": "They fit."},
    }
    for step, details in told.items():
        go_on(io, FORENSIC, request, step, **details)
    assert ForensicRequest.objects.get().stage == "reported"
    kinds = JournalEntry.objects.filter(record_id=request.pk).order_by("seq")
    happened = ["requested", "sent", "received", "reported"]
    assert [one.kind for one in kinds] == [f"forensic.{one}" for one in happened]


def test_nothing_arrives_before_it_was_sent(sho: Posting, io: Posting) -> None:
    request = forensic_of(io, opened(sho, io), happened_at=now() - timedelta(minutes=9))
    sent = {"sent_at": now(), "forwarding_number": "17", "messenger": "HC Ravi"}
    go_on(io, FORENSIC, request, "send", **sent)
    early = now() - timedelta(minutes=5)
    with pytest.raises(NotPossible, match="step before"):
        go_on(io, FORENSIC, request, "receive", received_at=early, laboratory_number="F-99")


def report(**changes: Any) -> dict[str, Any]:
    details = {
        "consent": "given",
        "consent_by": "Herself",
        "doctor": "Dr. Rao",
        "began_at": now(),
        "ended_at": now(),
        "reported_at": now(),
        "findings": "Injuries as noted",
    }
    return {**details, **changes}


def test_the_doctor_and_the_magistrate(sho: Posting, io: Posting) -> None:
    sent = medical_of(io, opened(sho, io))
    go_on(io, MEDICAL, sent, "report", **report())
    go_on(io, MEDICAL, sent, "forward", forwarded_at=now(), forwarded_to="JMFC")
    assert MedicalExamination.objects.get().stage == "forwarded"


def test_without_consent_there_is_no_examination(sho: Posting, io: Posting) -> None:
    sent = medical_of(io, opened(sho, io))
    with pytest.raises(NotPossible, match="wants an answer"):
        go_on(io, MEDICAL, sent, "report", **report(consent=""))
    go_on(io, MEDICAL, sent, "refuse", refusal="Herself, at the hospital")
    with pytest.raises(NotPossible, match="cannot be taken now"):
        go_on(io, MEDICAL, sent, "report", **report())


def test_a_girl_is_examined_by_a_woman_in_trusted_presence(sho: Posting, io: Posting) -> None:
    sent = medical_of(io, opened(sho, io), age=11)
    with pytest.raises(NotPossible) as error:
        go_on(io, MEDICAL, sent, "report", **report())
    assert {one.field for one in error.value.problems} == {"woman_doctor", "in_presence_of"}
    go_on(io, MEDICAL, sent, "report", **report(woman_doctor=True, in_presence_of="Mother"))


def test_later_than_a_day_wants_its_reason(sho: Posting, io: Posting) -> None:
    with played(now() - timedelta(hours=30)):
        case = opened(sho, io)
    with pytest.raises(NotPossible, match="24 hours"):
        medical_of(io, case)
    medical_of(io, case, late_reason="She was found a day later")


def test_medical_papers_and_parades_are_sealed(
    sho: Posting, io: Posting, duty_officer: Posting
) -> None:
    case = opened(sho, io)
    for book, entry in ((MEDICAL, medical_of(io, case)), (PARADE, parade_of(io, case))):
        with pytest.raises(Refused):
            entry_at(by=duty_officer, book=book, entry_id=entry.pk)


def test_a_parade_has_its_results(sho: Posting, io: Posting) -> None:
    parade = parade_of(io, opened(sho, io))
    held = {"held_at": now(), "held_place": "District jail", "mixed_with": 9}
    with pytest.raises(NotPossible, match="at least"):
        go_on(io, PARADE, parade, "hold", **held)
    lines = {"results": [{"name": "Ramu", "result": "yes"}, {"name": "Sita", "result": "no"}]}
    take_step(by=io, book=PARADE, entry=parade, step="hold", details=held, lists=lines)
    found = Parade.objects.get()
    assert (found.stage, found.results.count()) == ("held", 2)


def test_progress_is_told_with_its_proof(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    with pytest.raises(NotPossible, match="wants an answer"):
        progress_of(io, case, proof="")
    progress_of(io, case)
    assert JournalEntry.objects.filter(kind="progress.informed").count() == 1
