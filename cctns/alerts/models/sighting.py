"""A sighting: who or what was seen, where, when and by whom; typed now, by cameras later."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.people.models import Mention
from cctns.registers.models import Entry, Line

from ..codes import NumberKind, SightingStage


class Sighting(Entry, Mention):
    """One sighting; the person's columns are those of whoever was seen, as far as is known."""

    stage = models.CharField(_("stage"), max_length=14, choices=SightingStage)
    happened_at = models.DateTimeField(_("seen on"))
    place = models.CharField(_("where it was seen"), max_length=500)
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=6, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=9, decimal_places=6, null=True, blank=True
    )
    seen_by = models.CharField(_("seen by: rank, number, name"), max_length=200)
    description = models.TextField(_("what was seen"))

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            models.CheckConstraint(condition=~Q(place=""), name="sighting_has_place"),
        )

    def __str__(self) -> str:
        return self.number


class SightingNumber(Line):
    """One number that was read: a plate, an IMEI, a document."""

    sighting = models.ForeignKey(Sighting, on_delete=models.PROTECT, related_name="numbers")
    kind = models.CharField(_("kind of number"), max_length=12, choices=NumberKind)
    number = models.CharField(_("number"), max_length=60)
