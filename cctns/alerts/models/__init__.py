"""Records (lookouts, sightings, answers), and what followers derive from them."""

from .answer import Answer
from .derived import Alert, Delivery, Heard, Notice, Trace, Watch
from .lookout import Lookout, LookoutNumber
from .sighting import Sighting, SightingNumber

__all__ = [
    "Alert",
    "Answer",
    "Delivery",
    "Heard",
    "Lookout",
    "LookoutNumber",
    "Notice",
    "Sighting",
    "SightingNumber",
    "Trace",
    "Watch",
]
