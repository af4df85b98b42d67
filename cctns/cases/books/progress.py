"""Informant or victim told of the progress within ninety days (BNSS 193(3)(ii))."""

from __future__ import annotations

from cctns.lib.wording import noop as _
from cctns.registers.book import Book, Paper, Part, Step
from cctns.registers.codes import GdKind

from ..models import Progress
from . import gate

LAW = "BNSS 193(3)(ii)"
_TOLD = Part("", ("told_to", "happened_at", "means", "substance", "proof"))

PROGRESS = Book(
    name="progress",
    title=_("Progress told to informant or victim"),
    one=_("Progress told"),
    model=Progress,
    view="case.view",
    of_case=True,
    columns=("means", "happened_at"),
    allow=gate.of_case,
    enter=Step(
        name="enter",
        event="progress.informed",
        act="case.investigate",
        title=_("Tell informant or victim of the progress"),
        told=_("It is entered that the progress was told"),
        stage="told",
        law=LAW,
        parts=(_TOLD,),
        wants=("told_to", "means", "substance", "proof"),
        diary=GdKind.INVESTIGATION,
        tells="FIR {fir_number}: progress of the investigation told, {means}",
        refs=gate.fir_of,
    ),
    papers=(
        Paper(
            "letter",
            _("Progress of the investigation"),
            LAW,
            text=_(
                "To {told_to}. The investigation of FIR {fir_number} dated {fir_date} under"
                " {fir_sections} has progressed as follows:\n{substance}"
            ),
            signatures=(_("Investigating officer"),),
        ),
    ),
)
