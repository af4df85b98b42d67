"""The hearing diary: what each day in court is for, who is wanted there, what happened."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.registers.models import Line

from .sheet import CaseSheet


class HearingStage(models.TextChoices):
    FIXED = "fixed", _("Fixed")
    HELD = "held", _("Held")
    ADJOURNED = "adjourned", _("Adjourned")


class HearingPurpose(models.TextChoices):
    APPEARANCE = "appearance", _("Appearance")
    CHARGE = "charge", _("Charge")
    PROSECUTION = "prosecution", _("Evidence of the prosecution")
    ACCUSED = "accused", _("Examination of the accused (BNSS 351)")
    DEFENCE = "defence", _("Evidence of the defence")
    ARGUMENTS = "arguments", _("Arguments")
    JUDGMENT = "judgment", _("Judgment")
    BAIL = "bail", _("Bail")
    OTHER = "other", _("Other")


class Hearing(CaseSheet):
    """One day in court; `next_on` is the day that the court gave for the next."""

    stage = models.CharField(_("stage"), max_length=14, choices=HearingStage)
    happened_at = models.DateTimeField(_("day known since"))
    hearing_on = models.DateField(_("day of the hearing"))
    court_name = models.CharField(_("court"), max_length=200)
    case_number = models.CharField(_("case number of the court, CNR"), max_length=60)
    purpose = models.CharField(_("purpose"), max_length=12, choices=HearingPurpose)
    bring = models.TextField(_("exhibits and papers to bring"), blank=True)
    outcome = models.TextField(_("what happened"), blank=True)
    adjourned_why = models.CharField(_("why adjourned"), max_length=500, blank=True)
    next_on = models.DateField(_("next hearing"), null=True, blank=True)
    next_purpose = models.CharField(
        _("purpose of the next hearing"), max_length=12, choices=HearingPurpose, blank=True
    )

    class Meta(CaseSheet.Meta):
        constraints = (
            *CaseSheet.Meta.constraints,
            models.CheckConstraint(
                condition=Q(stage="fixed")
                | (Q(stage="held") & ~Q(outcome=""))
                | (Q(stage="adjourned") & ~Q(adjourned_why="")),
                name="hearing_told",
            ),
        )
        indexes = (
            *CaseSheet.Meta.indexes,
            models.Index(
                fields=("office", "hearing_on"), name="hearing_coming", condition=Q(stage="fixed")
            ),
        )


class Attendance(models.TextChoices):
    WANTED = "wanted", _("Wanted")
    EXAMINED = "examined", _("Examined")
    HOSTILE = "hostile", _("Examined, turned hostile")
    SENT_BACK = "sent_back", _("Came, not examined")
    ABSENT = "absent", _("Did not come")
    GIVEN_UP = "given_up", _("Given up by the prosecution")


class HearingWitness(Line):
    """A witness wanted on that day, and whether he came."""

    hearing = models.ForeignKey(
        Hearing, on_delete=models.CASCADE, related_name="witnesses", db_index=False
    )
    name = models.CharField(_("witness"), max_length=200)
    summons = models.CharField(_("summons: number, served or not"), max_length=200, blank=True)
    attendance = models.CharField(
        _("attendance"), max_length=10, choices=Attendance, default=Attendance.WANTED
    )

    class Meta(Line.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("hearing", "ordinal", "state"), name="hearing_witness_once"
            ),
        )
