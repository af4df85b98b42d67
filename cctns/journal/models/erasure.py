"""A court's order by which what a record once said is removed, kept as a record of its own."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .record import Record


class Erasure(Record):
    """Written by the office whose journal loses payloads; names the order and how far it reaches.

    JJ Act 2015 s.24(2) and s.74, BNS 72, and orders of expungement are the usual grounds.
    """

    record_type = models.CharField(max_length=30)
    record_id = models.UUIDField(db_index=True)
    before_version = models.PositiveIntegerField()  # versions below this one lost their payload
    order = models.CharField(_("order"), max_length=500)  # court, number and date, as cited

    class Meta:
        db_table = "journal_erasure"
        constraints = (models.CheckConstraint(condition=~Q(order=""), name="erasure_cites_order"),)
