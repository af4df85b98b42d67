from .complaint import Complaint
from .diary import GeneralDiaryEntry
from .entry import Entry, Line
from .found import Body, FoundPerson
from .looks import Looks, photo_or_reason
from .ncr import Ncr

__all__ = [
    "Body",
    "Complaint",
    "Entry",
    "FoundPerson",
    "GeneralDiaryEntry",
    "Line",
    "Looks",
    "Ncr",
    "photo_or_reason",
]
