"""A case and another one: clubbed under it, its counter case, or of the same transaction."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .sheet import CaseSheet


class LinkStage(models.TextChoices):
    LINKED = "linked", _("Linked")
    UNLINKED = "unlinked", _("No longer linked")


class LinkRelation(models.TextChoices):
    """What the other case is to this one."""

    CLUBBED_UNDER = "clubbed_under", _("Main case: this one is clubbed under it")
    COUNTER = "counter", _("Counter case")
    SAME_TRANSACTION = "same_transaction", _("Case of the same transaction")


class CaseLink(CaseSheet):
    """Never deleted: what no longer holds is unlinked, with day and reason.

    The other case is known by number and station. Its FIR's id is no foreign key: it may lie on
    another node. `fir_id` and `fir_told` are of this case, for a reader of the other one alone.
    """

    stage = models.CharField(_("stage"), max_length=10, choices=LinkStage)
    happened_at = models.DateTimeField(_("linked on"))
    fir_id = models.UUIDField(editable=False, db_index=True)
    fir_told = models.CharField(_("FIR"), max_length=300, editable=False)
    relation = models.CharField(_("what the other case is"), max_length=20, choices=LinkRelation)
    other_fir_id = models.UUIDField(
        _("other case, if it is within your reach"), null=True, blank=True, db_index=True
    )
    other_number = models.CharField(_("else its FIR number"), max_length=60, blank=True)
    other_station = models.CharField(_("and its police station"), max_length=200, blank=True)
    reason = models.TextField(_("why they belong together"))
    order_reference = models.CharField(
        _("number and date of the order"), max_length=200, blank=True
    )
    unlinked_at = models.DateTimeField(_("unlinked on"), null=True, blank=True)
    unlinked_why = models.TextField(_("why they are unlinked"), blank=True)

    class Meta(CaseSheet.Meta):
        constraints = (
            *CaseSheet.Meta.constraints,
            models.CheckConstraint(
                condition=Q(other_fir_id=None) | ~Q(other_fir_id=F("fir_id")),
                name="link_not_to_itself",
            ),
            models.CheckConstraint(
                condition=~Q(other_number="") & ~Q(other_station=""), name="link_to_a_known_case"
            ),
            models.CheckConstraint(
                condition=Q(stage="linked") | (Q(unlinked_at__isnull=False) & ~Q(unlinked_why="")),
                name="link_ended_with_day_and_reason",
            ),
            models.UniqueConstraint(
                fields=("case", "state"),
                condition=Q(stage="linked", relation="clubbed_under"),
                name="link_clubbed_under_one",
            ),
        )

    def get_other_fir_id_display(self) -> str:
        """An id says nothing to a reader: number and station follow it."""
        return ""

    @property
    def other_told(self) -> str:
        return f"{self.other_number}, {self.other_station}"

    @property
    def relation_told(self) -> str:
        """For the diary, in English as all of it."""
        return self.relation.replace("_", " ")
