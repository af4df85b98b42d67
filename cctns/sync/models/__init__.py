from .letter import Letter, Passage
from .log import LogHead, LogLeaf
from .nonce import Nonce
from .peer import Held, Peer
from .unread import Unread

__all__ = ["Held", "Letter", "LogHead", "LogLeaf", "Nonce", "Passage", "Peer", "Unread"]
