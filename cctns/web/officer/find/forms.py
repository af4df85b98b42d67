"""The search box, its filter panel, and the purpose of an export."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cctns.cases import heads
from cctns.cases.codes import CaseStatus
from cctns.cases.queries import Wanted
from cctns.offices.access import today
from cctns.offices.models import Office, Posting
from cctns.web.forms import Form

from ..fir.fields import Day, Digits, Text
from ..fir.forms.base import options, radios
from ..fir.sections import act_choices
from .stations import station_named


class FindForm(Form):
    """Every part that is given must hold."""

    number = Digits(
        label=_("FIR number"), longest=60, help_text=_("For example 142, 0142/2026 or 0/0003/2026")
    )
    name = Text(label=_("Name of a person in the FIR"))
    exact = radios(
        _("How is the name to match?"),
        [("", _("Beginning with these letters")), ("yes", _("Exactly this name"))],
    )
    since = Day(label=_("Registered from"))
    until = Day(label=_("Registered until"))
    act = options(_("Act"), [])
    section = Digits(label=_("Section"), longest=30)
    station = Text(label=_("Station"), help_text=_("Its name or code"))
    officer = Text(label=_("Investigating officer"), help_text=_("Police number"))
    head = options(_("Head of crime"), heads.major_heads())
    method = options(_("Method"), heads.methods())
    status = options(_("Status"), CaseStatus.choices)
    area = Text(label=_("Village, area or district"), longest=100)

    def __init__(self, data: Any, *, by: Posting) -> None:
        super().__init__(data)
        self.by = by
        self.place: Office | None = None
        self.fields["act"].choices = [("", "—"), *act_choices(today())]  # type: ignore[attr-defined]

    def clean_station(self) -> str:
        words: str = self.cleaned_data["station"]
        if words:
            self.place = station_named(by=self.by, words=words)
            if self.place is None:
                raise ValidationError(_("No station of this State has this name or code"))
        return words

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and since > until:
            self.add_error("until", _("The last day comes before the first"))
        if cleaned.get("act") and not cleaned.get("section") and "section" not in self.errors:
            self.add_error("section", _("Enter the section of this Act"))
        return cleaned

    def wanted(self, after: str = "") -> Wanted:
        """The search, once the form is valid."""
        told = self.cleaned_data
        return Wanted(
            number=told["number"],
            since=told["since"],
            until=told["until"],
            act=told["act"],
            section=told["section"],
            station=self.place.pk if self.place else None,
            officer=told["officer"],
            name=told["name"],
            exact_name=bool(told["exact"]),
            head=told["head"],
            method=told["method"],
            status=told["status"],
            area=told["area"],
            after=after,
        )
