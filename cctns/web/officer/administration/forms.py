"""What administrators and supervisors are asked when they change offices and postings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cctns.offices.codes import PARTNERS, Absence, DiaryReset, OfficeKind, Rank, Role
from cctns.offices.models import District, State

from ...fields import DayField, Line
from ...forms import Form

_POLICE = [one for one in OfficeKind.choices if one[0] not in PARTNERS]
_PARTNERS = [one for one in OfficeKind.choices if one[0] in PARTNERS]


class _Names(Form):
    name = Line(label=_("Name in English"), max_length=120)
    name_hi = Line(label=_("Name in Hindi"), max_length=120, required=False)


class OpenOffice(_Names):
    kind = forms.ChoiceField(label=_("Kind of office"), choices=_POLICE)
    code = Line(
        label=_("Code"),
        help_text=_("Of a station: its National Police Station Code"),
        max_length=20,
        digits=True,
        width=20,
    )
    district = forms.ModelChoiceField(
        label=_("District"),
        queryset=District.objects.none(),
        required=False,
        empty_label=_("None"),
    )
    opened_on = DayField(label=_("Opens on"))
    gd_reset = forms.ChoiceField(
        label=_("General Diary numbers begin again"), choices=DiaryReset, initial=DiaryReset.DAILY
    )

    def __init__(self, data: Any = None, *, state: State, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["district"].queryset = District.objects.filter(state=state)  # type: ignore[attr-defined]


class OpenPartner(OpenOffice):
    administrator = Line(
        label=_("Police number of its administrator"),
        help_text=_("An officer of that body who is enrolled already"),
        max_length=30,
        digits=True,
        width=20,
    )

    def __init__(self, data: Any = None, *, state: State, **options: Any) -> None:
        super().__init__(data, state=state, **options)
        self.fields["kind"].choices = _PARTNERS  # type: ignore[attr-defined]
        del self.fields["gd_reset"]


class RenameOffice(_Names):
    gd_reset = forms.ChoiceField(label=_("General Diary numbers begin again"), choices=DiaryReset)


class MoveOffice(Form):
    supervisor = Line(label=_("Code of the office that will supervise it"), digits=True, width=20)
    from_date = DayField(label=_("From"))


class OnDay(Form):
    on = DayField(label=_("On which day?"))


class LastDay(Form):
    on = DayField(label=_("First day no longer served"))


class Enrol(Form):
    username = Line(label=_("Police number"), max_length=30, digits=True, width=20)
    name = Line(label=_("Name in English"), max_length=120)
    name_hi = Line(label=_("Name in Hindi"), max_length=120, required=False)
    rank = forms.ChoiceField(label=_("Rank"), choices=Rank)
    role = forms.ChoiceField(label=_("Role"), choices=Role)
    from_date = DayField(label=_("From"))


class Post(Form):
    officer = Line(label=_("Police number"), max_length=30, digits=True, width=20)
    role = forms.ChoiceField(label=_("Role"), choices=Role)
    from_date = DayField(label=_("From"))
    to_date = DayField(
        label=_("Until"), help_text=_("First day no longer served; may be empty"), required=False
    )


class GrantLeave(Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=Absence, widget=forms.RadioSelect)
    from_date = DayField(label=_("First day"))
    to_date = DayField(
        label=_("Last day"), help_text=_("A suspension may stay open"), required=False
    )


class BackOn(Form):
    back_on = DayField(label=_("Back on duty on"))
