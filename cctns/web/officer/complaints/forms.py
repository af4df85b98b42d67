"""What is asked when a complaint is taken in, enquired into and disposed of.

Fields that a rule asks for are not required here: the rule says it in better words.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cctns.lib.clock import now
from cctns.people.codes import Relation, Sex
from cctns.registers.codes import Intake, Outcome
from cctns.registers.rules import complaint_problems

from ...fields import Line, MomentField, Number, Text
from ...forms import Form

ADDRESS = ("house", "street", "village", "district_name", "pin")


class NewComplaint(Form):
    """The complainant's words first, then who they are."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    text = Text(label=_("What does the complainant say?"), rows=8, required=False)
    subject = Line(label=_("In a few words, what is it about?"), max_length=200, required=False)
    against = Line(label=_("Against whom, if known"), max_length=500, required=False)
    received_at = MomentField(label=_("When was it received?"))
    intake = forms.ChoiceField(
        label=_("How did it come in?"), choices=Intake, widget=forms.RadioSelect
    )
    name = Line(label=_("Complainant's name"), max_length=200, required=False)
    relation = forms.ChoiceField(
        label=_("Relative named"), choices=[("", _("None")), *Relation.choices], required=False
    )
    relative_name = Line(label=_("Relative's name"), max_length=200, required=False)
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex, initial=Sex.UNKNOWN)
    age = Number(label=_("Age in years"), min_value=0, max_value=150, width=3, required=False)
    mobile = Line(label=_("Mobile telephone"), max_length=20, digits=True, width=20, required=False)
    house = Line(label=_("House"), max_length=200, required=False)
    street = Line(label=_("Street or ward"), max_length=200, required=False)
    village = Line(label=_("Village, town or city"), max_length=200, required=False)
    district_name = Line(label=_("District"), max_length=100, required=False)
    pin = Line(label=_("PIN code"), max_length=6, digits=True, width=10, required=False)

    def clean(self) -> dict[str, Any]:
        """What the register misses is said before the answers are read back."""
        told = super().clean() or {}
        moment = now()
        self.say(
            complaint_problems(
                name=told.get("name", ""),
                has_address=any(told.get(line) for line in ADDRESS),
                subject=told.get("subject", ""),
                text=told.get("text", ""),
                received_at=told.get("received_at") or moment,
                now=moment,
            )
        )
        return told


class Enquiry(Form):
    officer = forms.ChoiceField(label=_("Who enquires?"), widget=forms.RadioSelect)

    def __init__(
        self, data: Any = None, *, officers: list[tuple[str, str]], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self.fields["officer"].choices = officers  # type: ignore[attr-defined]


class Report(Form):
    report = Text(label=_("What did the enquiry find?"), rows=10, required=False)


# With an FIR a complaint ends by registering that FIR.
_ENDS = [one for one in Outcome.choices if one[0] not in (Outcome.FIR, Outcome.ZERO_FIR)]


class Dispose(Form):
    outcome = forms.ChoiceField(
        label=_("Outcome"), choices=_ENDS, widget=forms.RadioSelect, required=False
    )
    reason = Text(
        label=_("Reason"), help_text=_("The complainant gets it in writing"), required=False
    )


class Filter(Form):
    """Which complaints a list shows."""

    number = Line(label=_("Number"), digits=True, width=10, required=False)
    name = Line(label=_("Complainant's name"), required=False)
    status = forms.ChoiceField(
        label=_("Status"),
        choices=[
            ("", _("All")),
            ("open", _("Open")),
            ("closed", _("Disposed of")),
            ("unconfirmed", _("Settled, petitioner not asked")),
        ],
        required=False,
    )
