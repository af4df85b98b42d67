"""What others find out for the case: laboratory, doctor, parade before the Magistrate."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention
from cctns.registers.models import Line

from .seizure import SeizedItem
from .sheet import CaseSheet


class ForensicStage(models.TextChoices):
    ASKED = "asked", _("Asked")
    SENT = "sent", _("Sent to the laboratory")
    RECEIVED = "received", _("Received by the laboratory")
    REPORTED = "reported", _("Report received")


class ForensicRequest(CaseSheet):
    """One request to a forensic laboratory, of many exhibits (BNSS 176(3), 329; BSA 39)."""

    stage = models.CharField(_("stage"), max_length=14, choices=ForensicStage)
    happened_at = models.DateTimeField(_("asked on"))
    laboratory = models.CharField(_("laboratory"), max_length=200)
    division = models.CharField(_("division: biology, chemistry, cyber ..."), max_length=100)
    brief = models.TextField(_("facts of the case in brief"))
    questions = models.TextField(_("questions to the expert"))
    sent_at = models.DateTimeField(_("sent on"), null=True, blank=True)
    forwarding_number = models.CharField(_("forwarding number"), max_length=60, blank=True)
    messenger = models.CharField(_("messenger: name, rank, number"), max_length=200, blank=True)
    seal = models.CharField(_("specimen of the seal"), max_length=200, blank=True)
    laboratory_number = models.CharField(_("number of the laboratory"), max_length=60, blank=True)
    received_at = models.DateTimeField(_("received there on"), null=True, blank=True)
    seals_intact = models.BooleanField(_("seals found intact"), default=False)
    report_number = models.CharField(_("number of the report"), max_length=60, blank=True)
    reported_at = models.DateTimeField(_("report received on"), null=True, blank=True)
    opinion = models.TextField(_("opinion"), blank=True)


class Exhibit(Line):
    """One parcel; `item` names the seized property that it holds, of the same case (a guard)."""

    forensicrequest = models.ForeignKey(
        ForensicRequest, on_delete=models.CASCADE, related_name="exhibits", db_index=False
    )
    item = models.ForeignKey(
        SeizedItem,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("property seized"),
    )
    mark = models.CharField(_("mark of the exhibit"), max_length=40)
    description = models.CharField(_("description"), max_length=500)
    seals = models.CharField(_("number and print of seals"), max_length=200)

    class Meta(Line.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("forensicrequest", "ordinal", "state"), name="exhibit_once"
            ),
        )


class MedicalStage(models.TextChoices):
    REFUSED = "refused", _("Consent refused")
    SENT = "sent", _("Sent to the doctor")
    REPORTED = "reported", _("Report received")
    FORWARDED = "forwarded", _("Report sent to the Magistrate")


class Consent(models.TextChoices):
    GIVEN = "given", _("Given by the woman herself")
    GUARDIAN = "guardian", _("Given by a person competent to give it")


class MedicalExamination(CaseSheet, Mention):
    """Of the victim of rape (BNSS 184; POCSO 27): sealed."""

    stage = models.CharField(_("stage"), max_length=14, choices=MedicalStage)
    happened_at = models.DateTimeField(_("sent to the doctor on"))
    consent = models.CharField(_("consent"), max_length=10, choices=Consent, blank=True)
    consent_by = models.CharField(_("who consented"), max_length=200, blank=True)
    refusal = models.CharField(_("who refused consent, and when"), max_length=300, blank=True)
    late_reason = models.CharField(
        _("why later than 24 hours after the information"), max_length=500, blank=True
    )
    hospital = models.CharField(_("hospital"), max_length=200)
    doctor = models.CharField(_("doctor"), max_length=200, blank=True)
    woman_doctor = models.BooleanField(_("woman doctor"), default=False)
    in_presence_of = models.CharField(
        _("parent or woman trusted, present"), max_length=200, blank=True
    )
    escort = models.CharField(_("escort"), max_length=200)
    began_at = models.DateTimeField(_("examination began at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("examination ended at"), null=True, blank=True)
    reported_at = models.DateTimeField(_("report received on"), null=True, blank=True)
    findings = models.TextField(_("findings"), blank=True)
    samples = models.TextField(_("samples taken, sealed"), blank=True)
    forwarded_at = models.DateTimeField(_("report forwarded on"), null=True, blank=True)
    forwarded_to = models.CharField(_("Magistrate"), max_length=200, blank=True)


class ParadeStage(models.TextChoices):
    ASKED = "asked", _("Asked of the Magistrate")
    HELD = "held", _("Held")
    DROPPED = "dropped", _("Not held")


class ParadeKind(models.TextChoices):
    PERSON = "person", _("Of a person")
    PROPERTY = "property", _("Of property")


class Parade(CaseSheet):
    """Test identification (BNSS 54; BSA 7): held by the Magistrate, no police within sight."""

    stage = models.CharField(_("stage"), max_length=14, choices=ParadeStage)
    happened_at = models.DateTimeField(_("asked of the Magistrate on"))
    kind = models.CharField(_("identification"), max_length=10, choices=ParadeKind)
    who_or_what = models.CharField(_("person or property to identify"), max_length=500)
    witnesses = models.TextField(_("witnesses who will identify"))
    precautions = models.TextField(_("precautions: face covered, kept apart, mixed with others"))
    magistrate = models.CharField(_("Magistrate"), max_length=200)
    held_at = models.DateTimeField(_("held on"), null=True, blank=True)
    held_place = models.CharField(_("held at"), max_length=200, blank=True)
    mixed_with = models.PositiveSmallIntegerField(
        _("number of others mixed in"), null=True, blank=True
    )
    # BNSS 54, proviso: a disabled witness identifies before a Magistrate, recorded.
    recording = models.CharField(_("audio-video recording, id"), max_length=100, blank=True)
    dropped_reason = models.CharField(_("why it was not held"), max_length=500, blank=True)


class ParadeResult(models.TextChoices):
    IDENTIFIED = "yes", _("Identified")
    NOT = "no", _("Did not identify")
    WRONG = "wrong", _("Identified another")


class Identifier(Line):
    """What one witness did at the parade."""

    parade = models.ForeignKey(
        Parade, on_delete=models.CASCADE, related_name="results", db_index=False
    )
    name = models.CharField(_("witness"), max_length=200)
    result = models.CharField(_("result"), max_length=6, choices=ParadeResult)
    chances = models.PositiveSmallIntegerField(_("number of attempts"), null=True, blank=True)
    words = models.CharField(_("words of the witness"), max_length=500, blank=True)

    class Meta(Line.Meta):
        constraints = (
            models.UniqueConstraint(fields=("parade", "ordinal", "state"), name="identifier_once"),
        )
