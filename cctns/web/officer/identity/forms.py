"""What an officer answers about two mentions."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from cctns.identity.codes import Ground, Verdict
from cctns.identity.queries import JUDGED, OPEN, WAITING

from ...fields import Text
from ...forms import Form
from ..fir.forms.base import radios


class Filter(Form):
    """Which pairs the review shows."""

    which = forms.ChoiceField(
        label=_("Show"),
        choices=[
            (OPEN, _("Not yet judged")),
            (WAITING, _("Proposed, waiting for a second officer")),
            (JUDGED, _("Judged")),
        ],
        required=False,
    )
    likely = forms.BooleanField(label=_("Only likely ones"), required=False)
    apart = forms.BooleanField(label=_("Only of two stations"), required=False)


class Word(Form):
    """One officer's word. `seen` is the record that it answers."""

    verdict = radios(_("Is it the same person?"), Verdict.choices)
    grounds = forms.MultipleChoiceField(
        label=_("What shows it"),
        choices=Ground.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    reason = Text(label=_("Reason in your own words"), rows=3, required=False)
    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def clean_verdict(self) -> str:
        verdict: str = self.cleaned_data["verdict"]
        if not verdict:
            raise forms.ValidationError(_("Choose one of the answers"))
        return verdict


class TakeBack(Form):
    """Why a judgement or a proposal no longer holds."""

    reason = Text(label=_("Why it is taken back"), rows=3, required=False)
    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)
