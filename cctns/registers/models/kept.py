"""Answers of a form that was not yet entered: kept through a power cut, for their writer alone."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class KeptForm(models.Model):
    """No record and not in the journal: gone when entered, thrown away, or a week old.

    `form` is the address of the form, `answers` the fields as they were sent: [name, value] pairs.
    """

    office = models.ForeignKey("offices.Office", on_delete=models.PROTECT, related_name="+")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    form = models.CharField(max_length=300)
    answers = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("officer", "office", "form"), name="kept_form_once"),
        )
