"""Sections added, deleted or altered after the FIR, each with its reason (the FIR stays)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import new_id
from cctns.registers.models import Line

from .sheet import CaseSheet


class ChangeStage(models.TextChoices):
    MADE = "made", _("Made")


class SectionChange(CaseSheet):
    """One change of the sections of a case; the court is told."""

    stage = models.CharField(_("stage"), max_length=14, choices=ChangeStage)
    reason = models.TextField(_("reason for the change"))
    court_told = models.CharField(_("court that was told, and when"), max_length=300)


class ChangeKind(models.TextChoices):
    ADD = "add", _("Added")
    DELETE = "delete", _("Deleted")


class ChangedSection(Line):
    """One section added or deleted; an alteration is both."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sectionchange = models.ForeignKey(
        SectionChange, on_delete=models.CASCADE, related_name="changed", db_index=False
    )
    kind = models.CharField(_("change"), max_length=6, choices=ChangeKind)
    act = models.CharField(_("Act"), max_length=20)
    number = models.CharField(_("section"), max_length=30)

    class Meta(Line.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("sectionchange", "ordinal", "state"), name="changed_section_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.act} {self.number}"
