"""Keys of the other nodes whose journals are kept here."""

from django.db import models
from django.db.models import Q


class NodeKey(models.Model):
    """A key under which a node signs its checkpoints. Old ones stay: what they signed stays."""

    id = models.BigAutoField(primary_key=True)
    node = models.CharField(max_length=100)  # its name, as in `JournalHead.home_node`
    key = models.BinaryField()  # Ed25519, 32 bytes
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)  # rotated or revoked: signs nothing new

    class Meta:
        db_table = "journal_nodekey"
        constraints = (
            models.UniqueConstraint(fields=("node", "key"), name="node_key_once"),
            models.UniqueConstraint(
                fields=("node",), condition=Q(until=None), name="node_one_current_key"
            ),
        )
