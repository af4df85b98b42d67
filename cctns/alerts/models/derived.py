"""What followers of the journals derive: lookouts as told to others, their keys, and alerts.

Never typed and made anew at any time (`cctns rebuild alerts`), but for what other nodes told.
"""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from .. import titles
from ..codes import Handling, Kind, Standing, Step, Subject, Urgency


class _Titled:
    """Bears the title of a lookout."""

    title: Any  # a column of either

    @property
    def heading(self) -> str:
        """The title in the language of who reads it."""
        return titles.told(self.title)


class Notice(_Titled, models.Model):
    """A lookout as it is told to others, whichever node raised it; its id is the lookout's."""

    id = models.UUIDField(primary_key=True)
    state = models.PositiveSmallIntegerField()
    office_id = models.UUIDField()
    office_name = models.CharField(_("office"), max_length=200)
    number = models.CharField(_("number"), max_length=20)
    subject = models.CharField(_("what is looked for"), max_length=10, choices=Subject)
    title = models.CharField(_("lookout"), max_length=300)  # masked where the law wants it
    why = models.TextField(_("why"), blank=True)
    handling = models.CharField(_("what to do when found"), max_length=10, choices=Handling)
    urgency = models.CharField(_("urgency"), max_length=10, choices=Urgency)
    everywhere = models.BooleanField(default=False)
    states = ArrayField(models.PositiveSmallIntegerField(), default=list)
    districts = ArrayField(models.PositiveIntegerField(), default=list)
    closed = models.CharField(max_length=20, blank=True)
    ground_ids = ArrayField(models.UUIDField(), default=list)
    person = models.JSONField(null=True)  # as search.question.Asked, and years of birth
    method = models.JSONField(null=True)  # as mo.Pattern
    since = models.DateTimeField()
    until = models.DateTimeField()  # when it lapses unless it is validated before
    validated_at = models.DateTimeField(_("last validated"))
    version = models.PositiveIntegerField()
    trail = models.JSONField(default=list)  # [[node, time], ...] of one that came from elsewhere
    looked_back = models.BooleanField(default=False)  # held against what was known before it

    class Meta:
        indexes = (
            models.Index(
                fields=("id",), condition=models.Q(looked_back=False), name="notice_looks_back"
            ),
            models.Index(fields=("-since", "-id"), name="notice_newest"),
        )


class Watch(models.Model):
    """One key of one lookout: flat rows that a new record's keys are looked up in.

    `key` is a whole number made as those of the persons (lib.names.keys); `text` holds the number
    itself where the key is of a number, so that two numbers of one key are told apart. `part` says
    what the key is made of: points are counted once a part.
    """

    pk = models.CompositePrimaryKey("notice_id", "key", "part")
    notice = models.ForeignKey(
        Notice, on_delete=models.CASCADE, related_name="watched", db_constraint=False
    )
    state = models.PositiveSmallIntegerField()
    key = models.IntegerField()
    part = models.CharField(max_length=2)
    text = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = (models.Index(fields=("key",), name="watch_by_key"),)


class Trace(models.Model):
    """One key of one sighting: what a later lookout is held against."""

    pk = models.CompositePrimaryKey("sighting_id", "key", "part")
    sighting_id = models.UUIDField()
    state = models.PositiveSmallIntegerField()
    key = models.IntegerField()
    part = models.CharField(max_length=2)
    text = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = (models.Index(fields=("key",), name="trace_by_key"),)


class Alert(_Titled, models.Model):
    """A lookout and a record that may meet it; the id is made of both, so that it comes once.

    `reasons` are [[part, asked, held, level, weight], ...]; nobody acts on `score` alone.
    """

    id = models.UUIDField(primary_key=True)
    state = models.PositiveSmallIntegerField()  # of the lookout
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    lookout_id = models.UUIDField(null=True, db_index=True)
    office_id = models.UUIDField()  # that raised the lookout, and confirms or excludes
    office_name = models.CharField(_("office"), max_length=200)
    title = models.CharField(_("lookout"), max_length=300)
    handling = models.CharField(max_length=10, choices=Handling, blank=True)
    urgency = models.CharField(_("urgency"), max_length=10, choices=Urgency)
    matched_kind = models.CharField(max_length=20)  # of record, as the journal says
    matched_record = models.UUIDField()
    matched_id = models.UUIDField()  # of the mention or the line of property
    matched_office = models.UUIDField()
    matched_office_name = models.CharField(_("office"), max_length=200)
    matched_role = models.CharField(max_length=20, blank=True)  # search.codes: of mention or thing
    matched_told = models.CharField(_("met by"), max_length=300)
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    raised_at = models.DateTimeField(_("raised"))
    standing = models.CharField(_("standing"), max_length=14, choices=Standing, default="new")
    due_at = models.DateTimeField(null=True)  # of the answer; NULL when none is awaited
    trail = models.JSONField(default=list)  # [[node, time], ...]

    class Meta:
        indexes = (
            models.Index(fields=("matched_id",), name="alert_of_match"),
            models.Index(
                fields=("due_at",), condition=models.Q(due_at__isnull=False), name="alert_due"
            ),
        )


class Delivery(models.Model):
    """An alert in the inbox of one office: since when, when it was first shown, who opened it."""

    pk = models.CompositePrimaryKey("office_id", "alert_id")
    office_id = models.UUIDField()
    alert = models.ForeignKey(
        Alert, on_delete=models.CASCADE, related_name="deliveries", db_constraint=False
    )
    state = models.PositiveSmallIntegerField()
    raised_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    opened_by = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("office_id", "-raised_at", "-alert"), name="delivery_newest"),
        )


class Heard(models.Model):
    """An answer as it is read here, whichever node's office wrote it; its id is the answer's."""

    id = models.UUIDField(primary_key=True)
    state = models.PositiveSmallIntegerField()
    alert_id = models.UUIDField()
    office_id = models.UUIDField()
    office_name = models.CharField(_("office"), max_length=200)
    step = models.CharField(_("step"), max_length=14, choices=Step)
    words = models.TextField(_("in words"), blank=True)
    answer_by = models.DateTimeField(_("answer promised by"), null=True)
    made_at = models.DateTimeField(_("time"))
    officer_name = models.CharField(_("officer"), max_length=200)
    trail = models.JSONField(default=list)

    class Meta:
        indexes = (models.Index(fields=("alert_id", "made_at"), name="heard_of_alert"),)
