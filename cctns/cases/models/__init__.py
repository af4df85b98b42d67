from .accused import Accused
from .arrest import Arrest
from .bringing_in import ImportRefusal, ImportRun
from .case import Case
from .clock import Clock
from .contents import FirProperty, FirSection, Party, PartyPaper
from .diary import CaseDiaryEntry
from .draft import FirDraft
from .export import Export
from .fir import Fir
from .missing import Missing
from .sensitivity import SensitivityDecision
from .transfer import TransferAnswer, ZeroTransfer

__all__ = [
    "Accused",
    "Arrest",
    "Case",
    "CaseDiaryEntry",
    "Clock",
    "Export",
    "Fir",
    "FirDraft",
    "FirProperty",
    "FirSection",
    "ImportRefusal",
    "ImportRun",
    "Missing",
    "Party",
    "PartyPaper",
    "SensitivityDecision",
    "TransferAnswer",
    "ZeroTransfer",
]
