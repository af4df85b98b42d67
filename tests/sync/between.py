"""Two nodes in one database, one after the other: the child writes, then all is the parent's.

Offices stay; the journal, its records and keys are wiped between, as they are on another machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from cctns.journal.checkpoints import node_key
from cctns.journal.models import JournalHead, NodeKey
from cctns.lib.clock import now
from cctns.sync import gather, wire
from cctns.sync.models import Peer
from cctns.sync.models.peer import NodeRole, Side

CHILD, PARENT = "cctns.in/below", "cctns.in/above"
_JOURNAL = (
    "journal_entry, journal_payload, journal_tile, journal_checkpoint, journal_head, "
    "journal_cursor, journal_serial, journal_fork, journal_bareleaf, sync_held, sync_logleaf"
)


@dataclass
class Between:
    """`settings` is pytest-django's; `wiped` are the record tables that the other node lacks."""

    settings: Any
    wiped: Sequence[str]
    sent: list[bytes] = field(default_factory=list)

    def as_child(self) -> None:
        self.settings.CHECKPOINT_ORIGIN, self.settings.NODE_ROLE = CHILD, NodeRole.STATION

    def gather(self, head: JournalHead, *, most: int = 500, role: str = "state") -> list[bytes]:
        """All of a journal, in batches as they would go to a parent of that role."""
        parent = Peer(name=PARENT, role=role)
        first, made = 0, []
        while (batch := gather.stretch(head, first, most, to=parent)) is not None:
            made.append(wire.pack(batch))
            first = batch.end
        return made

    def cross(self) -> Peer:
        """From here on this is the parent, which has enrolled the child and holds nothing of it."""
        offices = set(JournalHead.objects.values_list("state", "office_id"))
        self.wipe()
        self.settings.CHECKPOINT_ORIGIN, self.settings.NODE_ROLE = PARENT, NodeRole.STATE
        peer = Peer.objects.create(
            name=CHILD,
            role=NodeRole.STATION,
            side=Side.CHILD,
            cosign_key=bytes(32),
            box_key=bytes(32),
            enrolled_at=now(),
        )
        key = node_key().public_key().public_bytes_raw()
        NodeKey.objects.create(node=CHILD, key=key, since=now())
        for state, office in offices:
            JournalHead.objects.create(state=state, office_id=office, home_node=CHILD)
        return peer

    def wipe(self) -> None:
        tables = ", ".join([_JOURNAL, *self.wiped])
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET session_replication_role = replica")
            for table in tables.split(", "):
                cursor.execute(f"DELETE FROM {table}")
            cursor.execute("SET session_replication_role = origin")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def contents() -> list[tuple[Any, ...]]:
    """Everything that a refused batch must leave as it was."""
    found: list[tuple[Any, ...]] = []
    with connection.cursor() as cursor:
        for table in _JOURNAL.split(", "):
            cursor.execute(f"SELECT '{table}', x.* FROM {table} x ORDER BY 1, 2, 3, 4, 5")
            found += cursor.fetchall()
    return found
