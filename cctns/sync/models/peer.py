"""The nodes next to this one: its parent and its children, and how the line to each does."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cctns.journal.models import JournalHead
from cctns.lib.clock import now
from cctns.offices.models import Office


class Side(models.TextChoices):
    PARENT = "parent", _("above")
    CHILD = "child", _("below")


class NodeRole(models.TextChoices):
    STATION = "station", _("station")
    STATE = "state", _("State")
    NATION = "nation", _("nation")


class Peer(models.Model):
    """A node that was enrolled. What its line has lately done stands beside its keys."""

    name = models.CharField(_("node"), primary_key=True, max_length=100)  # cctns.in/up.nayaghat
    role = models.CharField(_("kind"), max_length=7, choices=NodeRole)
    side = models.CharField(max_length=6, choices=Side)
    state = models.PositiveSmallIntegerField(null=True)  # of a State's or station's node
    url = models.CharField(_("address"), max_length=200, blank=True)  # of a parent
    cosign_key = models.BinaryField()  # Ed25519: witnesses checkpoints
    box_key = models.BinaryField()  # X25519: what is brought by pen drive is for its eyes only
    enrolled_at = models.DateTimeField()
    enrolled_by = models.CharField(max_length=200, blank=True)
    revoked_at = models.DateTimeField(null=True)
    cut = models.BooleanField(default=False)  # by hand: nothing is sent, everything waits
    heard_at = models.DateTimeField(null=True)  # when it last asked or answered
    failures = models.PositiveIntegerField(default=0)
    trouble = models.CharField(max_length=300, blank=True)  # what went wrong last
    # Of the directory that it told us last.
    directory_digest = models.CharField(max_length=64, blank=True)
    rate = models.FloatField(default=0)  # bytes a second that the line lately carried
    # Seconds between two looks, by a parent's last word.
    pause = models.FloatField(default=0)
    program = models.CharField(max_length=40, blank=True)  # the version that it said it runs
    law = models.CharField(max_length=16, blank=True)  # of its law tables, as law.edition.digest
    waiting = models.BigIntegerField(default=0)  # entries that it says it has not sent yet
    skew = models.BigIntegerField(default=0)  # seconds that its clock was ahead of ours lately

    class Meta:
        db_table = "sync_peer"
        constraints = (
            models.UniqueConstraint(
                fields=("side",),
                condition=Q(side=Side.PARENT, revoked_at=None),
                name="peer_one_parent",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Held(models.Model):
    """How far a neighbour holds a journal, by its own word, and since when it vouches for that."""

    pk = models.CompositePrimaryKey("peer_id", "state", "office_id", "epoch")
    peer = models.ForeignKey(Peer, on_delete=models.CASCADE, related_name="held")
    state = models.PositiveSmallIntegerField()
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    epoch = models.PositiveIntegerField()
    size = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "sync_held"

    @staticmethod
    def mark(peer: Peer, head: JournalHead, size: int) -> None:
        """A neighbour holds so much of a journal, from now."""
        where = {"state": head.state, "office_id": head.office_id, "epoch": head.epoch}
        Held.objects.bulk_create(
            [Held(peer=peer, **where, size=size, at=now())],
            update_conflicts=True,
            unique_fields=["peer", "state", "office", "epoch"],
            update_fields=["size", "at"],
        )


class Shortfall(models.Model):
    """A neighbour held less of a journal than it had vouched for: how much, and when seen."""

    id = models.BigAutoField(primary_key=True)
    peer = models.ForeignKey(Peer, on_delete=models.CASCADE, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    epoch = models.PositiveIntegerField()
    vouched = models.BigIntegerField()
    held = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "sync_shortfall"
