from .complaint import Complaint
from .death import Death, Panch
from .diary import GeneralDiaryEntry
from .entry import Entry, Line
from .found import Body, FoundPerson
from .looks import Looks, photo_or_reason
from .mlc import Injury, Mlc
from .ncr import Ncr

__all__ = [
    "Body",
    "Complaint",
    "Death",
    "Entry",
    "FoundPerson",
    "GeneralDiaryEntry",
    "Injury",
    "Line",
    "Looks",
    "Mlc",
    "Ncr",
    "Panch",
    "photo_or_reason",
]
