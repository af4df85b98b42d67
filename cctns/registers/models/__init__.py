from .answer import Addressed
from .call import Call
from .complaint import Complaint
from .death import Death, Panch
from .diary import GeneralDiaryEntry
from .enquiry import Enquiry, EnquiryPermission
from .entry import Entry, Line
from .found import Body, FoundPerson
from .keeping import KeyHandover, Lockup, LockupExamination, Meal, Visit
from .kept import KeptForm
from .looks import Looks, photo_or_reason
from .mlc import Injury, Mlc
from .ncr import Ncr
from .paper import PaperRegister
from .petition import ComplaintReview, Reply
from .process import Process, ServiceAttempt
from .property import Property, PropertyItem
from .roll import Character, CharacterCheck, Stranger, StrangerAnswer

__all__ = [
    "Addressed",
    "Body",
    "Call",
    "Character",
    "CharacterCheck",
    "Complaint",
    "ComplaintReview",
    "Death",
    "Enquiry",
    "EnquiryPermission",
    "Entry",
    "FoundPerson",
    "GeneralDiaryEntry",
    "Injury",
    "KeptForm",
    "KeyHandover",
    "Line",
    "Lockup",
    "LockupExamination",
    "Looks",
    "Meal",
    "Mlc",
    "Ncr",
    "Panch",
    "PaperRegister",
    "Process",
    "Property",
    "PropertyItem",
    "Reply",
    "ServiceAttempt",
    "Stranger",
    "StrangerAnswer",
    "Visit",
    "photo_or_reason",
]
