"""Received entries that did not become rows: of kinds a newer program writes, or ill-fitting."""

from django.db import models

from cctns.offices.models import Office


class Unread(models.Model):
    """Kept and passed on as it is; read once this program knows the kind."""

    pk = models.CompositePrimaryKey("state", "office_id", "epoch", "seq")
    state = models.PositiveSmallIntegerField()
    office = models.ForeignKey(
        Office, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    epoch = models.PositiveIntegerField()
    seq = models.BigIntegerField()
    why = models.CharField(max_length=300)

    class Meta:
        db_table = "sync_unread"
