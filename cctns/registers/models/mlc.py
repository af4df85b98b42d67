"""Medico-legal cases: what a hospital tells the station of an injured person."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention

from .entry import Entry, Line
from .paper import OnPaper, paper_constraints


class MlcStage(models.TextChoices):
    RECORDED = "recorded", _("Recorded")
    ANSWERED = "answered", _("Certificate received")
    CLOSED = "closed", _("Closed")


class InjuryKind(models.TextChoices):
    ABRASION = "abrasion", _("Abrasion")
    BRUISE = "bruise", _("Bruise")
    CUT = "cut", _("Incised wound")
    TORN = "torn", _("Lacerated wound")
    STAB = "stab", _("Stab wound")
    GUNSHOT = "gunshot", _("Gunshot wound")
    FRACTURE = "fracture", _("Fracture")
    BURN = "burn", _("Burn")
    POISON = "poison", _("Poisoning")
    OTHER = "other", _("Other")


class Gravity(models.TextChoices):
    """BNS 114, 116 and the doctor's own word."""

    SIMPLE = "simple", _("Simple hurt")
    GRIEVOUS = "grievous", _("Grievous hurt")
    DANGEROUS = "dangerous", _("Dangerous to life")
    RESERVED = "reserved", _("Opinion reserved")


class Mlc(Entry, Mention, OnPaper):
    """One intimation of a hospital; the person is the injured one."""

    stage = models.CharField(_("stage"), max_length=14, choices=MlcStage)
    happened_at = models.DateTimeField(_("intimation received on"))
    hospital = models.CharField(_("hospital"), max_length=200)
    hospital_number = models.CharField(_("hospital's number of the case"), max_length=60)
    brought_by = models.CharField(_("brought by"), max_length=200, blank=True)
    history = models.TextField(_("brief facts, as told"))
    fit = models.BooleanField(_("fit to make a statement"), default=False)
    # What the requisition adds.
    sections = models.CharField(_("sections"), max_length=200, blank=True)
    escort = models.CharField(_("escort: rank, number, name"), max_length=200, blank=True)
    escort_at = models.DateTimeField(_("sent with the escort on"), null=True, blank=True)
    arrested = models.BooleanField(_("under arrest"), default=False)
    arrested_at = models.DateTimeField(_("arrested on"), null=True, blank=True)
    # The certificate.
    certificate = models.CharField(_("number of the certificate"), max_length=60, blank=True)
    certified_at = models.DateTimeField(_("certificate received on"), null=True, blank=True)
    doctor = models.CharField(_("doctor"), max_length=200, blank=True)
    gravity = models.CharField(
        _("nature of the injuries"), max_length=10, choices=Gravity, blank=True
    )
    weapon = models.CharField(_("weapon, by the doctor's opinion"), max_length=200, blank=True)
    opinion = models.TextField(_("opinion"), blank=True)
    fir_number = models.CharField(_("FIR"), max_length=40, blank=True)
    end_reason = models.TextField(_("reason"), blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            *paper_constraints("mlc"),
            models.CheckConstraint(
                condition=~Q(stage="closed") | ~Q(fir_number="") | ~Q(end_reason=""),
                name="mlc_closed_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(stage="answered") | ~Q(certificate=""), name="mlc_certificate_named"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()


class Injury(Line):
    """One injury as it is seen."""

    mlc = models.ForeignKey(Mlc, on_delete=models.PROTECT, related_name="injuries")
    kind = models.CharField(_("injury"), max_length=10, choices=InjuryKind)
    place = models.CharField(_("place on the body"), max_length=200)
    size = models.CharField(_("size"), max_length=100, blank=True)
