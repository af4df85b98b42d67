"""Missing persons. A child's entry stands on an FIR (Bachpan Bachao Andolan (2013) 10 SCC 484)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention
from cctns.registers.models import Body, Entry, FoundPerson, Looks, photo_or_reason

from .fir import Fir

ADULT = 18


class MissingStage(models.TextChoices):
    REPORTED = "reported", _("Missing")
    TRACED = "traced", _("Traced")
    HANDED = "handed", _("Handed over")
    CLOSED = "closed", _("Closed")


class Reason(models.TextChoices):
    """Why the person may have gone, as those think who report it."""

    UNKNOWN = "unknown", _("Not known")
    LEFT_HOME = "left_home", _("Left home after a quarrel")
    ELOPED = "eloped", _("Went with somebody")
    LOST = "lost", _("Lost the way, or in a crowd")
    MIND = "mind", _("Illness of mind or memory")
    WORK = "work", _("Went for work")
    KIDNAPPED = "kidnapped", _("Kidnapping or trafficking suspected")
    DISASTER = "disaster", _("Accident or disaster")
    OTHER = "other", _("Other")


class Condition(models.TextChoices):
    ALIVE = "alive", _("Alive")
    DEAD = "dead", _("Dead")


class Missing(Entry, Mention, Looks):
    """One missing person; who reports it stands beside them."""

    stage = models.CharField(_("stage"), max_length=14, choices=MissingStage)
    happened_at = models.DateTimeField(_("last seen on"))
    place = models.CharField(_("place where last seen"), max_length=500)
    no_relative = models.CharField(_("why no relative is named"), max_length=200, blank=True)
    appears_child = models.BooleanField(_("a child, or appears to be one"), default=False)
    fir = models.ForeignKey(
        Fir,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("FIR"),
    )
    reason = models.CharField(_("possible reason"), max_length=10, choices=Reason)
    told = models.TextField(_("what is told"), blank=True)
    informant_name = models.CharField(_("informant"), max_length=200)
    informant_relation = models.CharField(
        _("relation to the missing person"), max_length=100, blank=True
    )
    informant_address = models.CharField(_("informant's address"), max_length=500, blank=True)
    informant_mobile = models.CharField(_("informant's telephone"), max_length=20, blank=True)
    unit_told_at = models.DateTimeField(
        _("sent to the Anti-Human-Trafficking Unit on"), null=True, blank=True
    )
    unit_reference = models.CharField(_("reference of the unit"), max_length=200, blank=True)
    traced_condition = models.CharField(
        _("found alive or dead"), max_length=6, choices=Condition, blank=True
    )
    traced_at = models.DateTimeField(_("traced on"), null=True, blank=True)
    traced_place = models.CharField(_("where traced"), max_length=500, blank=True)
    traced_how = models.TextField(_("how traced, what the person says"), blank=True)
    body = models.ForeignKey(
        Body,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("unidentified body"),
    )
    found = models.ForeignKey(
        FoundPerson,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("unidentified person found"),
    )
    elsewhere = models.CharField(
        _("number and station of an entry elsewhere"), max_length=200, blank=True
    )
    handed_to = models.CharField(_("handed over to"), max_length=300, blank=True)
    handed_at = models.DateTimeField(_("handed over on"), null=True, blank=True)
    committee_order = models.CharField(
        _("order of the Child Welfare Committee"), max_length=200, blank=True
    )
    end_reason = models.TextField(_("reason for closing"), blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            photo_or_reason("missing_photo_or_reason"),
            # Bachpan Bachao Andolan (2013): 5,566 entries of children without an FIR in Odisha.
            models.CheckConstraint(
                condition=Q(fir__isnull=False)
                | (Q(appears_child=False) & (Q(age=None) | Q(age__gte=ADULT))),
                name="missing_child_has_fir",
            ),
            models.CheckConstraint(
                condition=Q(stage="reported") | ~Q(traced_condition=""), name="missing_traced_how"
            ),
            models.CheckConstraint(
                condition=~Q(traced_condition="dead") | Q(body__isnull=False) | ~Q(elsewhere=""),
                name="missing_dead_has_body",
            ),
        )

    @property
    def entered_as(self) -> str:
        """A missing child is an event of its own: other clocks run."""
        return "child_reported" if self.is_child else "reported"

    @property
    def is_child(self) -> bool:
        return self.appears_child or (self.age is not None and self.age < ADULT)
