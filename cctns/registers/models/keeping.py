"""What a station keeps locked: arms and property under their keys, persons in the lock-up."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention

from .entry import Entry, Line


class KeysStage(models.TextChoices):
    HANDED = "handed", _("Handed over")


class KeyOf(models.TextChoices):
    MALKHANA = "malkhana", _("Property room (malkhana)")
    ARMOURY = "armoury", _("Arms and ammunition")
    LOCK_UP = "lock_up", _("Lock-up")
    CASH = "cash", _("Cash and valuables")


class KeyHandover(Entry):
    """Two officers count together what stands under a key, and both are named."""

    stage = models.CharField(_("stage"), max_length=14, choices=KeysStage)
    happened_at = models.DateTimeField(_("handed over on"))
    key = models.CharField(_("key of"), max_length=10, choices=KeyOf)
    giver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("handed over by"),
    )
    taker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("taken over by"),
    )
    due = models.PositiveIntegerField(_("items by the register"))
    counted = models.PositiveIntegerField(_("items counted"))
    difference = models.TextField(_("what is missing or too many, and why"), blank=True)
    both_present = models.BooleanField(_("counted by both together"), default=False)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            models.CheckConstraint(condition=~Q(giver=F("taker")), name="keys_two_persons"),
            models.CheckConstraint(
                condition=Q(due=F("counted")) | ~Q(difference=""), name="keys_difference_told"
            ),
        )


class LockupStage(models.TextChoices):
    ADMITTED = "admitted", _("In the lock-up")
    RELEASED = "released", _("Out of the lock-up")


class LeftFor(models.TextChoices):
    COURT = "court", _("Produced before the court")
    BAIL = "bail", _("Released on bail")
    RELEASED = "released", _("Released")
    HOSPITAL = "hospital", _("Taken to hospital")
    TRANSFERRED = "transferred", _("Taken to another station")


class Lockup(Entry, Mention):
    """One person's stay in the lock-up (D.K. Basu (1997) 1 SCC 416)."""

    stage = models.CharField(_("stage"), max_length=14, choices=LockupStage)
    happened_at = models.DateTimeField(_("put in on"))
    fir_number = models.CharField(_("FIR or diary entry of the arrest"), max_length=60)
    accused_code = models.CharField(_("accused code"), max_length=6, blank=True)
    cell = models.CharField(_("cell"), max_length=40)
    articles = models.TextField(_("articles taken, or NIL"))
    condition = models.TextField(_("condition, injuries, or NIL"))
    searched_by = models.CharField(_("searched by: rank, number, name"), max_length=200)
    relative_told = models.CharField(_("relative or friend told"), max_length=200)
    camera = models.CharField(_("camera and its recording"), max_length=200)
    left_at = models.DateTimeField(_("out on"), null=True, blank=True)
    left_for = models.CharField(_("why out"), max_length=12, choices=LeftFor, blank=True)
    articles_back = models.CharField(_("articles given back to"), max_length=300, blank=True)
    end_condition = models.TextField(_("condition when out"), blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            # JJ Act 10(1): a child is never put in a lock-up.
            models.CheckConstraint(
                condition=Q(age__gte=18) & Q(age__isnull=False), name="lockup_no_child"
            ),
            models.CheckConstraint(
                condition=Q(stage="admitted")
                | (Q(left_at__gte=F("happened_at")) & ~Q(left_for="")),
                name="lockup_out_told",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()


class Meal(Line):
    lockup = models.ForeignKey(Lockup, on_delete=models.PROTECT, related_name="meals")
    at = models.DateTimeField(_("given on"))
    what = models.CharField(_("meal"), max_length=200)
    given_by = models.CharField(_("given by"), max_length=200)


class LockupExamination(Line):
    """Every forty-eight hours, by a doctor."""

    lockup = models.ForeignKey(Lockup, on_delete=models.PROTECT, related_name="examinations")
    at = models.DateTimeField(_("examined on"))
    doctor = models.CharField(_("doctor"), max_length=200)
    result = models.CharField(_("result"), max_length=500)


class Visit(Line):
    lockup = models.ForeignKey(Lockup, on_delete=models.PROTECT, related_name="visits")
    at = models.DateTimeField(_("visited on"))
    visitor = models.CharField(_("visitor: advocate, relative, inspecting officer"), max_length=200)
    remarks = models.CharField(_("remarks"), max_length=500, blank=True)
