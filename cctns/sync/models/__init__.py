from .letter import Letter, Passage
from .peer import Held, Peer

__all__ = ["Held", "Letter", "Passage", "Peer"]
