"""What an office answers to an alert: a record of its own that points at lookout and match."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import Record

from ..codes import Step


class Answer(Record):
    """One step of one office on one alert; written once, never changed.

    `alert_id` is no foreign key: an alert is derived, and may be made anew. `told` are the offices
    that read it besides the one that wrote it.
    """

    alert_id = models.UUIDField()
    lookout_id = models.UUIDField(null=True)
    matched_id = models.UUIDField()
    step = models.CharField(_("step"), max_length=14, choices=Step)
    words = models.TextField(_("in words"), blank=True)
    answer_by = models.DateTimeField(_("answer promised by"), null=True)
    made_at = models.DateTimeField(_("time"))
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    officer_name = models.CharField(_("officer"), max_length=200)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(step="acknowledged") | ~Q(words=""), name="answer_in_words"
            ),
        )
        indexes = (models.Index(fields=("alert_id", "id"), name="answer_of_alert"),)
