"""How often people asked without an officer: counts only, of nobody in particular."""

from __future__ import annotations

from django.db import models

from cctns.offices.models import Office


class Asked(models.Model):
    """One line an office and day; it is no record: whoever asked is not kept."""

    pk = models.CompositePrimaryKey("state", "office_id", "on")
    state = models.PositiveSmallIntegerField()
    office = models.ForeignKey(Office, on_delete=models.CASCADE, db_index=False, related_name="+")
    on = models.DateField()  # in India
    count = models.PositiveIntegerField()
    answered = models.PositiveIntegerField()
