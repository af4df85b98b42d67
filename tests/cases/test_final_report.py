"""The final report from the forms of a case to the court's file, and what stands in its way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from cctns.cases.books.answers import ACKNOWLEDGEMENT, APPEAL, APPROVAL, DISPOSAL, VETTING
from cctns.cases.books.report import REPORT
from cctns.cases.codes import CaseStage
from cctns.cases.models import Acknowledgement, Approval, Case, FinalReport, Vetting
from cctns.cases.queries import answers_of, report_for, reports_waiting, stage_of
from cctns.journal.models import JournalEntry
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.access import Refused, today
from cctns.offices.codes import Rank, Role
from cctns.offices.models import Posting
from cctns.registers.actions import make_entry, take_step
from cctns.registers.book import Book
from cctns.registers.rules import NotPossible
from tests.offices.land import Land

from .asked import statement_of
from .investigating import another_accused, arrest_of, go_on, opened, write
from .made import accused, case_of, complainant

CNR = "ZZRM010012342026"


@dataclass
class Hands:
    """Everybody through whose hands a report goes."""

    io: Posting
    sho: Posting
    prosecutor: Posting
    sp: Posting
    court: Posting


@pytest.fixture
def hands(land: Land, io: Posting, sho: Posting) -> Hands:
    return Hands(
        io=io,
        sho=sho,
        prosecutor=land.post(Role.PROSECUTOR, "prosecution"),
        sp=land.post(Role.SP, "east", rank=Rank.SP),
        court=land.post(Role.COURT, "court"),
    )


def arrested_case(hands: Hands) -> Case:
    case = opened(hands.sho, hands.io)
    arrest_of(hands.io, case)
    return case


def prepared(by: Posting, case: Case, **changes: Any) -> FinalReport:
    """As the page does it: what the forms know already, sent back unchanged."""
    blank = FinalReport(state=case.state, office=case.office, case=case)
    lists = REPORT.prefill(by, blank)
    told = {name: getattr(blank, _column(name)) for name in REPORT.enter.fields}
    details = {_column(name): value for name, value in told.items()}
    made = write(by, REPORT, case, lists=lists, **{**details, **changes})
    assert isinstance(made, FinalReport)
    return made


def _column(name: str) -> str:
    return str(FinalReport._meta.get_field(name).attname)  # type: ignore[union-attr]


def answered(by: Posting, book: Book, report: FinalReport, lists: Any = None, **told: Any) -> Any:
    report.refresh_from_db()
    details = {"report_id": report.pk, "happened_at": now(), **told}
    return make_entry(by=by, book=book, entry_id=uuid7(), details=details, lists=lists)


def in_court(hands: Hands, case: Case) -> FinalReport:
    report = prepared(hands.io, case)
    go_on(hands.io, REPORT, report, "submit")
    answered(hands.prosecutor, VETTING, report, opinion="fit")
    go_on(hands.sho, REPORT, report, "forward")
    answered(hands.sp, APPROVAL, report, decision="approved")
    go_on(hands.sho, REPORT, report, "transmit", transmitted_at=now())
    return report


def test_from_draft_to_appeal(hands: Hands) -> None:
    case = arrested_case(hands)
    seen = [stage_of(case)]
    report = prepared(hands.io, case)
    seen.append(stage_of(case))
    go_on(hands.io, REPORT, report, "submit")
    seen.append(stage_of(case))
    assert reports_waiting(by=hands.prosecutor) == [report]
    answered(hands.prosecutor, VETTING, report, opinion="fit")
    assert reports_waiting(by=hands.prosecutor) == []
    go_on(hands.sho, REPORT, report, "forward")
    seen.append(stage_of(case))
    assert reports_waiting(by=hands.sp) == [report]
    answered(hands.sp, APPROVAL, report, decision="approved")
    seen.append(stage_of(case))
    go_on(hands.sho, REPORT, report, "transmit", transmitted_at=now())
    case = case_of(case.fir)
    seen.append(stage_of(case))
    answered(hands.court, ACKNOWLEDGEMENT, report, receipt="consumed", cnr=CNR)
    seen.append(stage_of(case))
    verdict = {"verdicts": [{"who": "A1", "verdict": "acquitted"}]}
    judged = {"presiding": "JMFC", "case_number": "CC 12/2026", "judgment_on": today()}
    answered(hands.court, DISPOSAL, report, verdict, **judged)
    seen.append(stage_of(case))
    filed = answered(
        hands.court,
        APPEAL,
        report,
        appeal_number="CrA 3/2026",
        by_whom="state",
        against="Acquittal of A1",
        filed_on=today(),
    )
    seen.append(stage_of(case))
    go_on(hands.court, APPEAL, filed, "decide", decision="dismissed", decided_on=today())
    seen.append(stage_of(case))
    assert seen == list(CaseStage)[:10]
    assert len(answers_of(by=hands.sho, report=report)) == 5


def test_complaint_8_closed_needs_the_acknowledgement_of_the_court(hands: Hands) -> None:
    """CAG Odisha: 368 were reported closed, 190 of them never sent to court."""
    case = arrested_case(hands)
    report = in_court(hands, case)
    assert stage_of(case_of(case.fir)) == CaseStage.TRANSMITTED
    with pytest.raises(NotPossible, match="CNR"):
        answered(hands.court, ACKNOWLEDGEMENT, report, receipt="consumed")
    with pytest.raises(Refused):
        answered(hands.sho, ACKNOWLEDGEMENT, report, receipt="consumed", cnr=CNR)
    assert stage_of(case_of(case.fir)) == CaseStage.TRANSMITTED
    answered(hands.court, ACKNOWLEDGEMENT, report, receipt="consumed", cnr=CNR)
    assert stage_of(case_of(case.fir)) == CaseStage.ON_FILE


def test_what_is_returned_is_told_as_returned(hands: Hands) -> None:
    """So that the clock of a report that the court has not on its file goes on."""
    report = in_court(hands, arrested_case(hands))
    answered(hands.court, ACKNOWLEDGEMENT, report, receipt="returned", remarks="Page 3 is missing")
    kinds = set(JournalEntry.objects.values_list("kind", flat=True))
    assert "report.returned" in kinds
    assert "report.consumed" not in kinds


def test_complaint_3_only_the_designated_officer_reports(hands: Hands, land: Land) -> None:
    """CAG Odisha: 2,080 charge sheets by officers who were not the IO."""
    case = arrested_case(hands)
    another = land.post(Role.IO, "bazaar")
    for other in (another, hands.sho):
        with pytest.raises(Refused):
            prepared(other, case)
    report = prepared(hands.io, case)
    with pytest.raises(Refused):
        go_on(another, REPORT, report, "submit")
    forged = FinalReport.objects.get(pk=report.pk)
    forged.pk, forged.officer, forged.serial = uuid7(), another.officer, 99
    with pytest.raises(IntegrityError, match="designated"), transaction.atomic():
        forged.save(force_insert=True)


def test_complaint_13_a_theft_by_three_is_not_typed_again(hands: Hands) -> None:
    """At least nine tenths of the report's fields come from the earlier forms."""
    persons = [complainant(), *(accused(name=f"Accused {one}") for one in "ABC")]
    case = opened(hands.sho, hands.io, persons=persons)
    for party in case.fir.parties.filter(role="accused"):
        arrest_of(hands.io, case, accused_id=party.pk)
    report = prepared(hands.io, case)
    asked = [name for name in REPORT.enter.fields if name not in _NOT_IN_A_THEFT]
    typed = [name for name in asked if getattr(report, _column(name)) in ("", None)]
    cells = [
        (rows.name, name, getattr(line, name))
        for rows in REPORT.enter.rows
        for line in getattr(report, rows.name).all()
        for name in rows.fields
        if name not in ("reason", "convictions")
    ]
    typed += [f"{book}.{name}" for book, name, value in cells if value == ""]
    assert report.accused_lines.filter(sent=True).count() == 3
    assert len(typed) <= 0.1 * (len(asked) + len(cells)), typed


# What such a case does not have: closure reports, sanction, a woman's medical report.
_NOT_IN_A_THEFT = ("unoccurred", "sanction", "false_action", "woman_medical", "results")


def test_what_the_prosecutor_returns_is_mended_and_submitted_again(hands: Hands) -> None:
    case = arrested_case(hands)
    report = prepared(hands.io, case)
    go_on(hands.io, REPORT, report, "submit")
    with pytest.raises(NotPossible, match="defects"):
        answered(hands.prosecutor, VETTING, report, opinion="defects")
    answered(hands.prosecutor, VETTING, report, opinion="defects", remarks="No TIP")
    with pytest.raises(NotPossible, match="found it fit"):
        go_on(hands.sho, REPORT, report, "forward")
    lists = {
        rows.name: [
            {name: getattr(line, name) for name in rows.fields}
            for line in getattr(report, rows.name).all()
        ]
        for rows in REPORT.enter.rows
    }
    take_step(
        by=hands.io,
        book=REPORT,
        entry=report,
        step="mend",
        details={"reworked": "TIP held"},
        lists=lists,
    )
    go_on(hands.io, REPORT, report, "submit")
    answered(hands.prosecutor, VETTING, report, opinion="fit")
    go_on(hands.sho, REPORT, report, "forward")
    assert (report.stage, report.submission) == ("forwarded", 2)


def test_the_database_keeps_the_gates(hands: Hands) -> None:
    case = arrested_case(hands)
    report = prepared(hands.io, case)
    go_on(hands.io, REPORT, report, "submit")
    rows = FinalReport.objects.filter(pk=report.pk)
    with pytest.raises(IntegrityError, match="not found it fit"), transaction.atomic():
        rows.update(stage="forwarded", version=report.version + 1)
    with pytest.raises(IntegrityError, match="no supervisor"), transaction.atomic():
        rows.update(stage="transmitted", transmitted_at=now(), version=report.version + 1)
    answered(hands.prosecutor, VETTING, report, opinion="fit")
    go_on(hands.sho, REPORT, report, "forward")
    with pytest.raises(IntegrityError, match="no supervisor"), transaction.atomic():
        rows.update(stage="transmitted", transmitted_at=now(), version=report.version + 1)


def test_nobody_answers_for_another_office(hands: Hands, land: Land) -> None:
    case = arrested_case(hands)
    report = prepared(hands.io, case)
    go_on(hands.io, REPORT, report, "submit")
    with pytest.raises(Refused):
        answered(hands.court, VETTING, report, opinion="fit")
    with pytest.raises(Refused):
        answered(hands.court, ACKNOWLEDGEMENT, report, receipt="consumed", cnr=CNR)
    with pytest.raises(Refused):
        answered(hands.sp, APPROVAL, report, decision="approved")
    given = answered(hands.prosecutor, VETTING, report, opinion="fit")
    forged = Vetting.objects.get(pk=given.pk)
    forged.pk, forged.office, forged.serial = uuid7(), hands.court.office, 7
    with pytest.raises(IntegrityError, match="not sent to that office"), transaction.atomic():
        forged.save(force_insert=True)


def test_a_heinous_report_is_approved_by_the_superintendent(hands: Hands, land: Land) -> None:
    offences = [{"act": "BNS", "number": "103(1)"}]
    case = opened(hands.sho, hands.io, offences=offences)
    arrest_of(hands.io, case)
    report = prepared(hands.io, case)
    go_on(hands.io, REPORT, report, "submit")
    answered(hands.prosecutor, VETTING, report, opinion="fit")
    go_on(hands.sho, REPORT, report, "forward")
    sdpo = land.post(Role.SDPO, "sub", rank=Rank.DYSP)
    with pytest.raises(Refused, match="approved by the SP"):
        answered(sdpo, APPROVAL, report, decision="approved")
    answered(hands.sp, APPROVAL, report, decision="approved")
    assert Approval.objects.count() == 1


def test_an_accused_named_later_is_sent_up_too(hands: Hands) -> None:
    """The FIR of a robbery by unknown men names nobody; the investigation does."""
    case = opened(hands.sho, hands.io, persons=[complainant()])
    blank = FinalReport(state=case.state, office=case.office, case=case)
    REPORT.prefill(hands.io, blank)
    assert blank.kind == "undetected"
    another_accused(hands.io, case)
    statement_of(hands.io, case, name="Ramu")
    statement_of(hands.io, case, name="Sunita Devi", witness_kind="complainant")
    report = prepared(hands.io, case)
    witnesses = [one.who.partition(",")[0] for one in report.witnesses.all()]
    assert witnesses[:2] == ["Sunita Devi", "Ramu"]
    assert witnesses.count("Sunita Devi") == 1
    assert report.kind == "charge_sheet"
    assert report.accused_lines.get().sent


def test_an_accused_left_out_is_explained(hands: Hands) -> None:
    case = arrested_case(hands)
    another_accused(hands.io, case)
    lines = {"accused_lines": [{"who": "A1 Vikram", "sent": True}, {"who": "A2 Raju"}]}
    blank = FinalReport(state=case.state, office=case.office, case=case)
    known = REPORT.prefill(hands.io, blank)
    details = {_column(name): getattr(blank, _column(name)) for name in REPORT.enter.fields}
    with pytest.raises(NotPossible, match="not sent up why"):
        write(hands.io, REPORT, case, lists={**known, **lines}, **details)


def test_court_and_prosecutor_read_their_report_and_no_case(hands: Hands, as_app: None) -> None:
    """Row-level security shows what was sent, and nothing of the case behind it."""
    case = arrested_case(hands)
    report = in_court(hands, case)
    for reader in (hands.court, hands.prosecutor):
        assert report_for(by=reader, report_id=report.pk).pk == report.pk
        _look_as(reader)
        assert not Case.objects.exists()
    answered(hands.court, ACKNOWLEDGEMENT, report, receipt="consumed", cnr=CNR)
    _look_as(hands.io)
    assert Acknowledgement.objects.count() == 1


def _look_as(by: Posting) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('cctns.office', %s, false)", [str(by.office_id)])
