"""What the courts decided, IIF-VI and IIF-VII: records of the court's own office."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import new_id
from cctns.registers.models import Line

from .answer import ReportAnswer


class CourtStage(models.TextChoices):
    DECIDED = "decided", _("Decided")


class Disposal(ReportAnswer):
    """IIF-VI: judgment or other disposal of a case by a trial court."""

    stage = models.CharField(_("stage"), max_length=14, choices=CourtStage)
    presiding = models.CharField(_("presiding officer"), max_length=200)
    case_number = models.CharField(_("case number of the court"), max_length=60)
    cognizance_on = models.DateField(_("cognizance taken"), null=True, blank=True)
    charge_on = models.DateField(_("charge framed"), null=True, blank=True)
    judgment_on = models.DateField(_("judgment"))
    property_order = models.TextField(_("order on the property"), blank=True)
    acquittal_reasons = models.TextField(_("reasons for acquittal"), blank=True)
    adverse_remark = models.TextField(_("adverse remark"), blank=True)
    appeal_by = models.DateField(_("appeal possible until"), null=True, blank=True)


class Verdict(models.TextChoices):
    CONVICTED = "convicted", _("Convicted")
    ACQUITTED = "acquitted", _("Acquitted")
    DISCHARGED = "discharged", _("Discharged")
    COMPOUNDED = "compounded", _("Compounded")
    WITHDRAWN = "withdrawn", _("Withdrawn (BNSS 360)")
    ABATED = "abated", _("Abated")
    QUASHED = "quashed", _("Quashed")
    PROBATION = "probation", _("Released on probation")
    PLEA = "plea", _("Plea bargain")
    JJB = "jjb", _("Transferred to the Juvenile Justice Board")
    SPLIT = "split", _("Separated: proclaimed offender")


class DisposalAccused(Line):
    """What became of one accused."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    disposal = models.ForeignKey(
        Disposal, on_delete=models.CASCADE, related_name="verdicts", db_index=False
    )
    # No foreign key to the station's rows: they may lie at another node.
    accused_id = models.UUIDField(null=True, blank=True)
    who = models.CharField(_("accused"), max_length=1000)
    verdict = models.CharField(_("result"), max_length=12, choices=Verdict)
    sections = models.CharField(_("sections of conviction"), max_length=300, blank=True)
    sentence = models.CharField(_("sentence, fine, set-off"), max_length=500, blank=True)

    class Meta(Line.Meta):
        constraints = (
            models.UniqueConstraint(fields=("disposal", "ordinal", "state"), name="verdict_once"),
        )


class AppealStage(models.TextChoices):
    FILED = "filed", _("Filed")
    DECIDED = "decided", _("Decided")


class AppealBy(models.TextChoices):
    STATE = "state", _("The State")
    ACCUSED = "accused", _("The accused")
    VICTIM = "victim", _("The victim")


class AppealDecision(models.TextChoices):
    DISMISSED = "dismissed", _("Dismissed")
    ALLOWED = "allowed", _("Allowed")
    MODIFIED = "modified", _("Modified")
    REMANDED = "remanded", _("Remanded")
    RETRIAL = "retrial", _("Retrial ordered")


class Appeal(ReportAnswer):
    """IIF-VII: appeal or revision against a disposal, until it is final."""

    stage = models.CharField(_("stage"), max_length=14, choices=AppealStage)
    appeal_number = models.CharField(_("number of the appeal or revision"), max_length=100)
    by_whom = models.CharField(_("by whom"), max_length=10, choices=AppealBy)
    against = models.TextField(_("against whom and what"))
    filed_on = models.DateField(_("filed"))
    stay = models.BooleanField(_("execution stayed"), default=False)
    decision = models.CharField(_("decision"), max_length=10, choices=AppealDecision, blank=True)
    decided_on = models.DateField(_("decided"), null=True, blank=True)
    new_sentence = models.TextField(_("new sentence"), blank=True)

    class Meta(ReportAnswer.Meta):
        constraints = (
            *ReportAnswer.Meta.constraints,
            models.CheckConstraint(
                condition=Q(stage="filed") | (~Q(decision="") & Q(decided_on__isnull=False)),
                name="appeal_decided_whole",
            ),
        )
