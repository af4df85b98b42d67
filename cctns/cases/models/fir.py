"""The First Information Report, IIF-I under BNSS 173 (CrPC 154): written once, never edited.

Whatever happens after registration (investigating officer, copy, dispatch, sensitivity) is told
by the case. Item numbers in the comments are those of the printed form.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import Record
from cctns.people.models import Address
from cctns.registers.models import GeneralDiaryEntry

from ..codes import (
    ActionTaken,
    Attestation,
    DelayReason,
    Direction,
    FirKind,
    Information,
    Pahar,
    Series,
)


class Fir(Record, Address):
    """One FIR; the address is that of the place of occurrence (item 5(b))."""

    # fir_by_station is the index of this column.
    office = models.ForeignKey(
        "offices.Office", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    kind = models.CharField(_("kind"), max_length=10, choices=FirKind)
    language = models.CharField(_("language of the account"), max_length=5, blank=True)
    # Item 1: made by the system, never typed.
    series = models.CharField(max_length=6, choices=Series)
    year = models.PositiveSmallIntegerField(_("year"))
    serial = models.PositiveIntegerField(_("number"), null=True)  # null: old and not known
    registered_at = models.DateTimeField(_("date and time of FIR"))
    # Item 3(a): from, to, or "before"; both empty when the informant does not know.
    occurred_from = models.DateTimeField(_("occurred from"), null=True, blank=True)
    occurred_to = models.DateTimeField(_("occurred to"), null=True, blank=True)
    occurred_prior_to = models.BooleanField(default=False)
    pahar = models.CharField(_("time period"), max_length=1, choices=Pahar, blank=True)
    time_known = models.BooleanField(default=True)
    received_at = models.DateTimeField(_("information received"), null=True)  # item 3(b)
    gd_entry = models.ForeignKey(  # item 3(c)
        GeneralDiaryEntry,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="firs",
        db_index=False,
    )
    gd_recorded_at = models.DateTimeField(null=True, blank=True)
    information = models.CharField(
        _("type of information"), max_length=10, choices=Information, blank=True
    )
    # Item 5.
    direction = models.CharField(max_length=2, choices=Direction, blank=True)
    distance_km = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    beat = models.CharField(_("beat"), max_length=100, blank=True)
    place = models.CharField(_("place of occurrence"), max_length=1000, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    outside_limits = models.BooleanField(default=False)
    outside_station = models.CharField(max_length=200, blank=True)
    outside_district = models.CharField(max_length=100, blank=True)
    outside_state = models.CharField(max_length=100, blank=True)
    # Items 8 to 12.
    delay_code = models.CharField(max_length=12, choices=DelayReason, blank=True)
    delay_reason = models.CharField(max_length=2000, blank=True)
    property_value = models.DecimalField(max_digits=16, decimal_places=2, default=0)
    inquest_reference = models.CharField(max_length=100, blank=True)
    narrative = models.TextField(_("contents of the FIR"), blank=True)
    # Item 13: what was done, and who was then directed to investigate.
    action = models.CharField(_("action taken"), max_length=12, choices=ActionTaken, blank=True)
    action_detail = models.CharField(max_length=500, blank=True)
    io_name = models.CharField(_("investigating officer"), max_length=200, blank=True)
    io_rank = models.CharField(max_length=60, blank=True)
    io_number = models.CharField(max_length=30, blank=True)
    read_over = models.BooleanField(default=False)
    # Item 14; an e-FIR says when it was signed (BNSS 173(1)(ii)).
    attestation = models.CharField(max_length=10, choices=Attestation, blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    officer_name = models.CharField(_("officer in charge"), max_length=200)
    officer_rank = models.CharField(max_length=60)
    officer_number = models.CharField(max_length=30)
    court_order = models.CharField(max_length=200, blank=True)
    # Provisos to BNSS 173(1): woman officer; home, interpreter and film for the disabled.
    woman_officer = models.CharField(max_length=200, blank=True)
    informant_disabled = models.BooleanField(default=False)
    recorded_where = models.CharField(max_length=200, blank=True)
    interpreter = models.CharField(max_length=200, blank=True)
    video_reference = models.CharField(max_length=200, blank=True)
    # Where it came from: a complaint, or a Zero FIR of a station whose rows may lie elsewhere.
    complaint_id = models.UUIDField(null=True, blank=True)
    zero_fir_id = models.UUIDField(null=True, blank=True)
    zero_fir_number = models.CharField(max_length=40, blank=True)
    zero_fir_station = models.CharField(max_length=200, blank=True)
    # Rows brought in from older systems say so, and how good they are (0 to 100).
    legacy = models.BooleanField(default=False)
    legacy_number = models.CharField(max_length=60, blank=True)
    legacy_source = models.CharField(max_length=200, blank=True)
    legacy_row = models.JSONField(null=True, blank=True)  # cases.legacy.writing has its form
    crime_head = models.CharField(_("crime head"), max_length=200, blank=True)  # as written
    quality = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ("-registered_at", "-id")
        constraints = (
            # In this order it is also the index by which a number is found.
            models.UniqueConstraint(
                fields=("serial", "year", "office", "series", "state"), name="fir_serial_once"
            ),
            models.CheckConstraint(
                condition=Q(occurred_from=None)
                | Q(occurred_to=None)
                | Q(occurred_from__lte=F("occurred_to")),
                name="fir_occurrence_in_order",
            ),
            models.CheckConstraint(
                condition=Q(legacy=True)
                | Q(occurred_from=None)
                | Q(occurred_from__lte=F("received_at")),
                name="fir_occurred_before_received",
            ),
            models.CheckConstraint(
                condition=Q(legacy=True)
                | Q(occurred_to=None)
                | Q(occurred_to__lte=F("received_at")),
                name="fir_ended_before_received",
            ),
            models.CheckConstraint(
                condition=Q(legacy=True) | Q(received_at__lte=F("registered_at")),
                name="fir_received_before_registered",
            ),
            # CAG Odisha found 412 FIRs dated before their General Diary entry.
            models.CheckConstraint(
                condition=Q(legacy=True)
                | (Q(gd_entry__isnull=False) & Q(gd_recorded_at__lte=F("registered_at"))),
                name="fir_after_general_diary",
            ),
            models.CheckConstraint(condition=Q(serial__gte=1), name="fir_serial_from_one"),
            models.CheckConstraint(
                condition=Q(legacy=True)
                | (
                    Q(serial__isnull=False, received_at__isnull=False, read_over=True)
                    & ~Q(narrative="")
                    & ~Q(information="")
                    & ~Q(action="")
                    & ~Q(attestation="")
                ),
                name="fir_complete",
            ),
            models.CheckConstraint(
                condition=Q(legacy=True) | ~Q(series=Series.LEGACY), name="fir_series_honest"
            ),
        )
        indexes = (
            models.Index(fields=("office", "-registered_at", "-id"), name="fir_by_station"),
            models.Index(fields=("-registered_at", "-id"), name="fir_newest"),
            models.Index(
                fields=("legacy_number",), condition=~Q(legacy_number=""), name="fir_by_old_number"
            ),
            models.Index(
                fields=("gd_entry",),
                condition=Q(gd_entry__isnull=False),
                name="fir_by_diary_entry",
            ),
            models.Index(
                fields=("zero_fir_id",),
                condition=Q(zero_fir_id__isnull=False),
                name="fir_by_zero_fir",
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """As the station writes it, at least four digits wide and wider when needed."""
        if self.legacy_number or self.serial is None:
            return self.legacy_number
        prefix = "0/" if self.series == Series.ZERO else ""
        return f"{prefix}{self.serial:04d}/{self.year}"
