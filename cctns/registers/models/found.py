"""Persons found whom nobody knows yet, alive and dead."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cctns.people.codes import Sex
from cctns.people.models import Mention

from .entry import Entry
from .looks import Looks, photo_or_reason


class FoundStage(models.TextChoices):
    RECORDED = "recorded", _("Found, not known")
    IDENTIFIED = "identified", _("Identified")
    HANDED = "handed", _("Handed over")


class FoundPerson(Entry, Mention, Looks):
    """A living person who cannot say who they are, or whose family nobody knows.

    The name is what the person says of themselves; `age` is given as a range.
    """

    stage = models.CharField(_("stage"), max_length=14, choices=FoundStage)
    happened_at = models.DateTimeField(_("found on"))
    place = models.CharField(_("place where found"), max_length=500)
    age_from = models.PositiveSmallIntegerField(_("age from"), null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(_("age to"), null=True, blank=True)
    condition = models.TextField(_("condition, what the person says"), blank=True)
    custodian = models.CharField(_("with whom the person is: home, hospital"), max_length=300)
    custodian_contact = models.CharField(_("telephone of the custodian"), max_length=40)
    identified_by = models.CharField(_("identified by, and how"), max_length=500, blank=True)
    identified_at = models.DateTimeField(_("identified on"), null=True, blank=True)
    handed_to = models.CharField(_("handed over to"), max_length=300, blank=True)
    handed_at = models.DateTimeField(_("handed over on"), null=True, blank=True)
    committee_order = models.CharField(
        _("order of the Child Welfare Committee"), max_length=200, blank=True
    )

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            photo_or_reason("found_photo_or_reason"),
            # Of no use to those who search without these (NCRB, 2,930 matches of children).
            models.CheckConstraint(
                condition=~Q(place="") & ~Q(custodian="") & ~Q(custodian_contact=""),
                name="found_place_and_custodian",
            ),
            models.CheckConstraint(condition=Q(age_from__lte=F("age_to")), name="found_age_range"),
        )

    @property
    def known_as(self) -> str:
        """For the diary's text."""
        return self.name or self.get_sex_display()


class BodyStage(models.TextChoices):
    RECORDED = "recorded", _("Found, not known")
    IDENTIFIED = "identified", _("Identified")
    DISPOSED = "disposed", _("Body handed over or last rites done")


class Disposal(models.TextChoices):
    HANDED = "handed", _("Handed over to the family")
    CREMATED = "cremated", _("Cremated")
    BURIED = "buried", _("Buried")
    COLLEGE = "college", _("Given to a medical college")


class Body(Entry, Looks):
    """An unidentified dead body; the age is a range, never a guess at one year (Madras HC)."""

    stage = models.CharField(_("stage"), max_length=14, choices=BodyStage)
    happened_at = models.DateTimeField(_("found on"))
    place = models.CharField(_("place where found"), max_length=500)
    sex = models.CharField(_("sex"), max_length=12, choices=Sex, default=Sex.UNKNOWN)
    age_from = models.PositiveSmallIntegerField(_("age from"))
    age_to = models.PositiveSmallIntegerField(_("age to"))
    condition = models.TextField(_("condition of the body, days since death"), blank=True)
    death_number = models.CharField(_("unnatural death number"), max_length=40, blank=True)
    prints = models.CharField(_("fingerprints: number, or why none"), max_length=200)
    dna_sample = models.CharField(_("DNA sample: number, or why none"), max_length=200)
    kept_at = models.CharField(_("mortuary where the body is kept"), max_length=200)
    kept_until = models.DateTimeField(_("kept at least until"))
    name = models.CharField(_("identified as"), max_length=200, blank=True)
    relative_name = models.CharField(_("relative's name"), max_length=200, blank=True)
    identified_by = models.CharField(_("identified by, and how"), max_length=500, blank=True)
    identified_at = models.DateTimeField(_("identified on"), null=True, blank=True)
    disposal = models.CharField(
        _("what was done with the body"), max_length=10, choices=Disposal, blank=True
    )
    disposed_at = models.DateTimeField(_("done on"), null=True, blank=True)
    handed_to = models.CharField(_("received by, relation"), max_length=300, blank=True)
    early_reason = models.TextField(_("why earlier than 72 hours"), blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            photo_or_reason("body_photo_or_reason"),
            models.CheckConstraint(condition=Q(age_from__lte=F("age_to")), name="body_age_range"),
            # The family is given 72 hours to come, but for a written reason.
            models.CheckConstraint(
                condition=~Q(stage="disposed")
                | Q(disposed_at__gte=F("kept_until"))
                | ~Q(early_reason=""),
                name="body_kept_long_enough",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()
