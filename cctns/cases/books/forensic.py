"""Requests to a forensic laboratory: exhibits, questions, the way there, the report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any

from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Rows, Step
from cctns.registers.codes import GdKind
from cctns.registers.rules import Problem

from ..models import Exhibit, ForensicRequest, SeizedItem
from . import gate, scene

LAW = "BNSS 176(3), 329; BSA 39"


def way_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    """Sent after it was asked, received after it was sent, reported after it was received."""
    names = ("sent_at", "received_at", "reported_at")
    yield from scene.later_problems(sheet, names, now, LAW)
    told = [(name, moment) for name in names if (moment := getattr(sheet, name))]
    for (_first, before), (name, moment) in pairwise(told):
        if moment < before:
            yield Problem(name, _("This is earlier than the step before"), LAW)


def items_of(_by: Posting, sheet: Any) -> list[tuple[str, str]]:
    """Everything that was seized in the case."""
    found = SeizedItem.objects.filter(seizure__case=sheet.case).select_related("seizure")
    return [
        (str(one.pk), f"{one.seizure.number}, {one}")
        for one in found.order_by("seizure_id", "ordinal")
    ]


_REQUEST = Part(
    _("Request"), ("happened_at", "laboratory", "division", "brief", "questions", "seal")
)
_SENT = Part(_("Dispatch"), ("sent_at", "forwarding_number", "messenger"))
_RECEIVED = Part(_("At the laboratory"), ("received_at", "laboratory_number", "seals_intact"))
_REPORT = Part(_("Report"), ("reported_at", "report_number", "opinion"))
_EXHIBITS = Rows(
    "exhibits", _("Exhibits"), Exhibit, ("item", "mark", "description", "seals"), least=1
)


def _step(name: str, happened: str, start: str, stage: str, part: Part, **said: Any) -> Step:
    return Step(
        name=name,
        event=f"forensic.{happened}",
        act="case.investigate",
        start=(start,),
        stage=stage,
        law=LAW,
        parts=(part,),
        rule=way_problems,
        diary=GdKind.INVESTIGATION,
        refs=gate.fir_of,
        **said,
    )


FORENSIC = Book(
    name="forensic",
    title=_("Forensic requests"),
    one=_("Forensic request"),
    model=ForensicRequest,
    view="case.view",
    of_case=True,
    columns=("laboratory", "happened_at", "stage"),
    allow=gate.of_case,
    choose={"exhibits.item": items_of},
    enter=Step(
        name="enter",
        event="forensic.requested",
        act="case.investigate",
        title=_("Ask a forensic laboratory"),
        told=_("The request is entered"),
        stage="asked",
        law=LAW,
        parts=(_REQUEST,),
        rows=(_EXHIBITS,),
        wants=("laboratory", "division", "brief", "questions", "seal"),
        diary=GdKind.INVESTIGATION,
        tells="FIR {fir_number}: forensic request {number} to {laboratory}",
        refs=gate.fir_of,
    ),
    steps=(
        _step(
            "send",
            "sent",
            "asked",
            "sent",
            _SENT,
            title=_("Enter the dispatch to the laboratory"),
            told=_("The dispatch is entered"),
            wants=("sent_at", "forwarding_number", "messenger"),
            tells="FIR {fir_number}: exhibits of request {number} sent by {messenger}",
        ),
        _step(
            "receive",
            "received",
            "sent",
            "received",
            _RECEIVED,
            title=_("Enter the laboratory's receipt"),
            told=_("The receipt is entered"),
            wants=("received_at", "laboratory_number"),
            tells="FIR {fir_number}: request {number} received as {laboratory_number}",
        ),
        _step(
            "report",
            "reported",
            "received",
            "reported",
            _REPORT,
            title=_("Enter the laboratory's report"),
            told=_("The laboratory's report is entered"),
            wants=("reported_at", "report_number", "opinion"),
            tells="FIR {fir_number}: report {report_number} of the laboratory received",
        ),
    ),
    papers=(
        Paper(
            "forwarding",
            _("Forwarding note to the forensic laboratory"),
            LAW,
            parts=(_REQUEST, _SENT),
            rows=(_EXHIBITS,),
            text=_(
                "To the Director, {laboratory}. The exhibits listed above, seized in the case of"
                " FIR {fir_number} under {fir_sections}, are forwarded under seal for examination"
                " and opinion on the questions stated. The specimen of the seal is enclosed."
            ),
            signatures=(_("Investigating officer"), _("Forwarding officer")),
        ),
        Paper(
            "road",
            _("Road certificate"),
            "",
            parts=(Part("", ("laboratory", "forwarding_number", "sent_at", "messenger")),),
            rows=(_EXHIBITS,),
            text=_(
                "The sealed parcels listed above left the property room of this station by"
                " {messenger} for {laboratory}, seals intact, and are to be handed over to nobody"
                " else."
            ),
            signatures=(
                _("Officer of the property room"),
                _("Messenger"),
                _("Received at the laboratory"),
            ),
        ),
    ),
)
