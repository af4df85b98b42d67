"""The complaint register: a complaint moves forward by new versions of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import Record
from cctns.people.models import Mention

from ..codes import Intake, Outcome
from .diary import GeneralDiaryEntry

if TYPE_CHECKING:
    from .petition import ComplaintReview


class Complaint(Record, Mention):
    """A complaint or petition, from receipt to reasoned outcome; the person is the complainant."""

    year = models.PositiveSmallIntegerField(_("year"))
    serial = models.PositiveIntegerField(_("number"))
    received_at = models.DateTimeField(_("received"))
    intake = models.CharField(_("how received"), max_length=12, choices=Intake)
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("complaint"))
    against = models.CharField(_("against whom"), max_length=500, blank=True)
    gd_entry = models.ForeignKey(GeneralDiaryEntry, on_delete=models.PROTECT, related_name="+")
    enquiry_officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    enquiry_officer_name = models.CharField(_("enquiry officer"), max_length=200, blank=True)
    enquiry_report = models.TextField(_("enquiry report"), blank=True)
    reported_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=14, choices=Outcome, blank=True)
    outcome_reason = models.TextField(_("reason"), blank=True)
    outcome_at = models.DateTimeField(null=True, blank=True)
    fir_id = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ("-year", "-serial")
        constraints = (
            models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="complaint_serial_once"
            ),
            models.CheckConstraint(condition=Q(serial__gte=1), name="complaint_serial_from_one"),
            models.CheckConstraint(
                condition=Q(outcome="", outcome_at=None)
                | (~Q(outcome="") & Q(outcome_at__isnull=False) & ~Q(outcome_reason="")),
                name="complaint_outcome_reasoned",
            ),
        )
        indexes = (models.Index(fields=("office", "received_at"), name="complaint_by_time"),)

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """As printed on the receipt: serial of the station and year, of no fixed width."""
        return f"{self.serial}/{self.year}"

    @property
    def last_review(self) -> ComplaintReview | None:
        """What the office above decided last on this outcome, when it has one."""
        if self.outcome_at is None:
            return None
        since: models.QuerySet[ComplaintReview] = self.reviews.filter(
            recorded_at__gte=self.outcome_at
        )
        return since.order_by("-id").first()
