"""The one box with its filters, and how far and what for it looks."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cctns.cases.queries.anyone import Question
from cctns.people.codes import Sex
from cctns.search.box import Reading
from cctns.search.codes import Reason, Role, Scope
from cctns.search.looking import PURPOSE_WANTED, Look, Purpose
from cctns.search.queries import Narrowed
from cctns.web.forms import Form

from ..fir.fields import Day, Text
from ..fir.forms.base import options, radios

READINGS = [(one, one) for one in Reading if one != Reading.NOTHING]


def told_or(data: QueryDict | None, name: str, value: str) -> QueryDict | None:
    """What was sent, with what an empty answer means, so that the page shows what it does."""
    if data is None or data.get(name):
        return data
    told = data.copy()
    told[name] = value
    return told


class LookForm(Form):
    """How far: within one's own jurisdiction freely, beyond it for a purpose."""

    scope = radios(_("Where to look"), Scope.choices, initial=Scope.OWN)
    reason = options(_("What for"), Reason.choices)
    reference = Text(
        label=_("Number of the case or order, and a few words"),
        longest=300,
        help_text=_("Asked beyond your jurisdiction; it is kept with what you were shown"),
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(told_or(data, "scope", Scope.OWN))

    @property
    def look(self) -> Look:
        told = self.cleaned_data
        return Look(Scope(told["scope"]), Purpose(told["reason"], told["reference"]))

    def purpose_wanted(self) -> None:
        """Say at the fields what a refused search lacks."""
        said = {"reason": _(PURPOSE_WANTED), "reference": _("Give the number of the case or order")}
        for name, words in said.items():
            if not self.cleaned_data.get(name):
                self.add_error(name, words)


class BoxForm(LookForm):
    """Every part but the words may be left open."""

    q = Text(label=_("Who or what are you looking for?"), longest=500)
    reading = forms.ChoiceField(choices=[("", ""), *READINGS], required=False)
    role = options(_("Mentioned as"), Role.choices)
    sex = options(_("Sex"), Sex.choices)
    district = Text(label=_("District"), longest=100)
    since = Day(label=_("Told from"))
    until = Day(label=_("Told until"))

    def question(self, after: str = "") -> Question:
        """The search, once the form is valid."""
        told = self.cleaned_data
        only = Narrowed(
            role=told["role"],
            sex=told["sex"],
            district=told["district"],
            since=told["since"],
            until=told["until"],
        )
        return Question(told["q"], told["reading"], self.look, only, after)

    @property
    def narrowed(self) -> bool:
        names = ("role", "sex", "district", "since", "until")
        return self.is_valid() and any(self.cleaned_data[name] for name in names)
