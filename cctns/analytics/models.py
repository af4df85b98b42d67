"""One line a case, of what figures are made from; derived from the journal, never typed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import Record
from cctns.offices.models import Office


class CaseFigure(models.Model):
    """`cctns rebuild figures` makes them all anew. Days are those of India.

    It holds no name and nothing of who a person is: of persons only how many there are, and of how
    many something is not told.
    """

    pk = models.CompositePrimaryKey("state", "fir_id")
    state = models.PositiveSmallIntegerField()
    fir_id = models.UUIDField()
    office = models.ForeignKey(
        Office, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    registered_at = models.DateTimeField()
    registered_on = models.DateField()
    # A Zero FIR is a crime of the station that registers it again, not of the one that sent it.
    counted = models.BooleanField()
    legacy = models.BooleanField()
    status = models.CharField(max_length=14)
    officer_id = models.UUIDField(null=True)
    head = models.CharField(max_length=40)  # law.heads, or as IIF-II says
    penal = models.BooleanField()  # the principal offence is one of the BNS or IPC
    place = models.CharField(max_length=40, blank=True)  # kind of place of IIF-II
    hour = models.PositiveSmallIntegerField(null=True)  # of the day, when it is known
    reported_on = models.DateField(null=True)  # final report sent to court
    report_kind = models.CharField(max_length=14, blank=True)
    unoccurred = models.CharField(max_length=14, blank=True)
    decided_on = models.DateField(null=True)  # by the trial court
    verdict = models.CharField(max_length=12, blank=True)
    stolen = models.DecimalField(max_digits=16, decimal_places=2, default=0)
    recovered = models.DecimalField(max_digits=16, decimal_places=2, default=0)
    persons = models.PositiveSmallIntegerField(default=0)  # whom the FIR names
    no_relative = models.PositiveSmallIntegerField(default=0)
    short_address = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = (
            models.Index(fields=("office", "-registered_at", "-fir_id"), name="figure_by_station"),
            models.Index(
                fields=("office", "registered_on"),
                condition=Q(status="investigation"),
                name="figure_pending",
            ),
        )


class IssuedReturn(Record):
    """A return as it was sent, in both languages: later entries do not change what was reported.

    `told` is {"en": sheets, "hi": sheets}, as analytics.sheets gives them.
    """

    kind = models.CharField(_("return"), max_length=20)
    about = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", db_index=False)
    since = models.DateField(_("from"))
    until = models.DateField(_("until"))
    told = models.JSONField()
    issued_at = models.DateTimeField(_("issued"))
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    officer_name = models.CharField(_("issued by"), max_length=200)

    class Meta:
        ordering = ("-issued_at",)
        constraints = (
            models.CheckConstraint(condition=Q(since__lte=models.F("until")), name="return_days"),
        )
        indexes = (models.Index(fields=("office", "-issued_at"), name="return_by_office"),)
