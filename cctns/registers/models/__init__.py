from .complaint import Complaint
from .diary import GeneralDiaryEntry
from .entry import Entry, Line
from .ncr import Ncr

__all__ = ["Complaint", "Entry", "GeneralDiaryEntry", "Line", "Ncr"]
