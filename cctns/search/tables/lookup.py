"""Who looked beyond the own jurisdiction, for what, and whom the answer showed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import Record, new_id

from ..codes import Reason


class Lookup(Record):
    """One answer that was shown; written into the journal of the office that asked, before it."""

    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    officer_name = models.CharField(_("officer"), max_length=200)
    reason = models.CharField(_("what for"), max_length=14, choices=Reason)
    reference = models.CharField(_("case number or order, and words"), max_length=300)
    kind = models.CharField(max_length=12)  # what was asked for: "person", "thing", "sheet" ...
    asked = models.JSONField()  # as typed
    made_at = models.DateTimeField(_("looked at"))

    class Meta:
        ordering = ("-made_at",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(reference=""), name="lookup_has_purpose"
            ),
        )
        indexes = (models.Index(fields=("office", "-id"), name="lookup_by_office"),)


class Shown(models.Model):
    """One row of that answer; told to the office that owns it, with who looked and why."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    state = models.PositiveSmallIntegerField()
    ordinal = models.PositiveSmallIntegerField()
    lookup = models.ForeignKey(
        Lookup, on_delete=models.PROTECT, related_name="shown", db_index=False
    )
    owner_id = models.UUIDField()  # office whose record it is
    asker_id = models.UUIDField()  # office that asked
    number = models.CharField(_("number"), max_length=60)
    subject_id = models.UUIDField()  # of the mention, thing or account
    officer_name = models.CharField(_("officer"), max_length=200)
    at_office = models.CharField(_("office"), max_length=200)
    purpose = models.CharField(_("what for"), max_length=330)
    made_at = models.DateTimeField(_("looked at"))

    class Meta:
        ordering = ("ordinal",)
        constraints = (
            models.UniqueConstraint(fields=("lookup", "ordinal", "state"), name="shown_once"),
        )
        indexes = (models.Index(fields=("owner_id", "-id"), name="shown_by_owner"),)


class LookupReview(Record):
    """A supervisor's word on a look-up out of the sample."""

    lookup_id = models.UUIDField(unique=True)
    in_order = models.BooleanField(_("in order"))
    remarks = models.CharField(_("remarks"), max_length=500, blank=True)
    officer_name = models.CharField(_("supervisor"), max_length=200)
    reviewed_at = models.DateTimeField(_("reviewed"))

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(in_order=True) | ~Q(remarks=""), name="review_says_what_is_wrong"
            ),
        )
