"""What others say of a final report, each in a record of their own office."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .report import FinalReport
from .sheet import CaseSheet

CNR = r"^[A-Z]{2}[A-Z0-9]{4}\d{6}\d{4}$"  # sixteen characters; their meaning is the court's


class AnswerStage(models.TextChoices):
    GIVEN = "given", _("Given")


class ReportAnswer(CaseSheet):
    """One answer to one report. Its office is that of who answers, not that of the case."""

    stage = models.CharField(_("stage"), max_length=14, choices=AnswerStage)
    report = models.ForeignKey(
        FinalReport, on_delete=models.PROTECT, related_name="+", verbose_name=_("final report")
    )
    submission = models.PositiveSmallIntegerField(_("submission"))
    fir_told = models.CharField(_("FIR"), max_length=200)
    remarks = models.TextField(_("remarks"), blank=True)

    class Meta(CaseSheet.Meta):
        abstract = True
        indexes = (models.Index(fields=("report", "submission"), name="%(class)s_of_report"),)


class Opinion(models.TextChoices):
    FIT = "fit", _("Fit to be sent to court")
    DEFECTS = "defects", _("Returned with defects")


class Vetting(ReportAnswer):
    """The prosecutor's opinion."""

    opinion = models.CharField(_("opinion"), max_length=10, choices=Opinion)

    class Meta(ReportAnswer.Meta):
        constraints = (
            *ReportAnswer.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(opinion="defects") | ~Q(remarks=""), name="vetting_defects_named"
            ),
        )


class Decision(models.TextChoices):
    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned")


class Approval(ReportAnswer):
    """The supervisor's decision, by rank."""

    decision = models.CharField(_("decision"), max_length=10, choices=Decision)

    class Meta(ReportAnswer.Meta):
        constraints = (
            *ReportAnswer.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(decision="returned") | ~Q(remarks=""), name="approval_return_reasoned"
            ),
        )


class Receipt(models.TextChoices):
    CONSUMED = "consumed", _("Taken on file")
    RETURNED = "returned", _("Returned with defects")


class Acknowledgement(ReportAnswer):
    """The court's own: only what it took on file was put in court (Delhi Police circular, 2020)."""

    receipt = models.CharField(_("what the court did"), max_length=10, choices=Receipt)
    cnr = models.CharField(
        _("CNR"),
        max_length=16,
        blank=True,
        validators=[RegexValidator(CNR, _("A CNR has sixteen characters, as DLHC010012342026"))],
    )
    case_number = models.CharField(_("case number of the court"), max_length=60, blank=True)
    next_date = models.DateField(_("next date"), null=True, blank=True)

    class Meta(ReportAnswer.Meta):
        constraints = (
            *ReportAnswer.Meta.constraints,
            models.CheckConstraint(
                condition=Q(receipt="returned", cnr="") | Q(receipt="consumed", cnr__regex=CNR),
                name="acknowledged_by_cnr",
            ),
        )
