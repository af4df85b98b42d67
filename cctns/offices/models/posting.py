"""Postings and leave: an officer acts only through a posting that is current and not on leave."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cctns.lib.ids import uuid7

from ..codes import Absence, Charge, Role
from ..rules import Standing
from .office import Office
from .officer import Officer


class PostingQuerySet(QuerySet["Posting"]):
    def current(self, on: date) -> "PostingQuerySet":
        """Postings that run on a day (IST); the last day is exclusive."""
        return self.filter(
            Q(to_date=None) | Q(to_date__gt=on), from_date__lte=on, officer__is_active=True
        )

    def overlapping(self, start: date, end: date | None) -> "PostingQuerySet":
        """Postings that run on at least one day of a stretch whose end is exclusive or open."""
        begun = self if end is None else self.filter(from_date__lt=end)
        return begun.filter(Q(to_date=None) | Q(to_date__gt=start))


class LeaveQuerySet(QuerySet["Leave"]):
    def covering(self, on: date) -> "LeaveQuerySet":
        return self.filter(Q(to_date=None) | Q(to_date__gte=on), from_date__lte=on)


def current_sql(posting: str) -> str:
    """`PostingQuerySet.current` as SQL, of the alias of a posting; %(today)s is bound.

    For what every request asks: the ORM takes longer to compose such a statement than the server
    to answer it.
    """
    return (
        f"({posting}.from_date <= %(today)s "
        f"AND ({posting}.to_date IS NULL OR {posting}.to_date > %(today)s))"
    )


def away_sql(officer: str) -> str:
    """Whether `LeaveQuerySet.covering` has leave of an officer's id, as SQL."""
    return (
        f"EXISTS (SELECT FROM offices_leave WHERE officer_id = {officer} "
        "AND from_date <= %(today)s AND (to_date IS NULL OR to_date >= %(today)s))"
    )


class Posting(models.Model):
    """One officer in one role at one office, from a day on and until another (exclusive)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="postings")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="postings")
    role = models.CharField(_("role"), max_length=14, choices=Role)
    charge = models.CharField(
        _("charge"), max_length=12, choices=Charge, default=Charge.SUBSTANTIVE
    )
    from_date = models.DateField(_("from"))
    to_date = models.DateField(_("until"), null=True, blank=True)

    objects = PostingQuerySet.as_manager()
    # How it stood at its own office when offices.access asked the database last.
    stood: Standing | None = None

    class Meta:
        constraints = (
            models.CheckConstraint(
                # Ended on its first day, a posting never counted: charge taken back in hours.
                condition=Q(to_date=None) | Q(to_date__gte=F("from_date")),
                name="posting_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=("office",),
                condition=Q(role=Role.SHO, charge=Charge.SUBSTANTIVE, to_date=None),
                name="posting_one_in_charge",
            ),
        )
        indexes = (models.Index(fields=("office", "role"), name="posting_by_office"),)

    def __str__(self) -> str:
        return f"{self.officer} ({self.get_role_display()}, {self.office})"

    def is_current(self, on: date) -> bool:
        return self.from_date <= on and (self.to_date is None or on < self.to_date)


class Leave(models.Model):
    """Days (both included) on which an officer does not act, whoever knows the password.

    Recalled on the first day or before, a leave covers no day: it ends the day before it begins.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="leaves")
    kind = models.CharField(_("kind"), max_length=10, choices=Absence, default=Absence.LEAVE)
    from_date = models.DateField(_("from"))
    to_date = models.DateField(_("until"), null=True, blank=True)  # open: suspended till ordered

    objects = LeaveQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(to_date=None) | Q(to_date__gte=F("from_date") - timedelta(days=1)),
                name="leave_ends_after_start",
            ),
        )
        indexes = (models.Index(fields=("officer", "from_date"), name="leave_by_officer"),)
