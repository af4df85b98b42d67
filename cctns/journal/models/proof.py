"""What proofs are made of: complete tiles of the tree, signed checkpoints, and forks seen."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from cctns.lib.ids import uuid7
from cctns.offices.models import Office


class JournalTile(models.Model):
    """256 hashes side by side in one level of the tree (C2SP tlog-tiles, height 8), once complete.

    Level 0 holds leaves; what is not complete yet is read from the entries, or from the roots of
    the tiles one level below.
    """

    pk = models.CompositePrimaryKey("state", "office_id", "epoch", "level", "index")
    state = models.PositiveSmallIntegerField()
    office = models.ForeignKey(
        Office, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    epoch = models.PositiveIntegerField()
    level = models.PositiveSmallIntegerField()
    index = models.BigIntegerField()
    hashes = models.BinaryField()  # 8,192 bytes
    root = models.BinaryField()  # of these 256

    class Meta:
        db_table = "journal_tile"


class JournalCheckpoint(models.Model):
    """A signed note (C2SP tlog-checkpoint) on the tree at one size, and who cosigned it."""

    pk = models.CompositePrimaryKey("state", "office_id", "epoch", "size")
    state = models.PositiveSmallIntegerField()
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    epoch = models.PositiveIntegerField()
    size = models.BigIntegerField()
    root = models.BinaryField()
    note = models.TextField()
    cosignatures = ArrayField(models.TextField(), default=list)  # signature lines of others

    class Meta:
        db_table = "journal_checkpoint"


class JournalFork(models.Model):
    """Two different leaves were seen for one number: somebody rewrote a journal."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    state = models.PositiveSmallIntegerField()
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    epoch = models.PositiveIntegerField()
    seq = models.BigIntegerField()
    held = models.BinaryField()
    offered = models.BinaryField()
    from_node = models.CharField(max_length=100)
    at = models.DateTimeField()

    class Meta:
        db_table = "journal_fork"
