"""Property without its owner: unclaimed, lost, found and abandoned (BNSS 503, Police Act 25)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention

from .entry import Entry, Line


class PropertyStage(models.TextChoices):
    RECORDED = "recorded", _("Recorded")
    CLAIMED = "claimed", _("Claimed")
    NOTIFIED = "notified", _("Proclamation issued")
    ORDERED = "ordered", _("Ordered by the Magistrate")
    DISPOSED = "disposed", _("Disposed of")


class PropertyKind(models.TextChoices):
    FOUND = "found", _("Found by somebody")
    ABANDONED = "abandoned", _("Abandoned")
    UNCLAIMED = "unclaimed", _("Unclaimed")
    LOST = "lost", _("Reported lost")
    INTESTATE = "intestate", _("Of somebody who died without heirs")


class PropertyEnd(models.TextChoices):
    RETURNED = "returned", _("Returned to the owner")
    AUCTIONED = "auctioned", _("Auctioned, proceeds credited")
    DESTROYED = "destroyed", _("Destroyed")
    STATE = "state", _("Vested in the State")


class Property(Entry, Mention):
    """One find or loss; the person brought it in, or lost it."""

    stage = models.CharField(_("stage"), max_length=14, choices=PropertyStage)
    happened_at = models.DateTimeField(_("found or lost on"))
    kind = models.CharField(_("kind"), max_length=10, choices=PropertyKind)
    place = models.CharField(_("place where found or lost"), max_length=500)
    circumstances = models.TextField(_("circumstances"))
    kept_at = models.CharField(_("kept at"), max_length=200, blank=True)
    claimant = models.CharField(_("claimant, address"), max_length=500, blank=True)
    claimed_at = models.DateTimeField(_("claimed on"), null=True, blank=True)
    proof = models.TextField(_("proof of ownership"), blank=True)
    court_name = models.CharField(_("Magistrate"), max_length=200, blank=True)
    notified_at = models.DateTimeField(_("proclamation issued on"), null=True, blank=True)
    order_number = models.CharField(_("number and date of the order"), max_length=200, blank=True)
    order_text = models.TextField(_("what was ordered"), blank=True)
    end = models.CharField(_("disposal"), max_length=10, choices=PropertyEnd, blank=True)
    ended_at = models.DateTimeField(_("disposed of on"), null=True, blank=True)
    received_by = models.CharField(
        _("received by, receipt or credit number"), max_length=300, blank=True
    )

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            # BNSS 503: what is not the claimant's goes only by the order of a Magistrate.
            models.CheckConstraint(
                condition=~Q(stage="disposed")
                | (Q(end="returned") & ~Q(claimant=""))
                | ~Q(order_number=""),
                name="property_disposed_by_order",
            ),
        )

    def __str__(self) -> str:
        return self.number


class PropertyItem(Line):
    """One article."""

    property = models.ForeignKey(Property, on_delete=models.PROTECT, related_name="items")
    description = models.CharField(_("description, marks, numbers"), max_length=500)
    quantity = models.CharField(_("quantity"), max_length=60, blank=True)
    value = models.DecimalField(
        _("value in rupees"), max_digits=14, decimal_places=2, null=True, blank=True
    )
