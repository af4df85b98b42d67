"""The General Diary, the station's spine: an entry is never changed, a later one corrects it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import Record

from ..codes import GdKind


class GeneralDiaryEntry(Record):
    """One numbered event of one station, with the time it happened and the time it was written."""

    period = models.CharField(max_length=10)  # day, month or year in which the serial runs
    serial = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=20, choices=GdKind)
    occurred_at = models.DateTimeField(_("time of the event"))
    recorded_at = models.DateTimeField(_("time of the entry"))
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    officer_name = models.CharField(_("written by"), max_length=200)
    text = models.TextField(_("entry"))
    corrects = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT)
    # The record whose act wrote this entry (FIR, complaint ...), by its id.
    subject_id = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering = ("-period", "-serial")
        constraints = (
            models.UniqueConstraint(
                fields=("state", "office", "period", "serial"), name="gd_serial_once"
            ),
            models.CheckConstraint(
                condition=Q(occurred_at__lte=F("recorded_at")), name="gd_event_before_entry"
            ),
            models.CheckConstraint(condition=Q(serial__gte=1), name="gd_serial_from_one"),
        )
        indexes = (
            models.Index(fields=("office", "recorded_at"), name="gd_by_day"),
            models.Index(fields=("subject_id",), name="gd_by_subject"),
        )

    def __str__(self) -> str:
        return f"{self.serial}/{self.period}"
