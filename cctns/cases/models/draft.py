"""An FIR being written: saved page by page, private to its station, not yet a record."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import new_id

from ..codes import DraftStatus, FirKind


class FirDraft(models.Model):
    """The draft's id becomes the FIR's id, so that a second submit finds the first."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=FirKind, default=FirKind.ORDINARY)
    status = models.CharField(max_length=10, choices=DraftStatus, default=DraftStatus.OPEN)
    # The fields of cases.answers.FirAnswers that were written so far; identity numbers sealed.
    answers = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)  # two tabs: the older one is told
    complaint_id = models.UUIDField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    # e-FIR: information given, to be signed within three days (BNSS 173(1)(ii)), signed.
    submitted_at = models.DateTimeField(null=True, blank=True)
    sign_by = models.DateTimeField(null=True, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-updated_at",)
        constraints = (
            models.CheckConstraint(
                condition=Q(signed_at=None) | Q(signed_at__lte=F("sign_by")),
                name="draft_signed_in_time",
            ),
        )
        indexes = (models.Index(fields=("office", "status"), name="draft_by_office"),)

    @property
    def reference(self) -> str:
        """Short enough to tell over the telephone."""
        return uuid.UUID(str(self.id)).hex[-8:].upper()
