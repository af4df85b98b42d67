"""A lookout: whom or what an office seeks, how far, until when, and what to do when found."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cctns.cases import heads
from cctns.people.models import Mention
from cctns.registers.models import Entry, Line
from cctns.search.codes import Closed

from ..codes import Ground, Handling, NumberKind, Reach, Stage, Subject, Urgency

CODE = 40  # as cases.models.crime
ADULT = 18


class Method(models.Model):
    """A way of working in the codes of IIF-II item 4, and where."""

    crime_head = models.CharField(
        _("head of crime"), max_length=CODE, choices=heads.minor_heads, blank=True
    )
    method = models.CharField(_("method"), max_length=CODE, choices=heads.methods, blank=True)
    feature_1 = models.CharField(
        _("special feature"), max_length=CODE, choices=heads.features, blank=True
    )
    feature_2 = models.CharField(
        _("second special feature"), max_length=CODE, choices=heads.features, blank=True
    )
    place_type = models.CharField(
        _("type of place"), max_length=CODE, choices=heads.places, blank=True
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )

    class Meta:
        abstract = True


class Lookout(Entry, Mention, Method):
    """One lookout; the person's columns are those of a person who is looked for."""

    stage = models.CharField(_("stage"), max_length=14, choices=Stage)
    happened_at = models.DateTimeField(_("since"))
    subject = models.CharField(_("what is looked for"), max_length=10, choices=Subject)
    ground = models.CharField(_("ground"), max_length=10, choices=Ground)
    stands_on = models.CharField(
        _("record it stands on"), max_length=200, help_text=_("As FIR 0142/2026, Kotwali")
    )
    # That record and its case, where this program has them: what comes from there is no hit.
    record_id = models.UUIDField(null=True, blank=True)
    case_id = models.UUIDField(null=True, blank=True)
    why = models.TextField(_("why it is looked for, and what helps to recognise it"))
    appears_child = models.BooleanField(_("a child, or appears to be one"), default=False)
    protected = models.CharField(
        _("identity protected by law"), max_length=20, choices=Closed, blank=True
    )
    handling = models.CharField(_("what to do when found"), max_length=10, choices=Handling)
    urgency = models.CharField(_("urgency"), max_length=10, choices=Urgency)
    reach = models.CharField(_("how far"), max_length=12, choices=Reach)
    areas = models.CharField(
        _("districts or States, by name"),
        max_length=500,
        blank=True,
        help_text=_("Separated by commas; your own is always among them"),
    )
    expires_on = models.DateField(_("last day"))
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    checked_name = models.CharField(_("checked by"), max_length=200, blank=True)
    checked_at = models.DateTimeField(_("checked"), null=True, blank=True)
    validated_at = models.DateTimeField(_("last validated"), null=True, blank=True)
    validated_how = models.CharField(_("how it was validated"), max_length=300, blank=True)
    end_reason = models.CharField(_("reason"), max_length=500, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            # NCIC's second-party check: whoever raises a lookout does not put it into force.
            models.CheckConstraint(
                condition=~Q(stage="in_force")
                | Q(checked_at__isnull=False, validated_at__isnull=False)
                & ~Q(checked_by=F("officer"))
                & Q(checked_by__isnull=False),
                name="lookout_checked_by_another",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=("raised", "in_force"))
                | ~Q(end_reason="") & Q(ended_at__isnull=False),
                name="lookout_ends_with_reason",
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def is_child(self) -> bool:
        return self.appears_child or (self.age is not None and self.age < ADULT)

    @property
    def closed(self) -> str:
        """Why the identity is told to those alone who need it (search.codes.Closed)."""
        return str(Closed.CHILD) if self.is_child else self.protected


class LookoutNumber(Line):
    """One number by which the thing, telephone or document is known."""

    lookout = models.ForeignKey(Lookout, on_delete=models.PROTECT, related_name="numbers")
    kind = models.CharField(_("kind of number"), max_length=12, choices=NumberKind)
    number = models.CharField(_("number"), max_length=60)
