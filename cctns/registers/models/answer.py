"""An office's answer to what another office wrote: an entry of its own that points at it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .entry import Entry


class Addressed(Entry):
    """Read at `to_office` as well as at the office that wrote it; written by that one alone."""

    to_office = models.ForeignKey(
        "offices.Office",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("sent to"),
    )

    class Meta(Entry.Meta):
        abstract = True
