"""An officer's saved searches, and lists of names screened for one: neither is a record."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import new_id
from cctns.offices.models import Posting

from ..codes import Reason


class SavedSearch(models.Model):
    """The address of a search page, and when its owner last looked at what is new there."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    state = models.PositiveSmallIntegerField()
    office_id = models.UUIDField()
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    title = models.CharField(_("name of the search"), max_length=100)
    query = models.CharField(max_length=2000)
    seen_at = models.DateTimeField()
    news = models.PositiveIntegerField(default=0)  # told since, when the worker asked last
    asked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=("officer", "id"), name="saved_of_officer"),
            models.Index(fields=("asked_at",), name="saved_by_turn"),
        )


class Screening(models.Model):
    """A file of names held against the index by the worker; kept until it is thrown away."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    state = models.PositiveSmallIntegerField()
    office_id = models.UUIDField()
    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(_("name of the list"), max_length=200)
    reason = models.CharField(_("what for"), max_length=14, choices=Reason)
    reference = models.CharField(_("case number or order, and words"), max_length=300)
    total = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    failed = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("office_id", "-id"), name="screening_by_office"),
            models.Index(
                fields=("id",), condition=Q(done__lt=models.F("total")), name="screening_waiting"
            ),
        )


class Screened(models.Model):
    """One line of the list, who may be meant, and what the officer says of it."""

    pk = models.CompositePrimaryKey("screening_id", "ordinal")
    screening = models.ForeignKey(
        Screening, on_delete=models.CASCADE, related_name="lines", db_index=False
    )
    ordinal = models.PositiveIntegerField()
    told = models.JSONField()  # the columns as read
    found = models.JSONField(null=True)  # hits, the best first; NULL until it was looked at
    best = models.FloatField(null=True)
    decision = models.CharField(max_length=10, blank=True)

    class Meta:
        indexes = (models.Index(fields=("screening", "-best", "ordinal"), name="screened_by_best"),)
