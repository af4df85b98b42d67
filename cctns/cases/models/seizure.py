"""Property search and seizure, IIF-IV (BNSS 103, 105, 106, 185)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention
from cctns.registers.models import Line

from ..codes import PropertyClass
from .present import Present, Recorded
from .sheet import CaseSheet


class SeizureStage(models.TextChoices):
    SEIZED = "seized", _("Seized")
    REPORTED = "reported", _("Reported to the Magistrate")


class SeizureNature(models.TextChoices):
    """IIF-IV item 3."""

    STOLEN = "stolen", _("Stolen")
    UNCLAIMED = "unclaimed", _("Unclaimed")
    UNLAWFUL = "unlawful", _("Unlawful possession")
    INVOLVED = "involved", _("Involved")
    INTESTATE = "intestate", _("Intestate")


class Seizure(CaseSheet, Recorded, Mention):
    """Item numbers are those of IIF-IV; the person is the one from whom it was seized (item 5)."""

    stage = models.CharField(_("stage"), max_length=14, choices=SeizureStage)
    happened_at = models.DateTimeField(_("seized on"))  # item 4
    nature = models.CharField(_("nature"), max_length=10, choices=SeizureNature)  # item 3
    place = models.CharField(_("place of seizure"), max_length=500)
    place_description = models.TextField(_("description of the place"), blank=True)
    before_fir_reason = models.CharField(
        _("why before the FIR (General Diary reference)"), max_length=500, blank=True
    )
    professional_receiver = models.BooleanField(
        _("professional receiver of stolen property"), default=False
    )
    perishable = models.TextField(_("action on perishable property"), blank=True)  # item 7
    valuable = models.TextField(_("action on valuable property"), blank=True)  # item 8
    identification_needed = models.BooleanField(_("identification required"), default=False)
    grounds = models.TextField(_("circumstances and grounds"))  # item 11
    # Item 12; BNSS 103(6), (7): the occupant or the person searched gets a copy of the list.
    copy_to = models.CharField(_("copy given to"), max_length=200, blank=True)
    seal = models.CharField(_("specimen of the seal"), max_length=200)  # item 13
    seal_with = models.CharField(_("seal entrusted to"), max_length=200, blank=True)
    # BNSS 105: to the District, Sub-divisional or first class Magistrate, without delay.
    recording_sent_at = models.DateTimeField(_("recording sent on"), null=True, blank=True)
    recording_sent_to = models.CharField(_("recording sent to"), max_length=200, blank=True)
    # BNSS 106(3): forthwith.
    reported_at = models.DateTimeField(_("reported to the Magistrate on"), null=True, blank=True)
    reported_to = models.CharField(_("Magistrate"), max_length=200, blank=True)
    # NDPS Act 42(2), 57: reasons of the search and full report to the immediate superior.
    superior_told_at = models.DateTimeField(_("superior told on"), null=True, blank=True)
    superior = models.CharField(_("immediate superior officer"), max_length=200, blank=True)

    class Meta(CaseSheet.Meta):
        constraints = (
            *CaseSheet.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(recording="") | ~Q(no_recording=""), name="seizure_recorded_or_why"
            ),
            models.CheckConstraint(
                condition=(Q(recording_sent_at=None) | Q(recording_sent_at__gte=F("happened_at")))
                & (Q(reported_at=None) | Q(reported_at__gte=F("happened_at"))),
                name="seizure_before_its_report",
            ),
        )


class SeizureWitness(Present):
    """Item 6."""

    seizure = models.ForeignKey(
        Seizure, on_delete=models.CASCADE, related_name="witnesses", db_index=False
    )

    class Meta(Present.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("seizure", "ordinal", "state"), name="seizure_witness_once"
            ),
        )


class SeizedItem(Line):
    """Item 10: one piece of property, as packed and sealed (item 13)."""

    seizure = models.ForeignKey(
        Seizure, on_delete=models.CASCADE, related_name="items", db_index=False
    )
    property_class = models.CharField(_("class"), max_length=12, choices=PropertyClass)
    description = models.CharField(_("description"), max_length=1000)
    quantity = models.CharField(_("number, weight or measure"), max_length=100, blank=True)
    value = models.DecimalField(
        _("value in rupees"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    identification = models.CharField(
        _("identification: IMEI, registration, engine, chassis, serial number"),
        max_length=300,
        blank=True,
    )
    register_number = models.CharField(_("number in the property register"), max_length=40)
    packet = models.CharField(_("packet and seal"), max_length=200)

    class Meta(Line.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("seizure", "ordinal", "state"), name="seized_item_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.ordinal}. {self.description}"
