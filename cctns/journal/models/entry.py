"""The journal itself: its head, its entries, and the payloads that lie apart from them.

An entry's leaf commits to the payload by a salted digest only, so that a court may have a payload
erased and every proof still verifies. The column `xid` of entries, the transaction that wrote
them, is the database's own (0002_guards) and no part of the leaf.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from cctns.offices.models import Office, Officer


class JournalHead(models.Model):
    """How far an office's journal has come, and the right edge of its tree; locked last."""

    pk = models.CompositePrimaryKey("state", "office_id", "epoch")
    state = models.PositiveSmallIntegerField()
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    epoch = models.PositiveIntegerField(default=1)
    size = models.BigIntegerField(default=0)
    frontier = models.BinaryField(default=b"")  # lib.merkle.Frontier
    home_node = models.CharField(max_length=100)  # the one machine that writes it
    # Of a journal from another node: how far its records stand in the tables. Own: the size.
    ready = models.BigIntegerField(default=0)
    # The transaction that moved it last (xid8): followers look at those alone that moved.
    moved = models.BigIntegerField(default=0)
    halted = models.CharField(max_length=200, default="", blank=True)  # why nothing is written
    closed = models.BooleanField(default=False)  # a later epoch goes on

    class Meta:
        db_table = "journal_head"
        constraints = (
            models.UniqueConstraint(
                fields=("state", "office"), condition=Q(closed=False), name="head_one_open"
            ),
            models.CheckConstraint(condition=Q(epoch__gte=1), name="head_epoch_from_one"),
        )
        indexes = (models.Index(fields=("moved",), name="head_by_move"),)


class JournalEntry(models.Model):
    """The header of one entry. Insert only; the head's row vouches for the office."""

    pk = models.CompositePrimaryKey("state", "office_id", "epoch", "seq")
    state = models.PositiveSmallIntegerField()
    office = models.ForeignKey(
        Office, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    epoch = models.PositiveIntegerField()
    seq = models.BigIntegerField()  # counts from 0, without a gap
    record_type = models.CharField(max_length=30)
    record_id = models.UUIDField()
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)  # "fir.registered"
    schema = models.PositiveSmallIntegerField()
    # No constraint: entries of another node may name officers that are unknown here.
    actor = models.ForeignKey(
        Officer, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    role = models.CharField(max_length=14)
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    refs = ArrayField(models.UUIDField())
    payload_digest = models.BinaryField()  # SHA-256(salt || canonical bytes)
    leaf = models.BinaryField()  # SHA-256(0x00 || header)

    class Meta:
        db_table = "journal_entry"
        constraints = (
            models.UniqueConstraint(
                fields=("record_id", "version", "state"), name="entry_version_once"
            ),
            # Plain words only: the header is JSON that never needs an escape.
            models.CheckConstraint(
                condition=Q(kind__regex=r"^[a-z][a-z0-9_.]*$")
                & Q(record_type__regex=r"^[a-z][a-z0-9_]*$")
                & Q(role__regex=r"^[a-z][a-z0-9_]*$"),
                name="entry_plain_words",
            ),
        )
        indexes = (
            # Who points at a record. No pending list: every look-up would read it through. What
            # old records say of each other is found from their own tables.
            GinIndex(
                fields=("refs",),
                condition=~Q(kind__in=("fir.imported", "case.imported")),
                name="entry_by_ref",
                fastupdate=False,
            ),
        )

    def __str__(self) -> str:
        return f"{self.epoch}/{self.seq} {self.kind}"


class JournalPayload(models.Model):
    """The document of one entry as the canonical bytes that were hashed, compressed.

    Erased by a court's order: salt and document are gone, and the entry that cites the order stands
    in `sealed_epoch` and `sealed_seq`.
    """

    pk = models.CompositePrimaryKey("state", "office_id", "epoch", "seq")
    state = models.PositiveSmallIntegerField()
    office = models.ForeignKey(
        Office, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    epoch = models.PositiveIntegerField()
    seq = models.BigIntegerField()
    salt = models.BinaryField(null=True)  # 16 random bytes, never logged
    dictionary = models.PositiveSmallIntegerField()  # of zstd; 0: without
    document = models.BinaryField(null=True)
    sealed_epoch = models.PositiveIntegerField(null=True)
    sealed_seq = models.BigIntegerField(null=True)

    class Meta:
        db_table = "journal_payload"
        constraints = (
            models.CheckConstraint(
                condition=Q(
                    salt__isnull=False,
                    document__isnull=False,
                    sealed_epoch__isnull=True,
                    sealed_seq__isnull=True,
                )
                | Q(
                    salt__isnull=True,
                    document__isnull=True,
                    sealed_epoch__isnull=False,
                    sealed_seq__isnull=False,
                ),
                name="payload_whole_or_sealed",
            ),
        )


class JournalBareLeaf(models.Model):
    """An entry that this node may not read: its leaf alone, so that the tree is whole."""

    pk = models.CompositePrimaryKey("state", "office_id", "epoch", "seq")
    state = models.PositiveSmallIntegerField()
    office = models.ForeignKey(
        Office, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    epoch = models.PositiveIntegerField()
    seq = models.BigIntegerField()
    leaf = models.BinaryField()

    class Meta:
        db_table = "journal_bareleaf"
