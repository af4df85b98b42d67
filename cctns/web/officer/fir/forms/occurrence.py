"""Items 3, 4, 5 and 12: how the station was told, what, when and where it happened."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from cctns.cases import codes
from cctns.cases.rules import INFORMATION_OF, LONGEST_NARRATIVE
from cctns.lib.clock import IST

from ..fields import Digits, Moment, Number, Text
from .base import Group, Question, options, radios, tick
from .people import ADDRESS

# Languages of the Eighth Schedule that have a code of two letters, and English, in their own words.
LANGUAGES = (
    *(("hi", "हिन्दी"), ("en", "English"), ("as", "অসমীয়া"), ("bn", "বাংলা"), ("gu", "ગુજરાતી")),
    *(("kn", "ಕನ್ನಡ"), ("ks", "کٲشُر"), ("ml", "മലയാളം"), ("mr", "मराठी"), ("ne", "नेपाली")),
    *(("or", "ଓଡ଼ିଆ"), ("pa", "ਪੰਜਾਬੀ"), ("sa", "संस्कृतम्"), ("sd", "سنڌي"), ("ta", "தமிழ்")),
    *(("te", "తెలుగు"), ("ur", "اردو")),
)


class Information(Question):
    """Items 3(b) and 4."""

    information = radios(_("How did the information reach the station?"), codes.Information.choices)
    received_at = Moment(
        label=_("When did it reach the station?"),
        help_text=_("The day and the time in India, for example 7 3 2026 and 14:30"),
    )
    court_order = Text(
        label=_("Court's order"), help_text=_("Court, number and date of the order (BNSS 175(3))")
    )

    def suit(self) -> None:
        if self.answers.kind != codes.FirKind.COURT:
            del self.fields["court_order"]
        follows = INFORMATION_OF.get(self.answers.kind)
        if follows and not self.initial.get("information"):
            self.initial["information"] = follows


class Narrative(Question):
    narrative = Text(
        label=_("What does the informant tell?"),
        longest=LONGEST_NARRATIVE,
        rows=16,
        help_text=_(
            "Write it down in the informant's own words, in any language. "
            "After registration nobody can change it."
        ),
    )
    language = options(_("In which language?"), LANGUAGES)


def _yes(value: Any) -> bool:
    return value in (True, "True")


class Occurrence(Question):
    time_known = forms.TypedChoiceField(
        label=_("Is it known when it happened?"),
        choices=[("True", _("Yes, exactly or about")), ("False", _("No, the time is not known"))],
        coerce=_yes,
        empty_value=True,  # type: ignore[arg-type]
        required=False,
        widget=forms.RadioSelect,
    )
    occurred_from = Moment(
        label=_("It happened on, or began on"), help_text=_("For example 7 3 2026 and 14:30")
    )
    occurred_to = Moment(
        label=_("It ended on"), help_text=_("Leave empty when it was over at once")
    )
    occurred_prior_to = tick(_("It happened some time before this; only the latest time is known"))
    pahar = options(
        _("Time of the day, if only that is known"),
        codes.Pahar.choices,
        help_text=_("Worked out from the time when that is known"),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("time_known") is False:
            cleaned.update(occurred_from=None, occurred_to=None, occurred_prior_to=False)
        start = cleaned.get("occurred_from")
        if start and not cleaned.get("occurred_prior_to"):
            cleaned["pahar"] = pahar(start)
        return cleaned


def pahar(moment: datetime) -> str:
    """Item 3(a): which eighth of the day; the first begins at six in the morning."""
    return str((moment.astimezone(IST).hour - 6) % 24 // 3 + 1)


class Place(Question):
    groups: ClassVar[tuple[Group, ...]] = (
        Group(
            _("Address"),
            ADDRESS,
        ),
        Group(_("From the station"), ("direction", "distance_km", "beat", "latitude", "longitude")),
        Group(
            _("Jurisdiction"),
            ("outside_limits", "outside_station", "outside_district", "outside_state"),
        ),
    )
    place = Text(
        label=_("Where did it happen?"), longest=1000, rows=3, help_text=_("As it was told")
    )
    house = Text(label=_("House"))
    street = Text(label=_("Street or ward"))
    landmark = Text(label=_("Landmark"))
    village = Text(label=_("Village, town or city"))
    district_name = Text(label=_("District"), longest=100)
    state_name = Text(label=_("State"), longest=100)
    area = Text(label=_("Area, mandal or tehsil"))
    pin = Digits(label=_("PIN code"), longest=6)
    direction = options(_("Direction from the station"), codes.Direction.choices)
    distance_km = Number(
        label=_("Distance from the station in kilometres"),
        min_value=0,
        max_value=99_999,
        max_digits=7,
        decimal_places=2,
    )
    beat = Text(label=_("Beat"), longest=100)
    latitude = Number(
        label=_("Latitude"), min_value=-90, max_value=90, max_digits=8, decimal_places=6
    )
    longitude = Number(
        label=_("Longitude"), min_value=-180, max_value=180, max_digits=9, decimal_places=6
    )
    outside_limits = tick(_("The place lies outside this station's limits"))
    outside_station = Text(
        label=_("Station that has jurisdiction"),
        help_text=_("For a Zero FIR, or write the district"),
    )
    outside_district = Text(label=_("Its district"), longest=100)
    outside_state = Text(label=_("Its State"), longest=100)
