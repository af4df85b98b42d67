"""What persons are found by. Derived from the journals: never typed, made anew at any time."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from .tables import Deed as Deed
from .tables import Lookup as Lookup
from .tables import LookupReview as LookupReview
from .tables import SavedSearch as SavedSearch
from .tables import Screened as Screened
from .tables import Screening as Screening
from .tables import Shown as Shown
from .tables import Text as Text
from .tables import Thing as Thing


class Person(models.Model):
    """One mention of a person in one record, as the record tells it now."""

    pk = models.CompositePrimaryKey("state", "id")
    state = models.PositiveSmallIntegerField()
    id = models.UUIDField()  # of the mention: of the Party, the Accused, the entry
    record_kind = models.CharField(max_length=40)  # of the journal
    record_id = models.UUIDField()
    case_id = models.UUIDField(null=True)
    office_id = models.UUIDField()
    role = models.CharField(max_length=20)  # accused, complainant, missing ...
    name = models.CharField(max_length=200)
    alias = models.CharField(max_length=200, blank=True)
    relation = models.CharField(max_length=10, blank=True)
    relative_name = models.CharField(max_length=200, blank=True)
    sex = models.CharField(max_length=12, default="unknown")
    birth_from = models.PositiveSmallIntegerField(null=True)  # years; told or from an age
    birth_to = models.PositiveSmallIntegerField(null=True)
    place = models.CharField(max_length=200, blank=True)  # village, town or city
    district = models.CharField(max_length=100, blank=True)
    phones = ArrayField(models.CharField(max_length=20), default=list)
    identity = ArrayField(models.CharField(max_length=64), default=list)  # HMAC, never the number
    marks = models.CharField(max_length=500, blank=True)
    number = models.CharField(max_length=40, blank=True)  # of the case or entry, as printed
    told_at = models.DateTimeField()
    standing = models.CharField(max_length=20, blank=True)  # accused, convicted, acquitted ...
    closed = models.CharField(max_length=20, blank=True)  # why it is not shown nationally
    # Derived: folded words "name|relative|other names", and the keys of lib/names/keys.py.
    words = models.TextField()
    keys = ArrayField(models.IntegerField())

    class Meta:
        indexes = (
            # Written at once and not to a pending list: a long list would be read by each search.
            GinIndex(fields=("keys",), name="search_by_key", fastupdate=False),
            models.Index(fields=("record_id",), name="search_by_record"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(birth_from__lte=models.F("birth_to")) | Q(birth_from__isnull=True),
                name="search_birth_in_order",
            ),
        )


class Word(models.Model):
    """The vocabulary: every word of a name or relative that stands in `Person`, and how often.

    Some ten thousand rows at a State, held whole in the memory of each process; a reference table
    on every server, so without a State. `number` tells a process what it has not read yet.
    """

    word = models.CharField(max_length=40, primary_key=True)
    times = models.PositiveIntegerField()
    number = models.BigIntegerField(unique=True)
