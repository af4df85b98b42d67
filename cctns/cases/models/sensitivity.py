"""Whether an FIR stays off public pages: decided above the station, in a journal of its own."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import Record

from .fir import Fir


class SensitivityDecision(Record):
    """By a DySP or above (Youth Bar Association (2016) 9 SCC 473); the latest counts."""

    fir = models.ForeignKey(Fir, on_delete=models.PROTECT, related_name="sensitivity_decisions")
    sensitive = models.BooleanField(_("sensitive"))
    reason = models.CharField(_("reason"), max_length=500)
    decided_at = models.DateTimeField()
    officer_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("-decided_at",)
        constraints = (
            models.CheckConstraint(condition=~Q(reason=""), name="sensitivity_reasoned"),
        )
        indexes = (models.Index(fields=("fir", "-decided_at"), name="sensitivity_latest"),)
