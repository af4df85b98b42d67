"""The property room exhibit by exhibit, and the days in court of the station's cases."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from cctns.cases import queries
from cctns.cases.models.room import MovementKind
from cctns.cases.queries.room import PAGE
from cctns.lib.wording import noop as gettext_noop
from cctns.offices.access import today
from cctns.offices.naming import named

from ..forms import Form
from ..paging import as_uuid, with_query
from ..parts import Link
from ..postings import acts_of, posting_of
from ..templatetags.cctns import day, moment

RED = {
    "missing": gettext_noop("Not there at the last count"),
    "waiting": gettext_noop("Seized, and never brought in"),
    "away": gettext_noop("Out for more than 90 days"),
}


class Filter(Form):
    """Which exhibits the list shows."""

    which = forms.ChoiceField(
        label=gettext_lazy("Show"),
        choices=[
            ("", gettext_lazy("All")),
            ("red", gettext_lazy("Not accounted for")),
            ("inside", gettext_lazy("In the room")),
            ("out", gettext_lazy("Out")),
            ("gone", gettext_lazy("Gone for good")),
        ],
        required=False,
    )


@require_safe
def property_room(request: HttpRequest) -> HttpResponse:
    """Every exhibit of the station, where it is, and what nobody can account for."""
    by, form = posting_of(request), Filter(request.GET)
    show = form.cleaned_data["which"] if form.is_valid() else ""
    after = request.GET.get("after", "")
    found = queries.property_room(by=by, show=show, after=after if as_uuid(after) else "")
    more = str(found[-1].pk) if len(found) == PAGE else ""
    page = {
        "form": form,
        "heads": [_("Exhibit"), _("FIR"), _("Where"), _("Since"), _("Not accounted for")],
        "rows": [_exhibit(one) for one in found],
        "red": queries.red_exhibits(by=by),
        "may_count": "malkhana.verify" in acts_of(request),
        "later": with_query(request, after=more) if more else "",
        "first": with_query(request, after=None) if after else "",
    }
    return render(request, "officer/books/room.html", page)


def _exhibit(item: Any) -> list[Any]:
    seizure = item.seizure
    where = MovementKind(item.last_kind).label if item.last_kind else _("Seized")
    return [
        Link(item.register_number, reverse("book_entry", args=["seizure", seizure.pk])),
        Link(seizure.case.fir.number, reverse("case_investigation", args=[seizure.case.fir_id])),
        f"{where}: {item.last_place}" if item.last_place else where,
        moment(item.last_at or item.seized_at),
        _(RED[item.red]) if item.red else "",
    ]


@require_safe
def days_in_court(request: HttpRequest) -> HttpResponse:
    """The coming fortnight in court, and days past of which nobody told what happened."""
    since = today()
    found = queries.days_in_court(by=posting_of(request), since=since)
    heads = [_("Day"), _("FIR"), _("Court"), _("Purpose"), _("Witnesses"), _("Bring")]
    late = [_hearing(one) for one in found if one.hearing_on < since]
    coming = [_hearing(one) for one in found if one.hearing_on >= since]
    page = {"heads": heads, "late": late, "coming": coming}
    return render(request, "officer/books/court.html", page)


def _hearing(one: Any) -> list[Any]:
    return [
        Link(day(one.hearing_on), reverse("book_entry", args=["hearing", one.pk])),
        f"{one.case.fir.number}, {named(one.office)}",
        f"{one.court_name}, {one.case_number}",
        one.get_purpose_display(),
        one.wanted,
        one.bring,
    ]
