"""Further investigation of a case whose report is with the court (BNSS 193(9))."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .report import FinalReport
from .sheet import CaseSheet


class FurtherStage(models.TextChoices):
    OPEN = "open", _("Under further investigation")
    REPORTED = "reported", _("Supplementary report sent to court")


class FurtherInvestigation(CaseSheet):
    """Why, with whose leave, until when; it ends with the supplementary report."""

    stage = models.CharField(_("stage"), max_length=14, choices=FurtherStage)
    happened_at = models.DateTimeField(_("court told, or leave given"))
    first_report = models.ForeignKey(
        FinalReport,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("report before the court"),
    )
    reason = models.TextField(_("further evidence, and why it must be collected"))
    court_name = models.CharField(_("court"), max_length=200)
    trial = models.BooleanField(_("the trial has begun"), default=False)
    leave = models.CharField(
        _("number and date of the court's permission"), max_length=200, blank=True
    )
    extension = models.CharField(
        _("number and date of the order of extension"), max_length=200, blank=True
    )
    extended_to = models.DateField(_("extended until"), null=True, blank=True)

    class Meta(CaseSheet.Meta):
        constraints = (
            *CaseSheet.Meta.constraints,
            models.CheckConstraint(
                condition=Q(trial=False) | ~Q(leave=""), name="further_in_trial_by_leave"
            ),
            models.CheckConstraint(
                condition=Q(extended_to=None) | ~Q(extension=""), name="further_extended_by_order"
            ),
            models.UniqueConstraint(
                fields=("case", "state"), condition=Q(stage="open"), name="further_one_at_a_time"
            ),
        )

    @property
    def begins(self) -> str:
        """For the journal: the ninety days of the proviso run from the court's leave."""
        return "allowed" if self.trial else "begun"
