from .entry import JournalBareLeaf, JournalEntry, JournalHead, JournalPayload
from .epoch import NewEpoch
from .erasure import Erasure
from .follower import JournalCursor
from .node import NodeKey
from .proof import JournalCheckpoint, JournalFork, JournalTile
from .record import Record, new_id
from .serial import SerialCounter

__all__ = [
    "Erasure",
    "JournalBareLeaf",
    "JournalCheckpoint",
    "JournalCursor",
    "JournalEntry",
    "JournalFork",
    "JournalHead",
    "JournalPayload",
    "JournalTile",
    "NewEpoch",
    "NodeKey",
    "Record",
    "SerialCounter",
    "new_id",
]
