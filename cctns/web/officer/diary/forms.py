"""What is asked for an entry, a correction and a hand-over of charge.

Fields that a rule asks for are not required here: the rule says it in better words.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cctns.lib.clock import now
from cctns.offices.models import Posting
from cctns.registers.codes import WRITTEN_BY_HAND
from cctns.registers.rules import entry_problems

from ...fields import DayField, MomentField, Text
from ...forms import Form
from ...templatetags.cctns import ranked


class NewEntry(Form):
    kind = forms.ChoiceField(
        label=_("What kind of entry?"), choices=[(one.value, one.label) for one in WRITTEN_BY_HAND]
    )
    occurred_at = MomentField(label=_("When did it happen?"))
    text = Text(
        label=_("Entry"),
        rows=8,
        help_text=_("Who, where, what; it cannot be changed once entered"),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """What the diary misses is said together with a date that cannot be read."""
        told, moment = super().clean() or {}, now()
        happened = told.get("occurred_at") or moment
        self.say(entry_problems(text=told.get("text", ""), occurred_at=happened, now=moment))
        return told


class Correction(Form):
    text = Text(
        label=_("Correction"),
        rows=6,
        help_text=_("What was wrong and what is right; both stay"),
        required=False,
    )


class HandOver(Form):
    officer = forms.ChoiceField(label=_("To whom?"), widget=forms.RadioSelect)
    until = DayField(
        label=_("Until"),
        help_text=_("First day on which you are back; empty when it is not known"),
        required=False,
    )
    notes = Text(
        label=_("What is handed over"),
        help_text=_("Pending cases, malkhana keys, arms, cash, persons in the lock-up"),
        required=False,
    )

    def __init__(self, data: Any = None, *, posted: list[Posting], **options: Any) -> None:
        super().__init__(data, **options)
        self.posted = {str(one.pk): one for one in posted}
        choices = [(key, ranked(one.officer)) for key, one in self.posted.items()]
        self.fields["officer"].choices = choices  # type: ignore[attr-defined]


class TakeBack(Form):
    notes = Text(label=_("What is taken over"), required=False)
