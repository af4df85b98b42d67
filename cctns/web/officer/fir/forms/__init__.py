"""The questions of IIF-I, as forms whose fields are named like the answers they fill."""

from .base import Question
from .closing import Action, Close, Delay, Inquest, Kind, Signature
from .occurrence import Information, Narrative, Occurrence, Place
from .people import Accused, Complainant, PersonForm, Victim, Witness
from .things import ThingClass, ThingForm

__all__ = [
    "Accused",
    "Action",
    "Close",
    "Complainant",
    "Delay",
    "Information",
    "Inquest",
    "Kind",
    "Narrative",
    "Occurrence",
    "PersonForm",
    "Place",
    "Question",
    "Signature",
    "ThingClass",
    "ThingForm",
    "Victim",
    "Witness",
]
