from .accused import Accused
from .answer import Acknowledgement, Approval, Vetting
from .arrest import Arrest
from .bringing_in import ImportRefusal, ImportRun
from .case import Case
from .change import ChangedSection, SectionChange
from .clock import Clock
from .contents import FirProperty, FirSection, Party, PartyPaper
from .crime import CrimeDetails, CrimeVictim, Panch
from .court import Appeal, Disposal, DisposalAccused
from .custody import Bail, Proclamation, Remand
from .diary import CaseDiaryEntry
from .draft import FirDraft
from .export import Export
from .fir import Fir
from .missing import Missing
from .seizure import SeizedItem, Seizure, SeizureWitness
from .report import (
    FinalReport,
    ReportAccused,
    ReportArticle,
    ReportDevice,
    ReportDocument,
    ReportWitness,
)
from .sensitivity import SensitivityDecision
from .transfer import TransferAnswer, ZeroTransfer

__all__ = [
    "Accused",
    "Acknowledgement",
    "Appeal",
    "Approval",
    "Arrest",
    "Bail",
    "Case",
    "CaseDiaryEntry",
    "Clock",
    "CrimeDetails",
    "CrimeVictim",
    "ChangedSection",
    "Clock",
    "Disposal",
    "DisposalAccused",
    "Export",
    "FinalReport",
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
    "ReportAccused",
    "ReportArticle",
    "ReportDevice",
    "ReportDocument",
    "ReportWitness",
    "SectionChange",
    "SensitivityDecision",
    "TransferAnswer",
    "Vetting",
    "ZeroTransfer",
]
