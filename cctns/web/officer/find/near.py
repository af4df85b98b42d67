"""What happened near a place within some days: a list, and a picture of where."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from cctns.cases.queries.near import LONGEST_DAYS, WIDEST_KM, Around, Near, find_near
from cctns.offices import access
from cctns.offices.naming import named
from cctns.web.forms import Form
from cctns.web.paging import with_query
from cctns.web.parts import Link
from cctns.web.postings import acts_of, posting_of
from cctns.web.templatetags.cctns import moment

from ..fir.fields import Day, Number
from .asking import told_or
from .page import sections_of

DAYS = 90
KM = "2"


class Degrees(Number):
    """Degrees with decimals, up to so many to either side."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most

    def clean(self, value: Any) -> float:
        try:
            degrees = super().clean(value)
        except ValidationError:
            degrees = None
        if degrees is None:
            raise ValidationError(_("Enter degrees, such as 28.613900"))
        if abs(degrees) > self.most:
            raise ValidationError(_("There is no such place on earth"))
        return float(degrees)


class NearForm(Form):
    latitude = Degrees(label=_("Latitude"), help_text=_("For example 28.613900"), most=90)
    longitude = Degrees(label=_("Longitude"), help_text=_("For example 77.209000"), most=180)
    km = Number(label=_("Kilometres to every side"), initial=KM)
    since = Day(label=_("Registered from"))
    until = Day(label=_("Registered until"))

    def __init__(self, data: QueryDict | None) -> None:
        super().__init__(told_or(data, "km", KM))

    def clean_km(self) -> float:
        value = float(self.cleaned_data["km"])
        if not 0 < value <= WIDEST_KM:
            raise ValidationError(_("Enter up to 50 kilometres"))
        return value

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        until = cleaned.get("until") or access.today()
        since = cleaned.get("since") or until - timedelta(days=DAYS)
        if since > until:
            self.add_error("until", _("The last day comes before the first"))
        elif (until - since).days > LONGEST_DAYS:
            self.add_error("since", _("Look at one year at a time"))
        return {**cleaned, "since": since, "until": until}

    def around(self, after: str) -> Around:
        told = self.cleaned_data
        return Around(
            told["latitude"], told["longitude"], told["km"], told["since"], told["until"], after
        )


@require_safe
def near(request: HttpRequest) -> HttpResponse:
    by = posting_of(request)
    access.require(by, "case.search", by.office)
    form = NearForm(request.GET or None)
    found = _found(request, form) if form.is_bound and form.is_valid() else None
    told: dict[str, Any] = {"form": form, "found": found}
    if found:
        told |= _shown(request, form, found)
    return render(request, "officer/find/near.html", told, status=400 if form.errors else 200)


def _found(request: HttpRequest, form: NearForm) -> Near | None:
    try:
        around = form.around(request.GET.get("after", ""))
        return find_near(by=posting_of(request), around=around)
    except ValueError:
        form.add_error(None, _("This page of the list cannot be found: search again"))
        return None


def _shown(request: HttpRequest, form: NearForm, found: Near) -> dict[str, Any]:
    may_open = "case.view" in acts_of(request)
    rows = [
        (
            Link(fir.number, reverse("case", args=[fir.pk])) if may_open else fir.number,
            moment(fir.registered_at),
            named(fir.office),
            sections_of(fir),
            gettext("%(km)s km") % {"km": f"{km:.2f}"},
        )
        for fir, km in found.hits
    ]
    heads = [
        gettext("Number"),
        gettext("Registered"),
        gettext("Station"),
        gettext("Sections"),
        gettext("Away"),
    ]
    return {
        "heads": heads,
        "rows": rows,
        "later": with_query(request, after=found.more) if found.more else "",
        "first": with_query(request, after=None) if request.GET.get("after") else "",
    }
