"""What an officer asks of the inbox, and answers to an alert."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from cctns.alerts.codes import Kind, Subject

from ...fields import MomentField, Text
from ...forms import Form


class Filter(Form):
    which = forms.ChoiceField(
        label=_("Show"),
        choices=[
            ("open", _("Open")),
            ("unread", _("Not opened")),
            ("overdue", _("Late")),
            ("mine", _("Raised by our lookouts")),
            ("all", _("All")),
        ],
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("Every kind")), *Kind.choices], required=False
    )


class NoticeFilter(Form):
    subject = forms.ChoiceField(
        label=_("What is looked for"), choices=[("", _("All")), *Subject.choices], required=False
    )


class Answer(Form):
    words = Text(label=_("In words"), rows=3, required=False)


class Promise(Answer):
    """An acknowledgement; a time puts the clock to it."""

    answer_by = MomentField(
        label=_("When the answer will come"),
        help_text=_("Only where it needs longer than the clock allows; within a day"),
        required=False,
    )
