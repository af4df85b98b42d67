"""Answers as an officer reads them back: a label and a text for each that was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms as django_forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cctns.cases.annexures import ANNEXURES
from cctns.cases.answers import Person, Thing
from cctns.lib.clock import IST
from cctns.people.features import FEATURES

from . import forms
from .desk import Desk
from .pages import Page

PERSON_FORMS: dict[str, type[forms.PersonForm]] = {
    "complainant": forms.Complainant,
    "victim": forms.Victim,
    "accused": forms.Accused,
    "witness": forms.Witness,
}


@dataclass(frozen=True)
class Row:
    field: str
    label: str
    text: str


def question(page: Page, desk: Desk, data: Any = None) -> forms.Question:
    """The form of a page, filled with what the draft holds, or bound to what was posted."""
    assert page.form is not None
    initial = {key: getattr(desk.answers, key) for key in page.form.base_fields}
    return page.form(data, initial=initial, answers=desk.answers, by=desk.by)


def person_form(role: str, desk: Desk, person: Person | None, data: Any = None) -> forms.PersonForm:
    initial: dict[str, Any] = {}
    if person:
        initial = {key: getattr(person, key) for key in vars(person)}
        initial |= {f"feature_{one.name}": person.features.get(one.name) for one in FEATURES}
    papers = person.papers if person else ()
    return PERSON_FORMS[role](
        data, initial=initial, papers=papers, answers=desk.answers, by=desk.by
    )


def thing_form(kind: str, desk: Desk, thing: Thing | None, data: Any = None) -> forms.ThingForm:
    initial: dict[str, Any] = {}
    if thing:
        told = {
            f"particular_{one.name}": thing.particulars.get(one.name) for one in ANNEXURES[kind]
        }
        initial = {"involvement": thing.involvement, "description": thing.description, **told}
        initial["value"] = thing.value
    return forms.ThingForm(
        data, initial=initial, answers=desk.answers, by=desk.by, property_class=kind
    )


def rows(form: forms.Question) -> list[Row]:
    """What the form holds at first, empty answers left out."""
    found = []
    for name, field in form.fields.items():
        text = _text(field, form.initial.get(name))
        if text:
            found.append(Row(name, str(field.label), text))
    return found


def _text(field: django_forms.Field, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(field, django_forms.ChoiceField):
        return str(dict(field.choices).get(str(value), value))  # type: ignore[arg-type]
    if isinstance(value, bool):
        return _("Yes") if value else ""
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def moment(value: datetime) -> str:
    """Day and time in India, as a station writes them."""
    return date_format(value.astimezone(IST), "j F Y, H:i")


def weekday(value: datetime) -> str:
    return date_format(value.astimezone(IST), "l")
