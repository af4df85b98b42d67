"""What the forms of a scene share: who was present, and the recording that BNSS 105 wants."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cctns.registers.models import Line


class NoRecording(models.TextChoices):
    """Why search or seizure was not recorded by audio-video means; our own list."""

    DEVICE = "device", _("The device failed or was not there")
    DANGER = "danger", _("Danger at the place")
    URGENT = "urgent", _("The property would have been lost")
    PRIVACY = "privacy", _("Privacy of a woman or child")
    OTHER = "other", _("Other")


class Recorded(models.Model):
    """The audio-video recording (BNSS 105, 176(3)), by the id of its packet, or why none."""

    recording = models.CharField(_("audio-video recording, id"), max_length=100, blank=True)
    no_recording = models.CharField(
        _("why there is no recording"), max_length=10, choices=NoRecording, blank=True
    )
    no_recording_detail = models.CharField(
        _("details why there is no recording"), max_length=500, blank=True
    )

    class Meta:
        abstract = True


class Present(Line):
    """A witness of search, seizure or panchnama; two at least (BNSS 103(4))."""

    name = models.CharField(_("name"), max_length=200)
    relative_name = models.CharField(_("relative's name"), max_length=200, blank=True)
    age = models.PositiveSmallIntegerField(_("age in years"), null=True, blank=True)
    occupation = models.CharField(_("occupation"), max_length=100, blank=True)
    address = models.CharField(_("address"), max_length=500)

    class Meta(Line.Meta):
        abstract = True


PRESENT = ("name", "relative_name", "age", "occupation", "address")
