"""Preliminary enquiries (BNSS 173(3)): asked by the station, permitted above it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention

from .answer import Addressed
from .entry import Entry

WITHIN = timedelta(days=14)


class EnquiryStage(models.TextChoices):
    ASKED = "asked", _("Permission asked")
    CONCLUDED = "concluded", _("Concluded")
    DROPPED = "dropped", _("Not taken up")


class EnquiryOutcome(models.TextChoices):
    FIR = "fir", _("A prima facie case: FIR registered")
    NO_CASE = "no_case", _("No prima facie case")


class Enquiry(Entry, Mention):
    """One enquiry whether a prima facie case exists; the person is the informant."""

    stage = models.CharField(_("stage"), max_length=14, choices=EnquiryStage)
    happened_at = models.DateTimeField(_("information received on"))
    offence = models.CharField(
        _("sections"), max_length=200, help_text=_("As BNS 316(2), BNS 318(4)")
    )
    information = models.TextField(_("information"))
    complaint_number = models.CharField(_("complaint"), max_length=40, blank=True)
    why = models.TextField(_("why an enquiry is needed first"))
    outcome = models.CharField(_("outcome"), max_length=10, choices=EnquiryOutcome, blank=True)
    findings = models.TextField(_("what the enquiry found"), blank=True)
    concluded_at = models.DateTimeField(_("concluded on"), null=True, blank=True)
    late_reason = models.TextField(_("why later than 14 days"), blank=True)
    informed_at = models.DateTimeField(_("informant told on"), null=True, blank=True)
    fir_number = models.CharField(_("FIR"), max_length=40, blank=True)
    end_reason = models.TextField(_("reason"), blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(stage="concluded")
                | (~Q(outcome="") & ~Q(findings="") & Q(concluded_at__isnull=False)),
                name="enquiry_outcome_reasoned",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="fir") | ~Q(fir_number=""), name="enquiry_leads_to_fir"
            ),
        )

    @property
    def permitted_at(self) -> datetime | None:
        """When a DySP or above permitted it; None while nobody has. The latest word counts."""
        latest = self.permissions.order_by("-id").first() if self.version else None
        return latest.recorded_at if latest and latest.decision == "permitted" else None


class PermissionStage(models.TextChoices):
    GIVEN = "given", _("Decided")


class Decision(models.TextChoices):
    PERMITTED = "permitted", _("Permitted")
    REFUSED = "refused", _("Refused: register the FIR or close the matter")


class EnquiryPermission(Addressed):
    """The word of a DySP or above, in the journal of that office."""

    stage = models.CharField(_("stage"), max_length=14, choices=PermissionStage)
    enquiry = models.ForeignKey(
        Enquiry,
        on_delete=models.PROTECT,
        related_name="permissions",
        verbose_name=_("preliminary enquiry"),
    )
    decision = models.CharField(_("decision"), max_length=10, choices=Decision)
    reason = models.TextField(_("reason"))
