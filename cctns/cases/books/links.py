"""Clubbed and counter cases: one investigation under a main case, or two sides of one affair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from cctns.journal.write import Write
from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Step
from cctns.registers.codes import GdKind
from cctns.registers.rules import NotPossible, Problem

from ..models import Case, CaseLink
from ..models.link import LinkRelation, LinkStage
from . import gate

LAW = "T.T. Antony (2001) 6 SCC 181"  # one occurrence, one investigation; a counter case its own
NOT_IN_REACH = _("Choose a case within your reach, or write its number and station")
_LATELY = 60


def link_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    """Another case than this one, and no chain: the main case of all stands by itself."""
    if not sheet.other_fir_id and not (sheet.other_number and sheet.other_station):
        yield Problem("other_fir_id", NOT_IN_REACH, LAW)
    if _itself(sheet):
        yield Problem("other_fir_id", _("A case is not linked to itself"), LAW)
    if sheet.relation != LinkRelation.CLUBBED_UNDER:
        return
    clubbed = CaseLink.objects.filter(
        stage=LinkStage.LINKED, relation=LinkRelation.CLUBBED_UNDER, state=sheet.case.state
    )
    if clubbed.filter(case=sheet.case_id).exists():
        yield Problem("relation", _("This case is clubbed already: unlink it first"), LAW)
    if sheet.other_fir_id and clubbed.filter(fir_id=sheet.other_fir_id).exists():
        yield Problem("other_fir_id", _("That case is itself clubbed: choose its main case"), LAW)
    if clubbed.filter(other_fir_id=sheet.case.fir_id).exists():
        yield Problem("relation", _("Other cases are clubbed under this one"), LAW)


def _itself(sheet: Any) -> bool:
    own = (sheet.case.fir.number, sheet.case.office.name.casefold())
    typed = (sheet.other_number, sheet.other_station.casefold())
    return str(sheet.other_fir_id) == str(sheet.case.fir_id) or typed == own


def end_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    if sheet.unlinked_at and not sheet.happened_at <= sheet.unlinked_at <= now:
        yield Problem("unlinked_at", _("This is before they were linked, or in the future"), LAW)


def clubbed_problems(sheet: Any) -> Iterator[Problem]:
    """Of a final report: a clubbed case has none of its own."""
    main = CaseLink.objects.filter(
        case=sheet.case_id, stage=LinkStage.LINKED, relation=LinkRelation.CLUBBED_UNDER
    ).first()
    if main is not None:
        yield Problem(
            "kind",
            _(
                "This case is clubbed under FIR %(main)s: it goes to court with the report of that"
                " one, or is unlinked first"
            ),
            LAW,
            {"main": main.other_told},
        )


def within_reach(_by: Posting, sheet: Any) -> list[tuple[str, str]]:
    """The newest cases that row-level security leaves, without the one that is linked."""
    found = Case.objects.exclude(pk=sheet.case_id).select_related("fir", "office")
    newest = found.filter(fir__serial__isnull=False).order_by("-fir__registered_at", "-id")
    return [(str(one.fir_id), _told(one)) for one in newest[:_LATELY]]


def _told(case: Case) -> str:
    return f"{case.fir.number}, {case.office.name}"


def at_its_station(by: Posting, sheet: Any, step: Step | None) -> str:
    """Supervisors read it, the station of the case writes it."""
    if step is not None and sheet.case.office_id != by.office_id:
        return gate.NOT_OPEN
    return gate.of_case(by, sheet, step)


def _linked(_by: Posting, sheet: Any) -> Sequence[Write]:
    """Number and station are those of the case that was chosen."""
    sheet.fir_id, sheet.fir_told = sheet.case.fir_id, _told(sheet.case)
    if sheet.other_fir_id:
        cases = Case.objects.select_related("fir", "office")
        other = cases.filter(fir_id=sheet.other_fir_id).first()
        if other is None:
            raise NotPossible([Problem("other_fir_id", NOT_IN_REACH, LAW)])
        sheet.other_number, sheet.other_station = other.fir.number, other.office.name
    return ()


def _refs(sheet: Any) -> list[Any]:
    return [*gate.fir_of(sheet), *([sheet.other_fir_id] if sheet.other_fir_id else [])]


_OTHER = Part("", ("relation", "other_fir_id", "other_number", "other_station"))
_WHY = Part(_("Why"), ("happened_at", "reason", "order_reference"))
_ENDED = Part(_("Unlinked"), ("unlinked_at", "unlinked_why"))

LINKS = Book(
    name="link",
    title=_("Clubbed and counter cases"),
    one=_("Link to another case"),
    model=CaseLink,
    view="case.view",
    of_case=True,
    columns=("relation", "other_number", "stage"),
    allow=at_its_station,
    choose={"other_fir_id": within_reach},
    enter=Step(
        name="enter",
        event="link.linked",
        act="case.assign_io",
        title=_("Club this case, or link a counter case"),
        told=_("The cases are linked"),
        stage="linked",
        law=LAW,
        intro=_("A clubbed case goes to court with the report of its main case."),
        parts=(_OTHER, _WHY),
        wants=("relation", "reason"),
        rule=link_problems,
        diary=GdKind.INVESTIGATION,
        tells="FIR {fir_number} linked to FIR {other_told}: {relation_told}",
        refs=_refs,
        also=_linked,
    ),
    steps=(
        Step(
            name="unlink",
            event="link.unlinked",
            act="case.assign_io",
            title=_("Unlink the cases"),
            told=_("The cases are unlinked"),
            start=("linked",),
            stage="unlinked",
            law=LAW,
            parts=(_ENDED,),
            wants=("unlinked_at", "unlinked_why"),
            rule=end_problems,
            diary=GdKind.INVESTIGATION,
            tells="FIR {fir_number} no longer linked to FIR {other_told}",
            refs=_refs,
        ),
    ),
    papers=(
        Paper(
            "link",
            _("Order: clubbed and counter cases"),
            LAW,
            parts=(_OTHER, _WHY, _ENDED),
            signatures=(_("Officer in charge"),),
        ),
    ),
)
