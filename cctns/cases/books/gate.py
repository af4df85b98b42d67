"""Who may open and write the forms of a case, besides what their role allows."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Step

from .. import masking
from ..codes import CaseStatus
from ..models import Case

SEALED = _("This paper is open to those who investigate and supervise the case only (BNSS 192)")
HIDDEN = _("The law hides a person of this case: its forms are open to those who need them only")
NOT_OPEN = _("This case is not under investigation here")
NOT_DESIGNATED = _("Only the designated investigating officer of the case writes this")


def of_case(by: Posting, sheet: Any, step: Step | None) -> str:
    """A form of a case under investigation; hidden persons keep it from those who need not know."""
    if step is None:
        closed = hides_somebody(sheet.case) and not masking.sees_all(sheet.case, by)
        return HIDDEN if closed else ""
    return "" if sheet.case.status == CaseStatus.INVESTIGATION else NOT_OPEN


def of_any_case(by: Posting, sheet: Any, step: Step | None) -> str:
    """What courts order goes on after the investigation, but not in old or sent cases."""
    if step is None:
        return of_case(by, sheet, step)
    closed = sheet.case.status in (CaseStatus.LEGACY, CaseStatus.SENT, CaseStatus.TRANSFER)
    return NOT_OPEN if closed else ""


def designated_open(by: Posting, sheet: Any, step: Step | None) -> str:
    """Read by whoever may read the case, written by the designated officer alone."""
    return of_case(by, sheet, step) if step is None else designated(by, sheet, step)


def of_report(by: Posting, sheet: Any, step: Step | None) -> str:
    """The designated officer writes and mends, the officer in charge forwards."""
    if step is None or step.act == "charge_sheet.forward":
        return sealed(by, sheet, None)
    if sheet.case.investigating_officer_id != by.officer_id:
        return NOT_DESIGNATED
    return "" if sheet.version else of_case(by, sheet, step)


def sealed(by: Posting, sheet: Any, step: Step | None) -> str:
    """Diary, statements, drafts: never for the accused, nor for colleagues without need."""
    if step is None:
        return "" if masking.sees_all(sheet.case, by) else SEALED
    return of_case(by, sheet, step)


def designated(by: Posting, sheet: Any, step: Step | None) -> str:
    """Sealed, and written by the officer designated today alone."""
    if step is None:
        return sealed(by, sheet, step)
    if sheet.case.investigating_officer_id != by.officer_id:
        return NOT_DESIGNATED
    return of_case(by, sheet, step)


def hides_somebody(case: Case) -> bool:
    """Whether the law hides a person of this case (BNS 72, POCSO 23, JJ Act 74, BNSS 398)."""
    return case.victim_masked or any(one.withheld for one in case.fir.parties.all())


def fir_of(sheet: Any) -> list[UUID]:
    """Every form of a case points at its FIR in the journal."""
    return [sheet.case.fir_id]


def accused_of(sheet: Any) -> list[UUID]:
    """Who came with the case from another station is named by both forms: clocks go on."""
    earlier = sheet.accused.earlier_id
    return [sheet.case.fir_id, sheet.accused_id, *([earlier] if earlier else [])]


def before_fir(sheet: Any) -> bool:
    """Earlier than the minute of the FIR: officers tell times by the minute."""
    registered = sheet.case.fir.registered_at.replace(second=0, microsecond=0)
    return bool(sheet.happened_at and sheet.happened_at < registered)
