"""One case as its pages show it: identity bar, next duties, and what each sub-page holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cctns.cases import masking, queries
from cctns.cases.codes import CaseStage, CaseStatus, FirKind
from cctns.cases.models import Case, Fir, FirSection
from cctns.cases.models.link import LinkRelation
from cctns.law import clocks
from cctns.offices.models import Posting
from cctns.offices.naming import named
from cctns.web.parts import Link, Row, Task
from cctns.web.postings import acts_at, posting_of
from cctns.web.templatetags.cases import act
from cctns.web.templatetags.cctns import moment, ranked

from . import told


@dataclass
class File:
    """A case opened by one officer."""

    by: Posting
    case: Case
    acts: frozenset[str]  # what this officer may do at the case's office

    @cached_property
    def fir(self) -> Fir:
        """Account and place are withheld where the law hides a person from this officer."""
        return masking.shown_fir(self.case, by=self.by)

    @property
    def badge(self) -> str:
        if not self.case.fir.legacy:
            return self._clubbed
        return _("Old record, quality %(quality)s of 100") % {"quality": self.case.fir.quality}

    @property
    def _clubbed(self) -> str:
        main = next((one for one in self.links if one.relation == LinkRelation.CLUBBED_UNDER), None)
        return _("Clubbed under FIR %(number)s") % {"number": main.told} if main else ""

    @property
    def links(self) -> list[queries.Linked]:
        """Clubbed and counter cases, from whichever side they were linked; read with the case."""
        links: list[queries.Linked] = getattr(self.case, "links", [])
        return links

    @property
    def title(self) -> str:
        number = self.case.fir.number
        return _("%(kind)s %(number)s") % {"kind": _kind(self.case.fir), "number": number}

    @property
    def details(self) -> list[str]:
        """Sections, station, investigating officer, status and the next clock."""
        clock = next((duty.status for duty in self.duties), "")
        return [one for one in (self._sections, self._where, self._who, clock) if one]

    @property
    def _sections(self) -> str:
        return ", ".join(section_text(one) for one in self.case.fir.sections.all())

    @property
    def _where(self) -> str:
        return f"{named(self.case.office)} – {self.case.stage.label}"

    @property
    def _who(self) -> str:
        officer = self.case.investigating_officer
        name = ranked(officer) or _("nobody yet")
        return _("Investigating officer: %(name)s") % {"name": self.case.legacy_officer or name}

    @cached_property
    def duties(self) -> list[Task]:
        return [] if self.case.fir.legacy else list(_duties(self))

    @property
    def sensitive(self) -> bool:
        """The latest decision counts; what the law hides stays sensitive."""
        decisions = list(self.case.fir.sensitivity_decisions.all())
        decided = decisions[0].sensitive if decisions else False
        return bool(self.case.sensitive or decided)


def _kind(fir: Fir) -> str:
    return _("Zero FIR") if fir.series == "zero" else _("FIR")


def section_text(section: FirSection) -> str:
    return f"{act(section.act) or section.act_as_written} {section.number}"


def _duties(file: File) -> list[Task]:
    case = file.case
    found: list[Task] = []
    if case.stage == CaseStage.TRANSFERRED:
        return found
    if case.copy_given_at is None:
        found.append(
            _duty(
                file, "fir.copy", "case_copy", _("Give the free copy"), _("at once"), "BNSS 173(2)"
            )
        )
    if case.dispatched_at is None:
        due = moment(clocks.rule("dispatch").due(file.case.fir.registered_at))
        found.append(
            _duty(
                file,
                "fir.dispatch",
                "case_dispatch",
                _("Send the FIR to court"),
                _("by %(at)s") % {"at": due},
                "BNSS 176(1)",
            )
        )
    if case.status == CaseStatus.INVESTIGATION and case.investigating_officer_id is None:
        found.append(
            _duty(
                file,
                "case.assign_io",
                "case_officer",
                _("Name the investigating officer"),
                _("at once"),
                "IIF-I 13",
            )
        )
    if case.status == CaseStatus.TRANSFER:
        due = moment(clocks.rule("zero_transfer").due(file.case.fir.registered_at))
        found.append(
            _duty(
                file,
                "case.propose_transfer",
                "case_transfer",
                _("Send the Zero FIR on"),
                _("by %(at)s") % {"at": due},
                "BNSS 173(1)",
            )
        )
    return found


def _duty(file: File, wanted: str, name: str, title: str, due: str, source: str) -> Task:
    href = reverse(name, args=[file.case.fir_id]) if wanted in file.acts else ""
    return Task(title, href, _("Due %(when)s") % {"when": due}, "red", source)


def open_file(request: HttpRequest, fir_id: UUID, *, whole: bool = True) -> File:
    """Http404 for a case out of reach or one that does not exist. Raises Refused.

    Not `whole`, persons and property are left unread until somebody asks for them.
    """
    by = posting_of(request)
    look = queries.case_for if whole else queries.opened_case
    try:
        case = look(by=by, fir_id=fir_id)
    except Case.DoesNotExist:
        raise Http404 from None
    return File(by, case, acts_at(request, case.office))


PARTS = (
    "case",
    "case_clocks",
    "case_people",
    "case_property",
    "case_investigation",
    "case_papers",
    "case_timeline",
)


def navigation(fir_id: UUID, here: str) -> list[dict[str, Any]]:
    titles = (
        _("Summary"),
        _("Clocks"),
        _("Persons"),
        _("Property"),
        _("Investigation"),
        _("Papers"),
        _("What was done"),
    )
    return [
        {"text": title, "href": reverse(name, args=[fir_id]), "here": name == here}
        for name, title in zip(PARTS, titles, strict=True)
    ]


def show(
    request: HttpRequest, file: File, here: str, template: str, more: dict[str, Any]
) -> HttpResponse:
    shown = {"file": file, "fir": file.case.fir, "case": file.case, **more}
    shown["sub_navigation"] = navigation(file.case.fir_id, here)
    return render(request, f"officer/case/{template}.html", shown)


@require_safe
def summary(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    file = open_file(request, fir_id)
    shown = {
        "fir": file.fir,
        "rows": [*told.facts(file.fir), *_other_numbers(file), *_linked(file)],
        "steps": list(_steps(file)),
    }
    return show(request, file, "case", "summary", shown)


def _other_numbers(file: File) -> Iterator[Row]:
    """The numbers that this case has at other stations; a link where the officer may open it."""
    fir = file.case.fir
    if not fir.zero_fir_id and file.case.status != CaseStatus.SENT:
        return
    other = queries.other_numbers(by=file.by, case=file.case)
    if fir.zero_fir_id:
        came = f"{fir.zero_fir_number}, {fir.zero_fir_station}"
        yield Row(_("Came from"), came, _link(other.earlier, fir.zero_fir_number))
    if other.answer:
        went = f"{other.answer.number}, {named(other.answer.office)}"
        yield Row(_("Registered again as"), went, _link(other.later, other.answer.number))


def _linked(file: File) -> Iterator[Row]:
    """Clubbed and counter cases; a link where the officer may open them."""
    words = {
        "main": _("Clubbed with this case"),
        LinkRelation.CLUBBED_UNDER: _("Clubbed under"),
        LinkRelation.COUNTER: _("Counter case"),
        LinkRelation.SAME_TRANSACTION: _("Case of the same transaction"),
    }
    for one in file.links:
        href = one.fir_id if one.opens else None
        yield Row(words[one.relation], one.told, _link(href, one.told))


def _link(fir_id: UUID | None, number: str) -> list[Link]:
    return [Link(_("Show"), reverse("case", args=[fir_id]), number)] if fir_id else []


def _steps(file: File) -> Iterator[Link]:
    """What may be done besides the duties: another officer, a decision on sensitivity."""
    if file.case.fir.legacy:
        return
    if "case.assign_io" in file.acts and file.case.investigating_officer_id:
        href = reverse("case_officer", args=[file.case.fir_id])
        yield Link(_("Name another investigating officer"), href)
    yield from _transfers(file)
    if "fir.mark_sensitive" in file.acts:
        href = reverse("case_sensitive", args=[file.case.fir_id])
        yield Link(_("Decide whether this FIR is sensitive"), href)


def _transfers(file: File) -> Iterator[Link]:
    case = file.case
    if "case.propose_transfer" not in file.acts or case.stage == CaseStage.TRANSFERRED:
        return
    if case.status == CaseStatus.SENT:
        href = reverse("case_take_up", args=[case.fir_id])
        yield Link(_("If the station returned it: take the FIR up again"), href)
    if case.status == CaseStatus.INVESTIGATION and case.fir.kind != FirKind.ZERO:
        href = reverse("case_transfer", args=[case.fir_id])
        yield Link(_("Transfer the case to another station"), href)


@require_safe
def people(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    file = open_file(request, fir_id)
    parties = masking.shown_parties(file.case, by=file.by)
    return show(
        request,
        file,
        "case_people",
        "people",
        {"people": [(one, told.person(one)) for one in parties]},
    )


@require_safe
def things(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    file = open_file(request, fir_id)
    found = [(one, told.thing(one)) for one in file.fir.property.all()]
    return show(request, file, "case_property", "property", {"things": found})


@require_safe
def papers(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    file = open_file(request, fir_id)
    case = file.case
    rows = told.kept(
        (_("Free copy given to"), case.copy_given_to),
        (_("Free copy given on"), moment(case.copy_given_at)),
        (_("Sent to court"), case.court_name),
        (_("Sent on"), moment(case.dispatched_at)),
        (_("Sent by"), case.dispatched_by),
    )
    return show(request, file, "case_papers", "papers", {"rows": rows})
