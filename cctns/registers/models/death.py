"""Unnatural deaths and their inquest (BNSS 194 to 196)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention

from .entry import Entry, Line
from .paper import OnPaper, paper_constraints


class DeathStage(models.TextChoices):
    RECORDED = "recorded", _("Recorded")
    INQUEST = "inquest", _("Inquest reported")
    CONCLUDED = "concluded", _("Concluded")
    CONVERTED = "converted", _("FIR registered")


class Manner(models.TextChoices):
    SUICIDE = "suicide", _("Suicide")
    ACCIDENT = "accident", _("Accident")
    ANIMAL = "animal", _("Killed by an animal")
    MACHINERY = "machinery", _("Killed by machinery")
    NATURAL = "natural", _("Natural causes")
    ANOTHER = "another", _("Suspicion that another committed an offence")
    UNKNOWN = "unknown", _("Not known yet")


class Death(Entry, Mention, OnPaper):
    """One unnatural death; the person is the dead one, without a name while not known."""

    stage = models.CharField(_("stage"), max_length=14, choices=DeathStage)
    happened_at = models.DateTimeField(_("information received on"))
    place = models.CharField(_("where the body lies"), max_length=500)
    circumstances = models.TextField(_("circumstances as told"))
    informant_name = models.CharField(_("informant"), max_length=200)
    informant_address = models.CharField(_("informant's address"), max_length=500, blank=True)
    in_custody = models.BooleanField(_("died in custody"), default=False)
    newly_married = models.BooleanField(_("woman married for less than seven years"), default=False)
    magistrate_told = models.CharField(_("Executive Magistrate informed"), max_length=200)
    magistrate_told_at = models.DateTimeField(_("informed on"))
    commission_told_at = models.DateTimeField(
        _("Human Rights Commission informed on"), null=True, blank=True
    )
    # The inquest.
    inquest_at = models.DateTimeField(_("inquest held on"), null=True, blank=True)
    findings = models.TextField(_("what the inquest found"), blank=True)
    wounds = models.TextField(_("wounds, marks, by what weapon"), blank=True)
    manner = models.CharField(_("apparent cause"), max_length=10, choices=Manner, blank=True)
    reported_to = models.CharField(_("report sent to"), max_length=200, blank=True)
    reported_at = models.DateTimeField(_("report sent on"), null=True, blank=True)
    late_reason = models.TextField(_("why later than 24 hours"), blank=True)
    # The post-mortem examination.
    hospital = models.CharField(_("hospital"), max_length=200, blank=True)
    sent_at = models.DateTimeField(_("body sent on"), null=True, blank=True)
    escort = models.CharField(_("escort: rank, number, name"), max_length=200, blank=True)
    questions = models.TextField(_("questions to the doctor"), blank=True)
    report_number = models.CharField(
        _("number of the post-mortem report"), max_length=60, blank=True
    )
    report_at = models.DateTimeField(_("post-mortem report received on"), null=True, blank=True)
    medical_cause = models.TextField(_("cause of death by the doctor"), blank=True)
    viscera = models.BooleanField(_("viscera preserved"), default=False)
    laboratory = models.CharField(_("laboratory"), max_length=200, blank=True)
    viscera_number = models.CharField(_("number of the request"), max_length=60, blank=True)
    viscera_at = models.DateTimeField(_("viscera sent on"), null=True, blank=True)
    # The end.
    handed_to = models.CharField(_("body handed over to, relation"), max_length=300, blank=True)
    handed_at = models.DateTimeField(_("body handed over on"), null=True, blank=True)
    final_manner = models.CharField(_("cause found"), max_length=10, choices=Manner, blank=True)
    end_reason = models.TextField(_("reasons"), blank=True)
    fir_number = models.CharField(_("FIR"), max_length=40, blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            *paper_constraints("death"),
            models.CheckConstraint(
                condition=Q(stage="recorded")
                | Q(stage="converted")
                | (Q(inquest_at__isnull=False) & ~Q(findings="") & ~Q(reported_to="")),
                name="death_inquest_before_end",
            ),
            models.CheckConstraint(
                condition=~Q(stage="converted") | ~Q(fir_number=""), name="death_converted_to_fir"
            ),
            # A suspicion of an offence ends in an FIR, never in a file (BNSS 173, 194).
            models.CheckConstraint(
                condition=~Q(stage="concluded", final_manner="another"),
                name="death_offence_is_no_conclusion",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()

    @property
    def entered_as(self) -> str:
        """A death in custody is an event of its own: other clocks run (BNSS 196, NHRC)."""
        return "custody_recorded" if self.in_custody else "recorded"

    @property
    def known_as(self) -> str:
        """For the texts of diary and papers."""
        return self.name or str(_("an unknown person"))


class Panch(Line):
    """One of the two or more respectable inhabitants who sign the inquest (BNSS 194(1))."""

    death = models.ForeignKey(Death, on_delete=models.PROTECT, related_name="panches")
    name = models.CharField(_("name"), max_length=200)
    age = models.PositiveSmallIntegerField(_("age in years"), null=True, blank=True)
    occupation = models.CharField(_("occupation"), max_length=100, blank=True)
    address = models.CharField(_("address"), max_length=500)
