"""How somebody looks who is missing or found, for print, wireless and comparison."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class NoPhoto(models.TextChoices):
    """Why there is no photograph: asked each time (Telangana: 13,269 of 23,163 without one)."""

    NONE_EXISTS = "none_exists", _("No photograph exists")
    TO_COME = "to_come", _("The family will bring it")
    REFUSED = "refused", _("The family does not give it")
    DECAYED = "decayed", _("The body is decayed or burnt")
    NO_CAMERA = "no_camera", _("No camera at the place")


class Looks(models.Model):
    """Features as in people.features (height, marks and the rest), dress, photograph, position."""

    features = models.JSONField(_("physical features"), default=dict, blank=True)
    dress = models.TextField(_("dress and articles on the body"), blank=True)
    photo = models.CharField(_("photograph: number or file"), max_length=200, blank=True)
    no_photo = models.CharField(
        _("why there is no photograph"), max_length=12, choices=NoPhoto, blank=True
    )
    gps = models.CharField(
        _("latitude and longitude"),
        max_length=40,
        blank=True,
        help_text=_("As 28.613900, 77.209000"),
        validators=[
            RegexValidator(
                r"^\d{1,2}(\.\d{1,8})?, ?\d{1,3}(\.\d{1,8})?$",
                _("Write it as 28.613900, 77.209000"),
            )
        ],
    )

    class Meta:
        abstract = True

    @property
    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees."""
        parts = self.gps.split(",")
        return (float(parts[0]), float(parts[1])) if len(parts) == 2 else None


def photo_or_reason(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=~Q(photo="") | ~Q(no_photo=""), name=name)
