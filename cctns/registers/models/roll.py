"""Strangers whose home station is asked, and bad characters whose conduct is checked."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention

from .answer import Addressed
from .entry import Entry, Line


class StrangerStage(models.TextChoices):
    ENTERED = "entered", _("Sent to the home station")
    CLOSED = "closed", _("Closed")


class Known(models.TextChoices):
    KNOWN = "known", _("Known, nothing against the person")
    NOT_KNOWN = "not_known", _("Not known there")
    WANTED = "wanted", _("Wanted or with a record")


class Stranger(Addressed, Mention):
    """A roll sent to the station of the home that the stranger names."""

    stage = models.CharField(_("stage"), max_length=14, choices=StrangerStage)
    happened_at = models.DateTimeField(_("met on"))
    stays_at = models.CharField(_("where the stranger stays, with whom"), max_length=300)
    purpose = models.CharField(_("purpose of the stay"), max_length=300)
    papers = models.CharField(_("papers shown"), max_length=200, blank=True)
    suspicion = models.TextField(_("why the home station is asked"))
    home_station = models.CharField(
        _("home station, where it is not on the list"), max_length=200, blank=True
    )
    result = models.CharField(_("result"), max_length=10, choices=Known, blank=True)
    end_reason = models.TextField(_("what was done upon it"), blank=True)

    class Meta(Addressed.Meta):
        constraints = (
            *Addressed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(to_office__isnull=False) | ~Q(home_station=""),
                name="stranger_has_home_station",
            ),
            models.CheckConstraint(
                condition=~Q(stage="closed") | (~Q(result="") & ~Q(end_reason="")),
                name="stranger_closed_with_result",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()


class AnswerStage(models.TextChoices):
    GIVEN = "given", _("Answered")


class StrangerAnswer(Addressed):
    """What the home station answers, in its own journal."""

    stage = models.CharField(_("stage"), max_length=14, choices=AnswerStage)
    stranger = models.ForeignKey(
        Stranger,
        on_delete=models.PROTECT,
        related_name="answers",
        verbose_name=_("stranger"),
    )
    answer = models.CharField(_("answer"), max_length=10, choices=Known)
    remarks = models.TextField(_("remarks: cases, family, verified by"))


class CharacterStage(models.TextChoices):
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class Roll(models.TextChoices):
    A = "a", _("Roll A: under watch")
    B = "b", _("Roll B: moved away or older")
    HISTORY = "history", _("History sheet")


class Ground(models.TextChoices):
    """Only what a court or a competent authority found: never a suspicion alone."""

    CONVICTION = "conviction", _("Conviction by a court")
    BOUND = "bound", _("Bound over (BNSS 129)")
    EXTERNED = "externed", _("Order of externment")


class Character(Entry, Mention):
    """A bad character's sheet: opened upon a finding, reviewed, closed by an acquittal."""

    stage = models.CharField(_("stage"), max_length=14, choices=CharacterStage)
    happened_at = models.DateTimeField(_("opened on"))
    roll = models.CharField(_("roll"), max_length=10, choices=Roll)
    ground = models.CharField(_("ground"), max_length=12, choices=Ground)
    court_name = models.CharField(_("court or authority"), max_length=200)
    order_number = models.CharField(_("number and date of the order"), max_length=200)
    offence = models.CharField(_("sections"), max_length=200, blank=True)
    reason = models.TextField(_("why conduct is to be checked"))
    method = models.CharField(_("way of committing offences"), max_length=300, blank=True)
    associates = models.TextField(_("associates"), blank=True)
    review_on = models.DateField(_("next review"))
    end_reason = models.TextField(_("reason for closing"), blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(court_name="") & ~Q(order_number="") & ~Q(reason=""),
                name="character_upon_a_finding",
            ),
            models.CheckConstraint(
                condition=~Q(stage="closed") | ~Q(end_reason=""), name="character_closed_reasoned"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()


class CharacterCheck(Line):
    """One periodic check."""

    character = models.ForeignKey(Character, on_delete=models.PROTECT, related_name="checks")
    at = models.DateTimeField(_("checked on"))
    found_at = models.CharField(_("found at, or where gone"), max_length=300)
    livelihood = models.CharField(_("livelihood"), max_length=200)
    remarks = models.CharField(_("remarks"), max_length=500, blank=True)
    checked_by = models.CharField(_("checked by"), max_length=200)
