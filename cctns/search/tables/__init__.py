"""Tables beside that of persons: what else is derived, who looked, what officers keep."""

from .derived import Deed, Text, Thing
from .lookup import Lookup, LookupReview, Shown
from .saved import SavedSearch, Screened, Screening

__all__ = [
    "Deed",
    "Lookup",
    "LookupReview",
    "SavedSearch",
    "Screened",
    "Screening",
    "Shown",
    "Text",
    "Thing",
]
