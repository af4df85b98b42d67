"""Paper registers in use, and what was entered from them later (CAG Odisha: 9,642 NCRs)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .entry import Entry

MOST_NUMBERS = 20_000  # of one register and year


class PaperKind(models.TextChoices):
    """Registers whose entries may say under which number they stand on paper."""

    NCR = "ncr", _("Non-cognizable reports")
    MLC = "mlc", _("Medico-legal cases")
    DEATH = "death", _("Unnatural deaths")


class OnPaper(models.Model):
    """An entry that first stood in a paper register; empty for one that was made here."""

    paper_number = models.PositiveIntegerField(
        _("number in the paper register"), null=True, blank=True
    )
    paper_year = models.PositiveSmallIntegerField(
        _("year of the paper register"), null=True, blank=True
    )

    class Meta:
        abstract = True

    @property
    def late_days(self) -> int | None:
        """Whole days from the event to the entry of what stood on paper; None when it did not."""
        if self.paper_number is None:
            return None
        entry: Any = self
        return int((entry.recorded_at - entry.happened_at).days)

    @property
    def paper_taken(self) -> bool:
        """Whether another entry of the office already stands for this number."""
        entry: Any = self
        same = type(entry)._base_manager.filter(
            office=entry.office_id, paper_year=self.paper_year, paper_number=self.paper_number
        )
        return bool(same.exclude(pk=entry.pk).exists())


def paper_constraints(name: str) -> tuple[models.BaseConstraint, ...]:
    """Number and year together, each number once in an office."""
    return (
        models.CheckConstraint(
            condition=Q(paper_number=None, paper_year=None)
            | Q(
                paper_number__isnull=False,
                paper_year__isnull=False,
                paper_number__gte=1,
                paper_year__gte=1900,
            ),
            name=f"{name}_paper_whole",
        ),
        models.UniqueConstraint(
            fields=("office", "paper_year", "paper_number", "state"),
            condition=Q(paper_number__isnull=False),
            name=f"{name}_paper_once",
        ),
    )


class PaperStage(models.TextChoices):
    IN_USE = "in_use", _("In use")


class PaperRegister(Entry):
    """The numbers that one paper register of a year has come to: none may be missing here."""

    stage = models.CharField(_("stage"), max_length=14, choices=PaperStage)
    register = models.CharField(_("register"), max_length=10, choices=PaperKind)
    paper_year = models.PositiveSmallIntegerField(_("year of the paper register"))
    first = models.PositiveIntegerField(_("first number"))
    last = models.PositiveIntegerField(_("last number so far"))
    remarks = models.CharField(_("remarks"), max_length=300, blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            models.CheckConstraint(
                condition=Q(first__gte=1)
                & Q(last__gte=F("first"))
                & Q(last__lt=F("first") + MOST_NUMBERS)
                & Q(paper_year__gte=1900),
                name="paperregister_in_order",
            ),
            models.UniqueConstraint(
                fields=("office", "register", "paper_year", "first", "state"),
                name="paperregister_once",
            ),
        )

    @property
    def taken(self) -> bool:
        """Whether the same register of the year is known with the same first number."""
        same = PaperRegister.objects.filter(
            office=self.office_id,
            register=self.register,
            paper_year=self.paper_year,
            first=self.first,
        )
        return same.exclude(pk=self.pk).exists()
