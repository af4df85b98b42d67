"""Who may be which missing person: what the daily comparison proposes, and what officers decide."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import Record, new_id


class TraceCandidate(models.Model):
    """One pair as one side reads it: derived, made anew by each run, never in a journal.

    Each pair stands twice, once at the office of each record, with what that office may know of the
    other: number, station, place, day, and the reasons as (sentence, values).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    state = models.PositiveSmallIntegerField()
    office = models.ForeignKey("offices.Office", on_delete=models.DO_NOTHING, related_name="+")
    record_id = models.UUIDField()
    other_id = models.UUIDField(db_index=True)
    other_office = models.ForeignKey(
        "offices.Office", on_delete=models.DO_NOTHING, related_name="+"
    )
    other_book = models.CharField(max_length=10)
    other_number = models.CharField(max_length=20)
    other_place = models.CharField(max_length=500)
    other_at = models.DateTimeField()
    score = models.FloatField()
    reasons = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-score", "other_id")
        constraints = (
            models.UniqueConstraint(
                fields=("state", "record_id", "other_id"), name="trace_candidate_once"
            ),
        )


class TraceDecision(Record):
    """Whether two records are of one person: decided by a named officer, read by both stations."""

    record_id = models.UUIDField()
    other_id = models.UUIDField(db_index=True)
    other_text = models.CharField(max_length=800)
    to_office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+")
    same = models.BooleanField(_("the same person"))
    reason = models.TextField(_("reason"))
    decided_at = models.DateTimeField()
    officer_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(condition=~Q(reason=""), name="trace_decision_reasoned"),
        )
        indexes = (models.Index(fields=("record_id", "-id"), name="trace_decision_latest"),)
