"""What an entry of every numbered register has: number, stage, times, diary entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import Record, new_id

from .diary import GeneralDiaryEntry


class Entry(Record):
    """One entry of a register, numbered by station and year; `stage` is where its life stands.

    `happened_at` is the event's time as told, `recorded_at` that of the entry; both aware.
    """

    year = models.PositiveSmallIntegerField(_("year"))
    serial = models.PositiveIntegerField(_("number"))
    stage = models.CharField(_("stage"), max_length=14)
    happened_at = models.DateTimeField(_("when it happened"))
    recorded_at = models.DateTimeField(_("entered"))
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("officer"),
    )
    officer_name = models.CharField(_("officer"), max_length=200)
    gd_entry = models.ForeignKey(
        GeneralDiaryEntry,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        verbose_name=_("General Diary entry"),
    )

    lines: Sequence[Any] = ()  # of the step being taken, for what it does to other records

    class Meta:
        abstract = True
        ordering = ("-id",)
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(
                fields=("state", "office", "year", "serial"), name="%(class)s_serial_once"
            ),
            models.CheckConstraint(condition=Q(serial__gte=1), name="%(class)s_serial_from_one"),
            models.CheckConstraint(
                condition=Q(happened_at__lte=F("recorded_at")), name="%(class)s_event_before_entry"
            ),
        )
        indexes: ClassVar[tuple[models.Index, ...]] = (
            models.Index(fields=("office", "-id"), name="%(class)s_newest"),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Serial of the station and year, of no fixed width."""
        return f"{self.serial}/{self.year}"


class Line(models.Model):
    """One line of a list within an entry; the subclass names the entry by a foreign key."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    ordinal = models.PositiveSmallIntegerField()
    state = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True
        ordering = ("ordinal",)
