"""Item 9: one piece of property, with the particulars that the annexure of its class asks for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cctns.cases.annexures import ANNEXURES, Particular
from cctns.cases.codes import Involvement, PropertyClass

from ..fields import Digits, Number, Text
from .base import Question, options, radios


class ThingClass(Question):
    property_class = radios(
        _("What kind of property is it?"),
        PropertyClass.choices,
        required=True,
        error_messages={"required": _("Choose the kind of property")},
    )


class ThingForm(Question):
    involvement = radios(_("How is it involved?"), Involvement.choices, initial=Involvement.STOLEN)
    description = Text(label=_("Description"), longest=1000, rows=3)
    value = Number(label=_("Value in rupees"), min_value=0, max_digits=14, decimal_places=2)

    def __init__(self, *args: Any, property_class: str, **kwargs: Any) -> None:
        self.property_class = property_class
        super().__init__(*args, **kwargs)

    def suit(self) -> None:
        for one in self._lines():
            self.fields[f"particular_{one.name}"] = particular_field(one)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        told = {one.name: cleaned.pop(f"particular_{one.name}", "") for one in self._lines()}
        cleaned["particulars"] = {name: value for name, value in told.items() if value}
        cleaned["property_class"] = self.property_class
        return cleaned

    def _lines(self) -> tuple[Particular, ...]:
        return ANNEXURES[self.property_class]


def particular_field(line: Particular) -> forms.Field:
    """A line of the annexure as a form field; digits of any script become 0 to 9."""
    label, hint = gettext(line.label), line.hint and gettext(line.hint)
    if line.choices:
        return options(label, [(code, gettext(text)) for code, text in line.choices])
    field = Digits if line.number or line.pattern else Text
    return field(label=label, help_text=hint)
