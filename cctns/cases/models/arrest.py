"""Arrest or surrender of one accused, IIF-III (BNSS 35, 36, 43, 47, 48, 51, 53, 58)."""

from __future__ import annotations

from datetime import time

from django.db import models
from django.utils.translation import gettext_lazy as _

from cctns.lib.clock import IST
from cctns.people.codes import Sex

from .accused import Accused, OfAccused
from .contents import Party

SUNRISE, SUNSET = time(6), time(18)  # our own mark; the Act says sunrise and sunset


class ArrestStage(models.TextChoices):
    ARRESTED = "arrested", _("In police custody")
    PRODUCED = "produced", _("Produced before the Magistrate")
    RELEASED = "released", _("Released")


class ArrestKind(models.TextChoices):
    """IIF-III item 5."""

    FORWARDED = "forwarded", _("Arrested and forwarded")
    BAILED = "bailed", _("Arrested and released on bail or bond")
    ANTICIPATORY = "anticipatory", _("Arrested, released on anticipatory bail")
    SURRENDERED = "surrendered", _("Surrendered in court")
    APPREHENDED = "apprehended", _("Child apprehended (JJ Act 10)")


_IDENTIFIED = (
    ~models.Q(prints_number="") & ~models.Q(photo="") & models.Q(identified_at__isnull=False)
)


class Arrest(OfAccused):
    """Item numbers in the comments are those of IIF-III; `happened_at` is item 2."""

    stage = models.CharField(_("stage"), max_length=14, choices=ArrestStage)
    kind = models.CharField(_("kind of arrest"), max_length=14, choices=ArrestKind)
    place = models.CharField(_("place of arrest"), max_length=500)
    # Before the FIR only as a preventive arrest by the General Diary (BNSS 170), with its reason.
    before_fir_reason = models.CharField(
        _("why before the FIR (BNSS 170)"), max_length=500, blank=True
    )
    court_name = models.CharField(_("court, if surrendered"), max_length=200, blank=True)
    # BNSS 35(1)(b) and Arnesh Kumar (2014) 8 SCC 273; BNSS 47: grounds, in writing.
    reasons = models.TextField(_("reasons that make the arrest necessary"))
    grounds = models.TextField(_("grounds of arrest told in writing"))
    rights_told = models.BooleanField(_("told of the right to bail and to a lawyer"), default=False)
    # BNSS 48: a relative or friend, forthwith.
    relative_told = models.CharField(_("person informed of the arrest"), max_length=200, blank=True)
    relative_told_at = models.DateTimeField(_("informed at"), null=True, blank=True)
    # BNSS 36: memo attested by a witness of the family or locality.
    witness_name = models.CharField(_("witness of the memo"), max_length=200)
    witness_address = models.CharField(_("address of the witness"), max_length=500, blank=True)
    memo_signed = models.BooleanField(_("countersigned by the arrested person"), default=False)
    # BNSS 43(5): no woman after sunset but with leave of the Magistrate and by a woman officer.
    woman_officer = models.CharField(_("woman officer"), max_length=200, blank=True)
    night_leave = models.CharField(_("Magistrate's leave at night"), max_length=200, blank=True)
    # BNSS 35(7): under three years, infirm or above sixty: permission of a DySP.
    permission = models.CharField(_("DySP's permission (BNSS 35(7))"), max_length=200, blank=True)
    articles = models.TextField(_("articles found on search, or NIL"))  # item 8, BNSS 49
    injuries = models.TextField(_("injuries and condition"), blank=True)  # item 7
    photo = models.CharField(  # item 6
        _("photograph: number or file"), max_length=200, blank=True
    )
    prints_number = models.CharField(_("fingerprint number"), max_length=20, blank=True)  # item 10
    no_prints_reason = models.CharField(
        _("why no fingerprints or photograph"), max_length=300, blank=True
    )
    # Yasin Bhatkal was let go under a false name: prints, photograph and records before release.
    identified_at = models.DateTimeField(_("identity checked on"), null=True, blank=True)
    identified_with = models.TextField(
        _("records searched: fingerprints, name, documents"), blank=True
    )
    identity = models.TextField(_("who the person is, as far as found"), blank=True)
    unidentified_reason = models.CharField(
        _("why released without that check"), max_length=500, blank=True
    )
    examined_at = models.DateTimeField(_("examined by a doctor at"), null=True, blank=True)
    examined_by = models.CharField(_("doctor and hospital"), max_length=200, blank=True)
    examination = models.TextField(_("what the doctor found"), blank=True)
    produced_at = models.DateTimeField(
        _("produced before the Magistrate at"), null=True, blank=True
    )
    produced_before = models.CharField(_("Magistrate"), max_length=200, blank=True)
    travel_minutes = models.PositiveIntegerField(_("minutes of journey"), null=True, blank=True)
    released_at = models.DateTimeField(_("released at"), null=True, blank=True)
    release_reason = models.CharField(_("why released"), max_length=300, blank=True)

    class Meta(OfAccused.Meta):
        constraints = (
            *OfAccused.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(reasons="")
                & ~models.Q(grounds="")
                & ~models.Q(witness_name=""),
                name="arrest_memo_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(produced_at=None)
                | models.Q(produced_at__gte=models.F("happened_at")),
                name="arrest_before_production",
            ),
            models.CheckConstraint(
                condition=~models.Q(stage="released")
                | _IDENTIFIED
                | ~models.Q(unidentified_reason=""),
                name="arrest_released_identified",
            ),
        )

    @property
    def identified(self) -> bool:
        """Fingerprints, photograph and a search of the records."""
        return bool(self.prints_number and self.photo and self.identified_at)

    @property
    def woman_at_night(self) -> bool:
        """BNSS 43(5): a woman, after sunset and before sunrise in India."""
        hour = self.happened_at.astimezone(IST).time()
        return not SUNRISE <= hour < SUNSET and self._sex == Sex.FEMALE

    @property
    def _sex(self) -> str:
        """Of an accused whom only the FIR names so far, as the FIR says."""
        for model in (Accused, Party):
            found = model.objects.filter(pk=self.accused_id).values_list("sex", flat=True).first()
            if found is not None:
                return str(found)
        return ""
