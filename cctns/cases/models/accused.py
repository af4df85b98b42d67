"""The accused of a case, each under the code by which court, prison and laboratory know them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention

from .sheet import CaseSheet


class AccusedStage(models.TextChoices):
    """Where an accused stands, as the forms that follow make it."""

    NAMED = "named", _("Named")
    NOTICED = "noticed", _("Notice under BNSS 35(3)")
    ARRESTED = "arrested", _("Arrested")
    POLICE_CUSTODY = "police_custody", _("Police custody")
    JUDICIAL_CUSTODY = "jail", _("Judicial custody")
    BAILED = "bailed", _("On bail")
    ABSCONDING = "absconding", _("Absconding")
    PROCLAIMED = "proclaimed", _("Proclaimed offender")
    REMOVED = "removed", _("Removed from the case")


class Accused(CaseSheet, Mention):
    """One accused of one case; whom the FIR names keeps the id of the FIR's party."""

    stage = models.CharField(_("stage"), max_length=14, choices=AccusedStage)
    code = models.CharField(_("accused code"), max_length=6)
    child_in_conflict = models.BooleanField(_("child in conflict with law"), default=False)
    features = models.JSONField(_("physical features"), default=dict, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    # The first form of this accused, at the station that the case came from.
    earlier_id = models.UUIDField(null=True, blank=True, editable=False)

    class Meta(CaseSheet.Meta):
        constraints = (
            *CaseSheet.Meta.constraints,
            models.UniqueConstraint(fields=("case", "code", "state"), name="accused_code_once"),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class OfAccused(CaseSheet):
    """A form about one accused of its own case (a guard looks that it is the same case)."""

    accused = models.ForeignKey(
        Accused,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("accused"),
        help_text=_("Not in the list? Add the accused to the case first"),
    )

    class Meta(CaseSheet.Meta):
        abstract = True

    @property
    def accused_name(self) -> str:
        """For texts of diary and papers."""
        return str(self.accused)
