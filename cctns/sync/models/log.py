"""This node's log of logs, one leaf for each checkpoint it vouched for; and what others signed."""

from django.db import models


class LogLeaf(models.Model):
    """`seq` counts from 0 without a gap, once the log was carried on; null while it waits."""

    id = models.BigAutoField(primary_key=True)
    seq = models.BigIntegerField(null=True, unique=True)
    origin = models.CharField(max_length=200)  # of the office's log
    size = models.BigIntegerField()
    root = models.BinaryField()
    at = models.DateTimeField()
    leaf = models.BinaryField(default=b"")

    class Meta:
        db_table = "sync_logleaf"
        indexes = (models.Index(fields=("id",), condition=models.Q(seq=None), name="log_waiting"),)


class LogHead(models.Model):
    """How far the log has come; one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    size = models.BigIntegerField(default=0)
    frontier = models.BinaryField(default=b"")
    note = models.TextField(blank=True)  # the newest signed checkpoint of the log itself

    class Meta:
        db_table = "sync_loghead"


class SeenNote(models.Model):
    """What another node signed of its own log, as it was seen: two roots of one size are proof."""

    id = models.BigAutoField(primary_key=True)
    origin = models.CharField(max_length=200)
    size = models.BigIntegerField()
    root = models.BinaryField()
    note = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "sync_seennote"
        constraints = (
            models.UniqueConstraint(fields=("origin", "size", "root"), name="seennote_once"),
        )
