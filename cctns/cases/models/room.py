"""The property room (malkhana): movements of exhibits between two persons, and its counts."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cctns.registers.models import Entry, Line

from .seizure import SeizedItem
from .sheet import CaseSheet


class MovementStage(models.TextChoices):
    MOVED = "moved", _("Moved")


class MovementKind(models.TextChoices):
    IN = "in", _("Into the property room")
    LAB = "lab", _("Out to the laboratory")
    COURT = "court", _("Out to the court")
    EXPERT = "expert", _("Out to an expert or valuer")
    BACK = "back", _("Back into the property room")
    RETURNED = "returned", _("Returned to the owner")
    DESTROYED = "destroyed", _("Destroyed")
    AUCTIONED = "auctioned", _("Auctioned, proceeds credited")
    RETAINED = "retained", _("Kept by the court")


OUT = (MovementKind.LAB, MovementKind.COURT, MovementKind.EXPERT)
INSIDE = (MovementKind.IN, MovementKind.BACK)
ENDS = (
    MovementKind.RETURNED,
    MovementKind.DESTROYED,
    MovementKind.AUCTIONED,
    MovementKind.RETAINED,
)


class SealState(models.TextChoices):
    INTACT = "intact", _("Intact")
    RESEALED = "resealed", _("Opened by order and sealed again")
    BROKEN = "broken", _("Broken or changed")


class Movement(CaseSheet):
    """One hand to another. The database keeps the order: in, out, back, and one end by order."""

    stage = models.CharField(_("stage"), max_length=14, choices=MovementStage)
    happened_at = models.DateTimeField(_("moved on"))
    item = models.ForeignKey(
        SeizedItem, on_delete=models.PROTECT, related_name="movements", verbose_name=_("exhibit")
    )
    kind = models.CharField(_("movement"), max_length=10, choices=MovementKind)
    place = models.CharField(
        _("shelf, or court, laboratory, person that it goes to"), max_length=300
    )
    giver = models.CharField(_("handed over by: rank, number, name"), max_length=200)
    taker = models.CharField(_("taken over by: rank, number, name"), max_length=200)
    seal = models.CharField(_("seal"), max_length=10, choices=SealState)
    seal_remark = models.CharField(
        _("what is wrong with the seal, and why"), max_length=500, blank=True
    )
    photo = models.CharField(_("photograph: number or file"), max_length=200, blank=True)
    no_photo_reason = models.CharField(_("why no photograph"), max_length=300, blank=True)
    # BNSS 497 to 503: property leaves for good by the order of a court only.
    order_number = models.CharField(
        _("order of the court: number, date"), max_length=200, blank=True
    )
    road_certificate = models.CharField(
        _("number of the road certificate"), max_length=60, blank=True
    )

    class Meta(CaseSheet.Meta):
        constraints = (
            *CaseSheet.Meta.constraints,
            models.CheckConstraint(condition=~Q(giver=F("taker")), name="movement_two_persons"),
            models.CheckConstraint(
                condition=Q(seal="intact") | ~Q(seal_remark=""), name="movement_seal_told"
            ),
            models.CheckConstraint(
                condition=~Q(photo="") | ~Q(no_photo_reason=""), name="movement_photo_or_why"
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=ENDS) | ~Q(order_number=""), name="movement_ends_by_order"
            ),
        )
        indexes = (
            *CaseSheet.Meta.indexes,
            models.Index(fields=("item", "-id"), name="movement_newest"),
        )


class StockStage(models.TextChoices):
    COUNTED = "counted", _("Counted")


class StockReason(models.TextChoices):
    PERIODIC = "periodic", _("Periodic count")
    CHARGE = "charge", _("Change of the officer in charge of the room")
    INSPECTION = "inspection", _("Inspection")


class Stocktaking(Entry):
    """The whole room counted by two; what is not there stands in its lines and stays red."""

    stage = models.CharField(_("stage"), max_length=14, choices=StockStage)
    happened_at = models.DateTimeField(_("counted on"))
    reason = models.CharField(_("why counted"), max_length=10, choices=StockReason)
    giver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("counted by, or handing over"),
    )
    taker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("counted with, or taking over"),
    )
    due = models.PositiveIntegerField(_("exhibits by the register"))
    counted = models.PositiveIntegerField(_("exhibits counted"))

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            models.CheckConstraint(condition=~Q(giver=F("taker")), name="stock_two_persons"),
        )


class StockFinding(models.TextChoices):
    MISSING = "missing", _("Not there")
    SEAL = "seal", _("Seal broken or changed")
    DAMAGED = "damaged", _("Damaged or decayed")


class StockLine(Line):
    """One exhibit that was not as it should be."""

    stocktaking = models.ForeignKey(
        Stocktaking, on_delete=models.CASCADE, related_name="findings", db_index=False
    )
    item = models.ForeignKey(
        SeizedItem, on_delete=models.PROTECT, related_name="+", verbose_name=_("exhibit")
    )
    finding = models.CharField(_("finding"), max_length=10, choices=StockFinding)
    remark = models.CharField(_("remark"), max_length=500)

    class Meta(Line.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("stocktaking", "item", "state"), name="stock_item_once"
            ),
        )
