"""The case diary (BNSS 192): day by day what the investigating officer did and found."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .sheet import CaseSheet
from .supervision import SupervisionNote


class DiaryStage(models.TextChoices):
    SIGNED = "signed", _("Signed")


class CaseDiaryEntry(CaseSheet):
    """One day of investigation, written once. Not for the accused (BNSS 192(3))."""

    stage = models.CharField(_("stage"), max_length=14, choices=DiaryStage)
    day = models.DateField(_("day of investigation"))
    information_at = models.DateTimeField(
        _("information reached the officer at"), null=True, blank=True
    )
    began_at = models.DateTimeField(_("investigation began at"))
    closed_at = models.DateTimeField(_("investigation closed at"))
    places = models.TextField(_("places visited"), blank=True)
    circumstances = models.TextField(_("circumstances ascertained"))
    statements = models.TextField(_("statements of witnesses recorded"), blank=True)
    next_steps = models.TextField(_("what is to be done next"), blank=True)
    corrects = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("adds to the entry"),
    )

    answers = models.ForeignKey(
        SupervisionNote,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("answers the supervision note"),
    )

    class Meta(CaseSheet.Meta):
        constraints = (
            *CaseSheet.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(began_at__lte=models.F("closed_at")), name="case_diary_in_order"
            ),
            # One entry a day of investigation; what was forgotten is added to it by another.
            models.UniqueConstraint(
                fields=("case", "day", "state"),
                condition=models.Q(corrects=None),
                name="case_diary_one_a_day",
            ),
        )

    @property
    def day_is_taken(self) -> bool:
        """Whether another entry tells of this day already."""
        same = CaseDiaryEntry.objects.filter(case=self.case, day=self.day, corrects=None)
        return same.exclude(pk=self.pk).exists()
