from .letter import Letter, Passage
from .log import LogHead, LogLeaf, SeenNote
from .nonce import Nonce
from .peer import Held, Peer, Shortfall
from .unread import Unread

__all__ = [
    "Held",
    "Letter",
    "LogHead",
    "LogLeaf",
    "Nonce",
    "Passage",
    "Peer",
    "SeenNote",
    "Shortfall",
    "Unread",
]
