"""Reports to authorities that are no form of their own: committee, Magistrate, informant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _
from cctns.registers.book import Book, Paper, Part, Step
from cctns.registers.codes import GdKind
from cctns.registers.rules import Problem

from ..codes import CaseStatus
from ..models import AuthorityReport
from . import gate

LAW = "POCSO 19(6); BNSS 176(2); Arnesh Kumar (2014) 8 SCC 273"


def authority_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    """A refusal is reported only of a case that was refused."""
    if sheet.kind == "refusal_reported" and sheet.case.status != CaseStatus.REFUSED:
        yield Problem("kind", _("The investigation of this case was not refused"), "BNSS 176(2)")


_SENT = Part("", ("kind", "sent_to", "happened_at", "means", "text", "proof"))

AUTHORITY = Book(
    name="authority",
    title=_("Reports to authorities"),
    one=_("Report to an authority"),
    model=AuthorityReport,
    view="case.view",
    of_case=True,
    columns=("kind", "happened_at"),
    allow=gate.of_any_case,
    enter=Step(
        name="enter",
        event="case.{kind}",
        act="case.investigate",
        title=_("Report to a committee or the Magistrate"),
        told=_("The report is entered"),
        stage="sent",
        law=LAW,
        intro=_("What no other form says: children's committee, no arrest, no investigation."),
        parts=(_SENT,),
        wants=("kind", "sent_to", "means", "text", "proof"),
        rule=authority_problems,
        diary=GdKind.INVESTIGATION,
        tells="FIR {fir_number}: {kind}, {sent_to}, {means}",
        refs=gate.fir_of,
    ),
    papers=(
        Paper(
            "letter",
            _("Report to an authority"),
            LAW,
            text=_("To {sent_to}. FIR {fir_number} dated {fir_date} under {fir_sections}.\n{text}"),
            signatures=(_("Investigating officer"), _("Officer in charge")),
        ),
    ),
)
