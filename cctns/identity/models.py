"""Judgements on two mentions, journalled; clusters and candidates, derived."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import Record, new_id
from cctns.offices.models import Office

from .codes import Ground, Step, Verdict


def _office() -> models.ForeignKey[Office, Office]:
    """Office of a mention: no constraint, it may lie on another node."""
    return models.ForeignKey(
        Office, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )


class Judgement(Record):
    """One step of one officer on two mentions; insert only. What holds is what nobody has undone.

    `answers` is the record that is confirmed, rejected or undone. `first_told` and `second_told`
    say where each mention stands (never who it is), for whoever cannot see it.
    """

    first_id = models.UUIDField()
    second_id = models.UUIDField()
    first_office = _office()
    second_office = _office()
    first_told = models.CharField(max_length=300)
    second_told = models.CharField(max_length=300)
    step = models.CharField(_("step"), max_length=10, choices=Step)
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict)
    answers = models.UUIDField(null=True)
    grounds = ArrayField(models.CharField(max_length=12, choices=Ground), verbose_name=_("grounds"))
    reason = models.TextField(_("reason"))
    decided_at = models.DateTimeField(_("time"))
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    officer_name = models.CharField(_("officer"), max_length=200)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(condition=Q(first_id__lt=F("second_id")), name="judgement_pair"),
            models.CheckConstraint(condition=~Q(reason=""), name="judgement_reasoned"),
            models.CheckConstraint(
                condition=Q(step__in=(Step.PROPOSED, Step.DECIDED), answers=None)
                | Q(step__in=(Step.CONFIRMED, Step.REJECTED, Step.UNDONE), answers__isnull=False),
                name="judgement_answers",
            ),
            models.CheckConstraint(
                condition=Q(step=Step.UNDONE)
                | Q(step__in=(Step.PROPOSED, Step.CONFIRMED), verdict=Verdict.SAME)
                | Q(step__in=(Step.REJECTED, Step.DECIDED))
                & Q(verdict__in=(Verdict.DIFFERENT, Verdict.UNSURE)),
                name="judgement_verdict_of_step",
            ),
            models.UniqueConstraint(fields=("state", "answers"), name="judgement_answered_once"),
        )
        indexes = (
            models.Index(fields=("first_id", "second_id"), name="judgement_of_pair"),
            models.Index(fields=("second_id",), name="judgement_of_second"),
        )


class Cluster(models.Model):
    """Which mentions are one person: derived from judgements, `cctns rebuild identity`.

    The cluster's id is the least id of its mentions. A mention that stands alone has no row.
    """

    pk = models.CompositePrimaryKey("state", "mention_id")
    state = models.PositiveSmallIntegerField()
    mention_id = models.UUIDField(db_index=True)
    cluster_id = models.UUIDField(db_index=True)
    office = _office()


class Candidate(models.Model):
    """Two mentions that may be one person, as the nightly comparison proposes; nobody's word.

    `reasons` is [[comparison, level, bits of evidence], ...]; `worth` orders the review
    (resolve.worth).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    state = models.PositiveSmallIntegerField()
    first_id = models.UUIDField()
    second_id = models.UUIDField(db_index=True)
    first_office = _office()
    second_office = _office()
    first_told = models.CharField(max_length=300)
    second_told = models.CharField(max_length=300)
    score = models.FloatField()  # probability that they are one
    worth = models.FloatField()
    reasons = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("state", "first_id", "second_id"), name="candidate_once"
            ),
        )
        indexes = (models.Index(fields=("-worth", "-id"), name="candidate_by_worth"),)
