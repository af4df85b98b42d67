"""`/status`: where does my complaint or my case stand?

First the district is chosen, then the station and the number: a State has a thousand stations.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cctns.citizen.status import COMPLAINT, FIR, Standing, standing_of, telephone
from cctns.offices.codes import OfficeKind
from cctns.offices.models import District, Office
from cctns.offices.naming import named
from cctns.web.audit import limits
from cctns.web.fields import Line, Number
from cctns.web.forms import Form
from cctns.web.parts import Row
from cctns.web.templatetags.cctns import moment

_A_MINUTE = 10  # a telephone number has more values than anybody tries at this pace
STAGES = {
    "received": gettext_lazy("Received"),
    "enquiry": gettext_lazy("An officer is enquiring"),
    "enquired": gettext_lazy("The enquiry is done; the outcome is being decided"),
    "decided": gettext_lazy("Decided: the station tells you the outcome and its reason"),
    "registered": gettext_lazy("An FIR was registered on it"),
    "investigation": gettext_lazy("Under investigation"),
    "transfer": gettext_lazy("To be sent to the station that has jurisdiction"),
    "sent": gettext_lazy("Sent to the station that has jurisdiction"),
    "refused": gettext_lazy(
        "Investigation refused: you may go to the Superintendent (BNSS 173(4))"
    ),
    "reported": gettext_lazy("The police report was sent to the court"),
    "on_file": gettext_lazy("The police report is on the court's file"),
    "legacy": gettext_lazy("Brought in from old records: ask at the station"),
    "judged": gettext_lazy("The court has decided"),
}


class Place(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A district or office, by its name in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        return named(obj)

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except forms.ValidationError:  # no key at all: the field's own words say what to do
            raise forms.ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice"
            ) from None


class DistrictForm(Form):
    district = Place(
        label=gettext_lazy("District"),
        queryset=District.objects.none(),
        error_messages={
            "required": gettext_lazy("Choose a district"),
            "invalid_choice": gettext_lazy("Choose a district"),
        },
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        with_stations = _STATIONS.values("district_id")
        self.fields["district"].queryset = District.objects.filter(  # type: ignore[attr-defined]
            pk__in=with_stations
        ).order_by("name")


class NumberForm(Form):
    what = forms.ChoiceField(
        label=gettext_lazy("What was given to you"),
        choices=((COMPLAINT, gettext_lazy("Receipt of a complaint")), (FIR, gettext_lazy("FIR"))),
        widget=forms.RadioSelect,
        initial=COMPLAINT,
        error_messages={"required": gettext_lazy("Choose a complaint or an FIR")},
    )
    station = Place(
        label=gettext_lazy("Police station"),
        queryset=Office.objects.none(),
        error_messages={
            "required": gettext_lazy("Choose a police station"),
            "invalid_choice": gettext_lazy("Choose a police station"),
        },
    )
    serial = Number(
        label=gettext_lazy("Number"),
        help_text=gettext_lazy("Of 12/2026 it is 12"),
        min_value=1,
        max_value=2**31 - 1,
        error_messages={"required": gettext_lazy("Enter the number")},
    )
    year = Number(
        label=gettext_lazy("Year"),
        width=4,
        min_value=1900,
        max_value=2999,
        error_messages={"required": gettext_lazy("Enter the year")},
    )
    mobile = Line(
        label=gettext_lazy("Your telephone number"),
        help_text=gettext_lazy("The one you gave at the station"),
        digits=True,
        width=20,
        max_length=20,
        error_messages={"required": gettext_lazy("Enter your telephone number")},
    )

    def __init__(self, *args: Any, district: District, **options: Any) -> None:
        super().__init__(*args, **options)
        stations = _STATIONS.filter(district=district).order_by("name")
        self.fields["station"].queryset = stations  # type: ignore[attr-defined]

    def clean_mobile(self) -> str:
        number = telephone(self.cleaned_data["mobile"])
        if len(number) != 10:
            raise forms.ValidationError(_("A telephone number has ten digits"))
        return number


_STATIONS = Office.objects.filter(kind=OfficeKind.STATION, closed_on=None)


# Asking changes nothing of a record, so there is nothing to forge; numbers and telephones go by
# POST, so that they stand in no address and no log.
@csrf_exempt
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest) -> HttpResponse:
    """District by GET, number and telephone by POST; the same answer to all that is not told."""
    if request.method == "POST" and limits.spent(request, page="status", a_minute=_A_MINUTE):
        told = {"refusal": _("Too many questions: wait a minute."), "district_form": DistrictForm()}
        return render(request, "citizen/status.html", told, status=429)
    district_form = DistrictForm(request.GET if "district" in request.GET else None)
    if not district_form.is_valid():
        wrong = 400 if district_form.is_bound else 200
        return render(
            request, "citizen/status.html", {"district_form": district_form}, status=wrong
        )
    district = district_form.cleaned_data["district"]
    form = NumberForm(request.POST if request.method == "POST" else None, district=district)
    told = {"district": district, "form": form}
    if not form.is_bound:
        return render(request, "citizen/status.html", told)
    if not form.is_valid():
        return render(request, "citizen/status.html", told, status=400)
    asked = form.cleaned_data
    found = standing_of(
        what=asked["what"],
        office=asked["station"],
        serial=asked["serial"],
        year=asked["year"],
        mobile=asked["mobile"],
    )
    told |= {"asked": True, "rows": _rows(found, asked["station"]) if found else []}
    return render(request, "citizen/status.html", told)


def _rows(found: Standing, station: Office) -> list[Row]:
    told = (
        (_("Number"), found.number),
        (_("Police station"), named(station)),
        (_("Information received"), moment(found.received_at)),
        (_("Where it stands"), str(STAGES[found.stage])),
        (_("Since"), moment(found.since) if found.since else ""),
        (_("Officer"), found.officer),
    )
    return [Row(name, value) for name, value in told if value]
