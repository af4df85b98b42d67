"""The kind of FIR, and items 8, 11, 13 and 14 that close it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cctns import law
from cctns.cases import codes, rules
from cctns.web.templatetags.cctns import ranked

from ...case.investigators import investigators
from ..fields import Text
from .base import Question, options, radios, tick


class Kind(Question):
    kind = radios(
        _("Which kind of FIR is it?"),
        [
            (codes.FirKind.ORDINARY, _("Ordinary: it happened within this station's limits")),
            (codes.FirKind.ZERO, _("Zero FIR: it happened elsewhere")),
            (codes.FirKind.EFIR, _("e-FIR: told electronically, to be signed within three days")),
            (codes.FirKind.SUO_MOTU, _("On the police's own information")),
            (codes.FirKind.COURT, _("Directed by a court")),
        ],
        required=True,
        initial=codes.FirKind.ORDINARY,
    )


class Delay(Question):
    delay_code = radios(_("Why was it reported late?"), codes.DelayReason.choices)
    delay_reason = Text(label=_("In the informant's words"), longest=2000, rows=3)


class Inquest(Question):
    inquest_reference = Text(
        label=_("Inquest report or unnatural death case"),
        longest=100,
        help_text=_("Number and year. Leave empty when nobody died."),
    )


class Action(Question):
    action = radios(_("What action is taken?"), codes.ActionTaken.choices)
    action_detail = Text(
        label=_("Details"),
        longest=500,
        rows=2,
        help_text=_("The reason when investigation is refused (BNSS 176(1))"),
    )
    investigating_officer = options(_("Investigating officer"), [])

    def suit(self) -> None:
        found = investigators(self.by, self.by.office)
        self.fields["investigating_officer"].choices = [  # type: ignore[attr-defined]
            ("", "—"),
            *((one.username, f"{ranked(one)} ({one.username})") for one in found),
        ]


class Close(Question):
    read_over = tick(_("It was read over to the informant, who accepted it as correct"))
    attestation = radios(_("How did the informant sign?"), codes.Attestation.choices)
    woman_officer = Text(
        label=_("Woman officer who recorded the information"),
        help_text=_("Name, rank and number (BNSS 173(1), first proviso)"),
    )
    informant_disabled = tick(_("The informant lives with a disability"))
    recorded_where = Text(label=_("Where the information was recorded"))
    interpreter = Text(label=_("Interpreter or special educator"))
    video_reference = Text(label=_("Number of the film"))
    sensitive = tick(_("Sensitive: keep this FIR off public pages"))
    sensitive_reason = Text(label=_("Reason"), longest=500, rows=2)

    def suit(self) -> None:
        """Both provisos to BNSS 173(1) concern the offences that they list."""
        listed = any(law.needs_woman_officer(one.act, one.number) for one in self.answers.offences)
        if not rules.needs_woman_officer(self.answers):
            self._drop("woman_officer")
        if not listed:
            self._drop("informant_disabled", "recorded_where", "interpreter", "video_reference")

    def _drop(self, *names: str) -> None:
        for name in names:
            if not getattr(self.answers, name):
                del self.fields[name]


class Signature(Question):
    """How the informant of an e-FIR signed (BNSS 173(1)(ii))."""

    attestation = radios(
        _("How did the informant sign?"),
        codes.Attestation.choices,
        required=True,
        error_messages={"required": _("Say how the informant signed")},
    )

    @property
    def chosen(self) -> codes.Attestation:
        return codes.Attestation(self.cleaned_data["attestation"])
