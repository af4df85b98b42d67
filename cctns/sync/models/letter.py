"""Letters: small messages between offices of different nodes, each carried once."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from .peer import Peer


class Letter(models.Model):
    """What one node tells others: a lookout, an alert, an answer. Kept where it passed."""

    id = models.UUIDField(primary_key=True)
    kind = models.CharField(max_length=30)
    document = models.JSONField()
    from_node = models.CharField(max_length=100)
    made_at = models.DateTimeField()
    offices = ArrayField(models.UUIDField(), default=list)
    states = ArrayField(models.PositiveSmallIntegerField(), default=list)
    everyone = models.BooleanField(default=False)
    trail = models.JSONField(default=list)  # [[node, time], ...] in the order of its way
    handled_at = models.DateTimeField(null=True)  # null: not for here, or of an unknown kind

    class Meta:
        db_table = "sync_letter"


class Passage(models.Model):
    """A letter that is to go on to a neighbour; `at` when the neighbour said it has it."""

    pk = models.CompositePrimaryKey("peer_id", "letter_id")
    peer = models.ForeignKey(Peer, on_delete=models.CASCADE, related_name="+")
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="passages")
    at = models.DateTimeField(null=True)

    class Meta:
        db_table = "sync_passage"
        indexes = (
            models.Index(
                fields=("peer", "letter"), condition=models.Q(at=None), name="passage_waiting"
            ),
        )
