"""Lists of FIRs that left the system: who took them, for what, by which search, how many rows."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import Record


class Export(Record):
    """Written into the journal of the office that took the list, before it gets it."""

    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    officer_name = models.CharField(max_length=200)
    purpose = models.CharField(_("purpose or case number"), max_length=300)
    wanted = models.JSONField()  # the search as asked
    rows = models.PositiveIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-made_at",)
        constraints = (models.CheckConstraint(condition=~Q(purpose=""), name="export_purposeful"),)
        indexes = (models.Index(fields=("office", "-made_at"), name="export_by_office"),)
