"""What the follower of the journals derives beside persons; `cctns rebuild search` remakes it."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..codes import ThingKind, ThingRole


class Derived(models.Model):
    """One row of one record; pages read it through the view that keeps the rules of access."""

    state = models.PositiveSmallIntegerField()
    id = models.UUIDField()
    record_kind = models.CharField(max_length=20)
    record_id = models.UUIDField()

    class Meta:
        abstract = True


class Thing(Derived):
    """A number by which a thing is known."""

    pk = models.CompositePrimaryKey("state", "id", "kind", "key")
    kind = models.CharField(_("number"), max_length=12, choices=ThingKind)
    key = models.CharField(max_length=60)
    shown = models.CharField(max_length=200)
    what = models.CharField(_("description"), max_length=1000)
    role = models.CharField(max_length=10, choices=ThingRole)
    number = models.CharField(max_length=60)
    case_id = models.UUIDField(null=True)
    office_id = models.UUIDField()
    told_at = models.DateTimeField()
    closed = models.CharField(max_length=10, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("key",), name="thing_by_key"),
            models.Index(fields=("record_id",), name="thing_of_record"),
        )


class Text(Derived):
    """The words of an account."""

    pk = models.CompositePrimaryKey("state", "id")
    number = models.CharField(max_length=60)
    case_id = models.UUIDField(null=True)
    office_id = models.UUIDField()
    told_at = models.DateTimeField()
    closed = models.CharField(max_length=10, blank=True)
    words = SearchVectorField()

    class Meta:
        indexes = (
            GinIndex(fields=("words",), name="text_by_word", fastupdate=False),
            models.Index(fields=("record_id",), name="text_of_record"),
        )


class Deed(Derived):
    """What a history sheet tells of a mention."""

    pk = models.CompositePrimaryKey("state", "id")
    case_id = models.UUIDField()
    sections = models.TextField(blank=True)
    registered_at = models.DateTimeField(null=True)
    address = models.TextField(blank=True)
    permanent_address = models.TextField(blank=True)
    custody = models.JSONField(default=list)
    held = models.JSONField(default=dict)
    ends = models.TextField(blank=True)

    class Meta:
        indexes = (
            models.Index(fields=("record_id",), name="deed_of_record"),
            models.Index(fields=("case_id",), name="deed_of_case"),
        )
