"""States, districts and offices, and the dated tree in which one supervises another."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cctns.lib.ids import uuid7

from ..codes import DiaryReset, OfficeKind, StateKind


class State(models.Model):
    """A State or Union Territory under its Local Government Directory code."""

    code = models.PositiveSmallIntegerField(primary_key=True)
    name = models.CharField(_("name"), max_length=60)
    name_hi = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=5, choices=StateKind)
    iso = models.CharField(max_length=5)  # ISO 3166-2:IN
    vehicle_code = models.CharField(max_length=2)  # on number plates registered today
    language = models.CharField(max_length=3)  # main official language, ISO 639

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class District(models.Model):
    """A revenue district under its Local Government Directory code."""

    code = models.PositiveIntegerField(primary_key=True)
    state = models.ForeignKey(State, on_delete=models.PROTECT)
    name = models.CharField(_("name"), max_length=80)
    name_hi = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Office(models.Model):
    """A writer of records: station, supervisor's office, court, laboratory ... never deleted."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    state = models.ForeignKey(State, on_delete=models.PROTECT)
    district = models.ForeignKey(District, null=True, blank=True, on_delete=models.PROTECT)
    kind = models.CharField(_("kind"), max_length=16, choices=OfficeKind)
    name = models.CharField(_("name"), max_length=120)
    name_hi = models.CharField(_("name in Hindi"), max_length=120, blank=True)
    code = models.CharField(_("code"), max_length=20)  # of a station: National Police Station Code
    opened_on = models.DateField(_("opened on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    gd_reset = models.CharField(
        _("General Diary numbers begin again"),
        max_length=8,
        choices=DiaryReset,
        default=DiaryReset.DAILY,
    )

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("state", "code"), name="office_code_once"),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(closed_on__gt=F("opened_on")),
                name="office_closes_after_opening",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Supervision(models.Model):
    """Who supervises an office, from a day on and until another (exclusive).

    A trigger (0002_guards) refuses two supervisors of one office on one day.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="supervisions")
    supervisor = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="supervised")
    from_date = models.DateField()
    to_date = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("office", "from_date"), name="supervision_starts_once"),
            models.UniqueConstraint(
                fields=("office",), condition=Q(to_date=None), name="supervision_one_open"
            ),
            models.CheckConstraint(
                condition=Q(to_date=None) | Q(to_date__gt=F("from_date")),
                name="supervision_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(office=F("supervisor")), name="supervision_of_another"
            ),
        )


class Jurisdiction(models.Model):
    """Today's tree, flattened: every office with itself and all that it supervises."""

    pk = models.CompositePrimaryKey("supervisor_id", "office_id")
    supervisor = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")


class Holiday(models.Model):
    """A day on which a State's courts and offices are closed, besides those of cctns.lib.due."""

    pk = models.CompositePrimaryKey("state_id", "day")
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="holidays")
    day = models.DateField()
    name = models.CharField(max_length=80)
    name_hi = models.CharField(max_length=80, blank=True)
