"""What witnesses say: to the police (BNSS 180), and before the Magistrate (BNSS 183)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention

from .. import heads
from .sheet import CaseSheet


class Where(models.TextChoices):
    """BNSS 179(1): some need not come to the station."""

    RESIDENCE = "residence", _("Where the person lives")
    STATION = "station", _("At the police station")
    HOSPITAL = "hospital", _("At a hospital")
    SCENE = "scene", _("At the scene of crime")
    OTHER = "other", _("Elsewhere")


class WitnessKind(models.TextChoices):
    """In the order in which a final report lists them."""

    COMPLAINANT = "complainant", _("Complainant or informant")
    INJURED = "injured", _("Victim or injured person")
    EYE = "eye", _("Eyewitness")
    PANCH = "panch", _("Panch witness")
    DOCTOR = "doctor", _("Doctor")
    EXPERT = "expert", _("Expert")
    POLICE = "police", _("Police officer")
    OTHER = "other", _("Other")


class Homebound(Mention):
    """A person whom BNSS 179(1) may keep from being called to the station."""

    disabled = models.BooleanField(_("disabled, or acutely ill"), default=False)

    class Meta:
        abstract = True


class StatementStage(models.TextChoices):
    RECORDED = "recorded", _("Recorded")


class Statement(CaseSheet, Homebound):
    """BNSS 180; never signed by the person who makes it (BNSS 181(1))."""

    stage = models.CharField(_("stage"), max_length=14, choices=StatementStage)
    happened_at = models.DateTimeField(_("statement recorded at"))
    witness_kind = models.CharField(_("kind of witness"), max_length=12, choices=WitnessKind)
    where = models.CharField(_("where recorded"), max_length=10, choices=Where)
    willing = models.BooleanField(_("came to the station of own will"), default=False)
    language = models.CharField(
        _("language of the statement"), max_length=40, choices=heads.languages
    )
    interpreter = models.CharField(_("interpreter or special educator"), max_length=200, blank=True)
    woman_officer = models.CharField(_("woman officer who recorded it"), max_length=200, blank=True)
    text = models.TextField(_("statement"))
    recording = models.CharField(_("audio-video recording, id"), max_length=100, blank=True)


class MagistrateStage(models.TextChoices):
    ASKED = "asked", _("Asked of the Magistrate")
    RECORDED = "recorded", _("Recorded by the Magistrate")


class MagistrateKind(models.TextChoices):
    STATEMENT = "statement", _("Statement of a witness")
    CONFESSION = "confession", _("Confession")


class MagistrateStatement(CaseSheet, Mention):
    """BNSS 183; the Magistrate keeps the words, the case its dates and the copy."""

    stage = models.CharField(_("stage"), max_length=14, choices=MagistrateStage)
    happened_at = models.DateTimeField(_("asked of the Magistrate on"))
    kind = models.CharField(_("kind of statement"), max_length=10, choices=MagistrateKind)
    magistrate = models.CharField(_("Magistrate"), max_length=200)
    woman_magistrate = models.BooleanField(_("woman Magistrate"), default=False)
    no_woman_reason = models.CharField(_("why no woman Magistrate"), max_length=300, blank=True)
    heard_at = models.DateTimeField(_("recorded by the Magistrate on"), null=True, blank=True)
    recording = models.CharField(_("audio-video recording, id"), max_length=100, blank=True)
    copy_received_at = models.DateTimeField(_("copy received on"), null=True, blank=True)

    class Meta(CaseSheet.Meta):
        constraints = (
            *CaseSheet.Meta.constraints,
            models.CheckConstraint(
                condition=Q(heard_at=None) | Q(heard_at__gte=F("happened_at")),
                name="magistrate_asked_first",
            ),
        )
