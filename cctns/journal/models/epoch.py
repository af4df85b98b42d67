"""Why and where a journal began anew: the first entry of every epoch but the first."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .record import Record


class NewEpoch(Record):
    """Cites the size and root at which the epoch before it ended."""

    epoch = models.PositiveIntegerField()
    old_size = models.BigIntegerField()
    old_root = models.BinaryField()
    reason = models.CharField(_("reason"), max_length=500)

    class Meta:
        db_table = "journal_newepoch"
        constraints = (
            models.UniqueConstraint(fields=("state", "office", "epoch"), name="new_epoch_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="new_epoch_reasoned"),
        )
