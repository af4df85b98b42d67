from .entry import JournalEntry, JournalHead, JournalPayload
from .epoch import NewEpoch
from .erasure import Erasure
from .follower import JournalCursor
from .proof import JournalCheckpoint, JournalFork, JournalTile
from .record import Record, new_id
from .serial import SerialCounter

__all__ = [
    "Erasure",
    "JournalCheckpoint",
    "JournalCursor",
    "JournalEntry",
    "JournalFork",
    "JournalHead",
    "JournalPayload",
    "JournalTile",
    "NewEpoch",
    "Record",
    "SerialCounter",
    "new_id",
]
