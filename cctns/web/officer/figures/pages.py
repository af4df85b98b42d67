"""The dashboard of an office and of each below it, and the cases behind every number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cctns.analytics import words
from cctns.analytics.cuts import Cut, cut_of
from cctns.analytics.dashboard import Bar, Dashboard, Part, dashboard
from cctns.analytics.drill import cases_of
from cctns.analytics.sheets import percent
from cctns.cases.models import Fir
from cctns.offices.models import Office
from cctns.offices.naming import named
from cctns.web.paging import with_query
from cctns.web.parts import Link
from cctns.web.postings import acts_of, posting_of
from cctns.web.templatetags.cctns import day, ranked

from .. import duties
from ..find.page import sections_of


@dataclass(frozen=True)
class Shown:
    """One line of a picture: its words, its number with the cases behind it, its length in %."""

    label: str
    count: Link | int
    share: int


def office_at(office_id: UUID) -> Office:
    try:
        return Office.objects.select_related("state", "district").get(pk=office_id)
    except Office.DoesNotExist:
        raise Http404 from None


@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Of the office of whoever looks."""
    return _figures(request, posting_of(request).office)


@require_safe
def office_figures(request: HttpRequest, office_id: UUID) -> HttpResponse:
    """Of one office below."""
    return _figures(request, office_at(office_id))


def _figures(request: HttpRequest, office: Office) -> HttpResponse:
    found = dashboard(by=posting_of(request), office=office)
    page = {
        "office": office,
        "found": found,
        "above": office.pk != posting_of(request).office_id,
        "share": percent(found.score.filled, found.score.fields),
        "part_heads": [
            *(_("Office"), _("Registered in a year"), _("Open"), _("Open over 90 days")),
            *(_("Duties late"), _("Due within 7 days")),
        ],
        "parts": [_part(one, office) for one in found.parts],
        "pictures": list(_pictures(found)),
        "duty_heads": [_("Duty"), _("Law"), _("Late"), _("Due within 7 days")],
        "duties": [
            (duties.sentence(one.rule), duties.why(one.rule), one.late, one.soon)
            for one in found.duties
        ],
    }
    return render(request, "officer/figures/dashboard.html", page)


def _part(one: Part, office: Office) -> list[Any]:
    below = one.office.pk != office.pk
    href = reverse("figures_office", args=[one.office.pk])
    name = Link(named(one.office), href) if below else named(one.office)
    return [name, one.registered, one.pending, one.long, one.late, one.soon]


def _pictures(found: Dashboard) -> Iterable[tuple[str, str, list[Shown]]]:
    """(title, what its lines are, lines) of every picture."""
    told: tuple[tuple[str, str, list[Bar], Callable[[Bar], str]], ...] = (
        (_("Open cases by age"), _("Age"), found.ages, lambda one: words.age(one.code)),
        (_("Open cases by officer"), _("Investigating officer"), found.officers, _officer),
        (_("Crime by head"), _("Head"), found.heads, lambda one: words.head(one.code)),
        (_("Crime by place"), _("Kind of place"), found.places, lambda one: words.place(one.code)),
        (_("Crime by hour"), _("Hour"), found.hours, lambda one: words.hour(one.code)),
    )
    for title, of, bars, tell in told:
        yield title, of, _shown(found.office, bars, tell)


def _officer(one: Bar) -> str:
    return ranked(one.officer) if one.officer else _("No officer named")


def _shown(office: Office, bars: list[Bar], tell: Callable[[Bar], str]) -> list[Shown]:
    most = max((one.count for one in bars), default=0) or 1
    return [
        Shown(label, linked(office, one.cut, one.count, label), round(100 * one.count / most))
        for one in bars
        for label in [tell(one)]
    ]


def linked(office: Office, cut: Cut, count: int, about: str) -> Link | int:
    """A number that leads to its cases; nothing leads from 0."""
    if not count:
        return 0
    return Link(str(count), f"{reverse('figures_cases', args=[office.pk])}?{cut.query}", about)


@require_safe
def cases(request: HttpRequest, office_id: UUID) -> HttpResponse:
    """The cases behind one number: no person stands in the list."""
    office, after = office_at(office_id), request.GET.get("after", "")
    try:
        cut = cut_of(request.GET.dict())
        page = cases_of(by=posting_of(request), office=office, cut=cut, after=after)
    except (LookupError, ValueError):
        raise Http404 from None
    may_open = "case.view" in acts_of(request)
    told = {
        "office": office,
        "asked": words.cut_told(cut),
        "heads": [
            *(_("Number"), _("Police station"), _("Registered"), _("Sections")),
            *(_("Investigating officer"), _("Status")),
        ],
        "rows": [_case(one, may_open) for one in page.firs],
        "later": with_query(request, after=page.next_cursor) if page.next_cursor else "",
        "first": with_query(request, after=None) if after else "",
    }
    return render(request, "officer/figures/cases.html", told)


def _case(fir: Fir, may_open: bool) -> list[Any]:
    number = Link(fir.number, reverse("case", args=[fir.pk])) if may_open else fir.number
    status = fir.case.get_status_display()
    return [
        number,
        named(fir.office),
        day(fir.registered_at),
        sections_of(fir),
        ranked(fir.case.investigating_officer),
        status,
    ]
