from .audit import OfficeChange, RefusedAct
from .office import District, Holiday, Jurisdiction, Office, State, Supervision
from .officer import Officer
from .posting import Leave, Posting

__all__ = [
    "District",
    "Holiday",
    "Jurisdiction",
    "Leave",
    "Office",
    "OfficeChange",
    "Officer",
    "Posting",
    "RefusedAct",
    "State",
    "Supervision",
]
