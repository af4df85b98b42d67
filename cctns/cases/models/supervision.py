"""A supervising officer's note on a case: a record of that office, which points at the case."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .sheet import CaseSheet


class NoteStage(models.TextChoices):
    GIVEN = "given", _("Directions given")
    CLOSED = "closed", _("Directions carried out")


class SupervisionNote(CaseSheet):
    """Written at an office above the case's; the station reads it, and answers in its diary."""

    stage = models.CharField(_("stage"), max_length=14, choices=NoteStage)
    happened_at = models.DateTimeField(_("case examined on"))
    findings = models.TextField(_("what was found"))
    directions = models.TextField(_("directions to the investigating officer"))
    due_on = models.DateField(_("to be carried out by"))
    closing = models.TextField(_("how they were carried out"), blank=True)

    class Meta(CaseSheet.Meta):
        constraints = (
            *CaseSheet.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(stage="closed") | ~Q(closing=""), name="supervision_closed_with_words"
            ),
        )
