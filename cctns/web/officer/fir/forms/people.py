"""Items 6 and 7 for one person: complainant, victim, accused or witness."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cctns.cases.answers import Paper
from cctns.cases.codes import Knowledge
from cctns.people.codes import PaperKind, Relation, Sex
from cctns.people.features import FEATURES, Feature

from ..fields import Day, Digits, Name, Text, Whole
from .base import Group, Question, options, radios, tick

PAPERS = 2  # lines for identity papers on one page
VISIBLE = 4
ADDRESS = ("house", "street", "landmark", "village", "area", "district_name", "state_name", "pin")


def paper_names(line: int) -> tuple[str, ...]:
    return tuple(f"paper{line}_{part}" for part in ("kind", "number", "issued_on", "issued_at"))


class PersonForm(Question):
    groups: ClassVar[tuple[Group, ...]] = (
        Group(_("Age"), ("born_on", "birth_year", "age")),
        Group(_("Contact"), ("mobile", "phone", "email")),
        Group(_("Present address"), ADDRESS),
        Group(_("More about this person"), ("nationality", "occupation", "permanent_address")),
        Group(_("Identity papers"), (*paper_names(1), *paper_names(2)), folded=True),
        Group(
            _("Physical features"), tuple(f"feature_{one.name}" for one in FEATURES), folded=True
        ),
    )

    name = Name(label=_("Name"))
    alias = Name(label=_("Other name"))
    relation = options(_("Named by which relative?"), Relation.choices)
    relative_name = Name(label=_("Relative's name"))
    sex = radios(_("Sex"), Sex.choices, initial=Sex.UNKNOWN)
    born_on = Day(label=_("Date of birth"))
    birth_year = Whole(label=_("Year of birth"), min_value=0, max_value=9999)
    age = Whole(label=_("Age in years"), min_value=0, max_value=999)
    nationality = Text(label=_("Nationality"), longest=60)
    occupation = Text(label=_("Occupation"), longest=100)
    mobile = Digits(label=_("Mobile telephone"), longest=20)
    phone = Digits(label=_("Other telephone"), longest=20)
    email = Text(label=_("E-mail"), longest=254)
    house = Text(label=_("House"))
    street = Text(label=_("Street or ward"))
    landmark = Text(label=_("Landmark"))
    village = Text(label=_("Village, town or city"))
    area = Text(label=_("Area, mandal or tehsil"))
    district_name = Text(label=_("District"), longest=100)
    state_name = Text(label=_("State"), longest=100)
    pin = Digits(label=_("PIN code"), longest=6)
    permanent_address = Text(label=_("Permanent address, if another"), longest=500, rows=2)

    def __init__(self, *args: Any, papers: tuple[Paper, ...] = (), **kwargs: Any) -> None:
        self.papers = papers
        super().__init__(*args, **kwargs)

    def suit(self) -> None:
        for line in range(1, PAPERS + 1):
            stored = self._stored(line)
            self.fields |= dict(zip(paper_names(line), paper_fields(stored), strict=True))
            for name, value in zip(paper_names(line), _shown(stored), strict=True):
                self.initial.setdefault(name, value)

    def _stored(self, line: int) -> Paper:
        return self.papers[line - 1] if len(self.papers) >= line else Paper()

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email:
            wrong = {"invalid": _("Write the address like name@example.in")}
            forms.EmailField(error_messages=wrong).clean(email)
        return email

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        lines = [self._paper(line, cleaned) for line in range(1, PAPERS + 1)]
        told = tuple(one for one in lines if one != Paper())
        return {**cleaned, "papers": (*told, *self.papers[PAPERS:])}

    def _paper(self, line: int, cleaned: dict[str, Any]) -> Paper:
        """A number that is not typed again stays as it was sealed, if the paper is the same."""
        kind, number, issued_on, issued_at = (cleaned.pop(one, "") for one in paper_names(line))
        stored = self._stored(line)
        if kind == PaperKind.AADHAAR:
            number = number.replace(" ", "")[-VISIBLE:]
        kept = {}
        if not number and kind == stored.kind:
            kept = {"last4": stored.last4, "secret": stored.secret}
        return Paper(
            kind=kind, number=number, issued_on=issued_on or None, issued_at=issued_at, **kept
        )


def paper_fields(stored: Paper) -> tuple[forms.Field, ...]:
    hint = gettext("Of Aadhaar, only the last four digits are kept")
    if stored.last4:
        hint = gettext("Kept: …%(last4)s. Leave empty to keep it.") % {"last4": stored.last4}
    return (
        options(_("Identity paper seen"), PaperKind.choices),
        Digits(label=_("Its number"), longest=40, help_text=hint),
        Day(label=_("Date of issue")),
        Text(label=_("Place of issue"), longest=100),
    )


def _shown(stored: Paper) -> tuple[Any, ...]:
    return stored.kind, "", stored.issued_on, stored.issued_at


class Complainant(PersonForm):
    also_victim = tick(_("This person is also the victim"))


class Victim(PersonForm):
    """The form knows victims by the same particulars as complainants."""


class Witness(PersonForm):
    protected = tick(_("Under witness protection: hide the identity (BNSS 398)"))


class Accused(PersonForm):
    knowledge = radios(_("How far is this person known?"), Knowledge.choices)
    unknown_count = Whole(label=_("If unknown: how many persons?"), min_value=1, max_value=10_000)
    child_in_conflict = tick(_("Below 18 years: a child in conflict with law (JJ Act 2015)"))
    field_order = ("knowledge", "unknown_count")

    def suit(self) -> None:
        super().suit()
        for feature in FEATURES:
            self.fields[f"feature_{feature.name}"] = feature_field(feature)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        told = {one.name: cleaned.pop(f"feature_{one.name}", None) for one in FEATURES}
        return {**cleaned, "features": {name: value for name, value in told.items() if value}}


def feature_field(feature: Feature) -> forms.Field:
    """A line of the feature sheet as a form field."""
    label, hint = gettext(feature.label), feature.hint and gettext(feature.hint)
    if feature.number:
        return Whole(label=label, min_value=0, max_value=999)
    if feature.choices:
        return options(label, [(code, gettext(text)) for code, text in feature.choices])
    return Text(label=label, help_text=hint)
