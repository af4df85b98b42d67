"""What a neighbour may read of a journal; the rest of it travels as bare leaves.

A State's node is the database of record of its stations: it reads everything. The nation searches,
alerts and counts: it gets what these need, and no diary, statement or case diary (BNSS 192(5) and
180 keep them from everybody but the court and the police of the case).
"""

from __future__ import annotations

from .models import Peer
from .models.peer import NodeRole

# Kinds of records that a nation reads. Whoever adds one says in the change what it is needed for.
NATIONAL = frozenset(
    {
        "epoch",  # without it a journal cannot go on
        "erasure",  # what a court had erased is erased everywhere
        "fir",
        "case",
        "accused",
        "arrest",
        "missing",
        "found",
        "body",
        "stranger",
        "proclamation",
        "report",
        "disposal",
        "appeal",
        "seizure",
        "property",
        "sensitivity",  # what is withheld must be known to be withheld
        "transfer_answer",
        "zero_transfer",
        "judgement",
        "lookout",
        "sighting",
    }
)


def reads(peer: Peer, record_type: str) -> bool:
    """Whether a neighbour gets such records, or their leaves alone."""
    return peer.role != NodeRole.NATION or record_type in NATIONAL
