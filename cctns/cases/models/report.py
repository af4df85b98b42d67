"""The final report, IIF-V (BNSS 193): charge sheet or closure, with all that goes with it.

The investigating officer writes it, the officer in charge forwards it. What prosecutor, supervisor
and court say of it are records of their own offices (cases.models.answer).
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import new_id
from cctns.registers.models import Line

from .accused import Accused
from .sheet import CaseSheet


class ReportStage(models.TextChoices):
    DRAFT = "draft", _("Being prepared")
    SUBMITTED = "submitted", _("Submitted by the investigating officer")
    FORWARDED = "forwarded", _("Forwarded by the officer in charge")
    TRANSMITTED = "transmitted", _("Transmitted to the court")


class ReportKind(models.TextChoices):
    """Item 4."""

    CHARGE_SHEET = "charge_sheet", _("Charge-sheeted")
    NO_EVIDENCE = "no_evidence", _("Not charge-sheeted for want of evidence")
    UNDETECTED = "undetected", _("True, undetected")
    UNTRACED = "untraced", _("True, untraced")
    ABATED = "abated", _("Offence abated")
    UNOCCURRED = "unoccurred", _("Offence did not occur")


class Unoccurred(models.TextChoices):
    """Item 5."""

    FALSE = "false", _("False")
    FACT = "fact", _("Mistake of fact")
    LAW = "law", _("Mistake of law")
    NON_COGNIZABLE = "non_cognizable", _("Non-cognizable")
    CIVIL = "civil", _("Civil nature")


class ReportPart(models.TextChoices):
    """Item 6."""

    ORIGINAL = "original", _("Original")
    SUPPLEMENTARY = "supplementary", _("Supplementary")


class FinalReport(CaseSheet):
    """Item numbers in the comments are those of IIF-V."""

    stage = models.CharField(_("stage"), max_length=14, choices=ReportStage)
    kind = models.CharField(_("kind of report"), max_length=14, choices=ReportKind)
    unoccurred = models.CharField(
        _("if it did not occur"), max_length=14, choices=Unoccurred, blank=True
    )
    part = models.CharField(
        _("original or supplementary"),
        max_length=14,
        choices=ReportPart,
        default=ReportPart.ORIGINAL,
    )
    court = models.ForeignKey(  # item 0
        "offices.Office",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("court"),
    )
    prosecution = models.ForeignKey(
        "offices.Office",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("prosecution office that vets it"),
    )
    # Of the case, so that court and prosecutor need no other record to read it.
    supplements = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("supplementary to"),
    )
    fir_id = models.UUIDField(editable=False)
    fir_told = models.CharField(_("FIR"), max_length=200)  # item 1
    station_told = models.CharField(_("police station"), max_length=300)
    sections = models.TextField(_("Acts and sections"))  # item 3
    officers = models.TextField(_("investigating officers"))  # item 7
    complainant = models.TextField(_("complainant"))  # item 8
    false_action = models.TextField(_("action if false (BNS 217, 248)"), blank=True)  # item 13
    results = models.TextField(_("results of laboratory and doctors"), blank=True)  # item 14
    woman_medical = models.BooleanField(  # item 15
        _("woman's medical report attached (BNSS 193(3)(h))"), default=False
    )
    sanction = models.CharField(_("sanction, when one is needed"), max_length=300, blank=True)
    linked_cases = models.TextField(_("clubbed and counter cases"), blank=True)
    facts = models.TextField(_("brief facts of the case"))  # item 17
    complainant_told_on = models.DateField(  # item 18
        _("complainant told on (BNSS 193(3)(ii))"), null=True, blank=True
    )
    enclosures = models.TextField(_("enclosures"), blank=True)  # item 20
    # Counted up with each submission; an answer is to one of them.
    submission = models.PositiveSmallIntegerField(_("submission"), default=0)
    reworked = models.TextField(_("what was mended"), blank=True)
    forward_note = models.TextField(_("note of the officer in charge"), blank=True)
    transmitted_at = models.DateTimeField(_("transmitted"), null=True, blank=True)

    class Meta(CaseSheet.Meta):
        constraints = (
            *CaseSheet.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(kind="unoccurred") | ~Q(unoccurred=""), name="report_unoccurred_how"
            ),
            models.CheckConstraint(
                condition=~Q(stage="transmitted") | Q(transmitted_at__isnull=False),
                name="report_transmitted_when",
            ),
            models.CheckConstraint(
                condition=Q(part="original", supplements=None)
                | Q(part="supplementary", supplements__isnull=False),
                name="report_supplements_another",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number}, {self.fir_told}"

    @property
    def further(self) -> Any:
        """The further investigation that goes on in the case, which this report ends."""
        model: Any = apps.get_model("cases.FurtherInvestigation")
        return model.objects.filter(case=self.case_id, stage="open").first()

    @property
    def vetted(self) -> bool:
        """The prosecutor found this submission fit."""
        return self._answered("cases.Vetting", opinion="fit")

    @property
    def approved(self) -> bool:
        """A supervisor approved this submission."""
        return self._answered("cases.Approval", decision="approved")

    @property
    def returned(self) -> bool:
        """Prosecutor, supervisor or court gave this submission back."""
        return (
            self._answered("cases.Vetting", opinion="defects")
            or self._answered("cases.Approval", decision="returned")
            or self._answered("cases.Acknowledgement", receipt="returned")
        )

    def _answered(self, model: str, **told: str) -> bool:
        answers: Any = apps.get_model(model)
        return bool(
            answers.objects.filter(report=self.pk, submission=self.submission, **told).exists()
        )


class _OfReport(Line):
    """A line of the report."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)

    class Meta(Line.Meta):
        abstract = True
        constraints = (
            models.UniqueConstraint(
                fields=("finalreport", "ordinal", "state"), name="%(class)s_once"
            ),
        )


def _of_report(name: str) -> models.ForeignKey[FinalReport, FinalReport]:
    return models.ForeignKey(
        FinalReport, on_delete=models.CASCADE, related_name=name, db_index=False
    )


class ReportAccused(_OfReport):
    """Items 10 and 11: one accused, sent up for trial or not, with the reason when not."""

    finalreport = _of_report("accused_lines")
    accused = models.ForeignKey(
        Accused, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("accused")
    )
    sent = models.BooleanField(_("sent up for trial"), default=False)
    who = models.CharField(_("name, relative, age, address"), max_length=1000)
    sections = models.CharField(_("sections"), max_length=300, blank=True)
    custody = models.CharField(_("arrest, bail, custody"), max_length=500, blank=True)
    convictions = models.CharField(_("previous convictions"), max_length=500, blank=True)
    reason = models.CharField(_("reason, if not sent"), max_length=500, blank=True)


class ReportWitness(_OfReport):
    """Item 12: one witness."""

    finalreport = _of_report("witnesses")
    who = models.CharField(_("name, relative, age, address"), max_length=1000)
    proves = models.CharField(_("what the witness proves"), max_length=500)


class ReportDocument(_OfReport):
    """Item 12: one document."""

    finalreport = _of_report("documents")
    what = models.CharField(_("document"), max_length=500)
    marked_by = models.CharField(_("marked by"), max_length=300, blank=True)


class ReportArticle(_OfReport):
    """Items 9 and 12: one article, from whom it was taken and where it lies now."""

    finalreport = _of_report("articles")
    what = models.CharField(_("article"), max_length=1000)
    taken_from = models.CharField(_("from whom and where"), max_length=500, blank=True)
    lies = models.CharField(_("where it lies"), max_length=300, blank=True)


class ReportDevice(_OfReport):
    """Item 12, BNSS 193(3)(i): who held an electronic device, one after the other."""

    finalreport = _of_report("devices")
    device = models.CharField(_("electronic device"), max_length=500)
    held_by = models.CharField(_("held by"), max_length=300)
    since = models.CharField(_("from when to when"), max_length=200)
