"""Vehicles and other things by a number: plate, engine, chassis, IMEI, serial number."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from cctns.offices import access
from cctns.offices.models import Office
from cctns.search.codes import ThingKind
from cctns.search.finding import Things, find_things
from cctns.search.looking import PurposeWanted
from cctns.web.paging import with_query
from cctns.web.postings import posting_of

from ..fir.fields import Digits
from ..fir.forms.base import options
from . import rows
from .asking import LookForm


class ThingForm(LookForm):
    number = Digits(
        label=_("Number"),
        longest=60,
        help_text=_("Four characters or more, as it begins; spaces and signs do not matter"),
    )
    kind = options(_("Which number"), ThingKind.choices)


@require_safe
def things(request: HttpRequest) -> HttpResponse:
    by = posting_of(request)
    access.require(by, "case.search", by.office)
    form = ThingForm(request.GET or None)
    found = _found(request, form) if form.is_bound and form.is_valid() else None
    told: dict[str, Any] = {"form": form, "found": found}
    if found:
        offices = Office.objects.select_related("state").in_bulk(
            {one.office_id for one in found.hits}
        )
        told |= {
            "heads": [
                gettext("Number"),
                gettext("What it is"),
                gettext("How"),
                gettext("Case or entry"),
                gettext("Told on"),
            ],
            "rows": [rows.thing_row(one, offices) for one in found.hits],
            "later": with_query(request, after=found.more) if found.more else "",
            "first": with_query(request, after=None) if request.GET.get("after") else "",
        }
    return render(request, "officer/find/things.html", told, status=400 if form.errors else 200)


def _found(request: HttpRequest, form: ThingForm) -> Things | None:
    told = form.cleaned_data
    if not told["number"]:
        return None
    kinds = (told["kind"],) if told["kind"] else ()
    try:
        return find_things(
            by=posting_of(request),
            number=told["number"],
            look=form.look,
            kinds=kinds,
            after=request.GET.get("after", ""),
        )
    except PurposeWanted:
        form.purpose_wanted()
    except ValueError:
        form.add_error(None, _("This page of the list cannot be found: search again"))
    return None
