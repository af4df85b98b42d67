from .accused import Accused
from .arrest import Arrest
from .bringing_in import ImportRefusal, ImportRun
from .case import Case
from .clock import Clock
from .change import ChangedSection, SectionChange
from .contents import FirProperty, FirSection, Party, PartyPaper
from .crime import CrimeDetails, CrimeVictim, Panch
from .custody import Bail, Proclamation, Remand
from .diary import CaseDiaryEntry
from .draft import FirDraft
from .export import Export
from .fir import Fir
from .missing import Missing
from .seizure import SeizedItem, Seizure, SeizureWitness
from .sensitivity import SensitivityDecision
from .transfer import TransferAnswer, ZeroTransfer

__all__ = [
    "Accused",
    "Arrest",
    "Bail",
    "Case",
    "CaseDiaryEntry",
    "Clock",
    "CrimeDetails",
    "CrimeVictim",
    "ChangedSection",
    "Export",
    "Fir",
    "FirDraft",
    "FirProperty",
    "FirSection",
    "ImportRefusal",
    "ImportRun",
    "Missing",
    "Panch",
    "Party",
    "PartyPaper",
    "SeizedItem",
    "Seizure",
    "SeizureWitness",
    "Proclamation",
    "Remand",
    "SectionChange",
    "SensitivityDecision",
    "TransferAnswer",
    "ZeroTransfer",
]
