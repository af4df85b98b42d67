from .answer import Addressed
from .call import Call
from .complaint import Complaint
from .death import Death, Panch
from .diary import GeneralDiaryEntry
from .enquiry import Enquiry, EnquiryPermission
from .entry import Entry, Line
from .found import Body, FoundPerson
from .looks import Looks, photo_or_reason
from .mlc import Injury, Mlc
from .ncr import Ncr
from .property import Property, PropertyItem

__all__ = [
    "Addressed",
    "Body",
    "Call",
    "Complaint",
    "Death",
    "Enquiry",
    "EnquiryPermission",
    "Entry",
    "FoundPerson",
    "GeneralDiaryEntry",
    "Injury",
    "Line",
    "Looks",
    "Mlc",
    "Ncr",
    "Panch",
    "Property",
    "PropertyItem",
    "photo_or_reason",
]
