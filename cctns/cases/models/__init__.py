from .accused import Accused
from .answer import Acknowledgement, Approval, Vetting
from .arrest import Arrest
from .authority import AuthorityReport
from .bringing_in import ImportRefusal, ImportRun
from .case import Case
from .change import ChangedSection, SectionChange
from .clock import Clock
from .contents import FirProperty, FirSection, Party, PartyPaper
from .court import Appeal, Disposal, DisposalAccused
from .crime import CrimeDetails, CrimeVictim, Panch
from .custody import Bail, Proclamation, Remand
from .diary import CaseDiaryEntry
from .draft import FirDraft
from .expert import Exhibit, ForensicRequest, Identifier, MedicalExamination, Parade
from .export import Export
from .fir import Fir
from .further import FurtherInvestigation
from .hearing import Hearing, HearingWitness
from .link import CaseLink
from .missing import Missing
from .notice import Appearance, Notice
from .progress import Progress
from .report import (
    FinalReport,
    ReportAccused,
    ReportArticle,
    ReportDevice,
    ReportDocument,
    ReportWitness,
)
from .room import Movement, StockLine, Stocktaking
from .search import Search, SearchWitness
from .seizure import SeizedItem, Seizure, SeizureWitness
from .sensitivity import SensitivityDecision
from .statement import MagistrateStatement, Statement
from .supervision import SupervisionNote
from .tracing import TraceCandidate, TraceDecision
from .transfer import TransferAnswer, ZeroTransfer

__all__ = [
    "Accused",
    "Acknowledgement",
    "Appeal",
    "Appearance",
    "Approval",
    "Arrest",
    "AuthorityReport",
    "Bail",
    "Case",
    "CaseDiaryEntry",
    "CaseLink",
    "ChangedSection",
    "Clock",
    "CrimeDetails",
    "CrimeVictim",
    "Disposal",
    "DisposalAccused",
    "Exhibit",
    "Export",
    "FinalReport",
    "Fir",
    "FirDraft",
    "FirProperty",
    "FirSection",
    "ForensicRequest",
    "FurtherInvestigation",
    "Hearing",
    "HearingWitness",
    "Identifier",
    "ImportRefusal",
    "ImportRun",
    "MagistrateStatement",
    "MedicalExamination",
    "Missing",
    "Movement",
    "Notice",
    "Panch",
    "Parade",
    "Party",
    "PartyPaper",
    "Proclamation",
    "Progress",
    "Remand",
    "ReportAccused",
    "ReportArticle",
    "ReportDevice",
    "ReportDocument",
    "ReportWitness",
    "Search",
    "SearchWitness",
    "SectionChange",
    "SeizedItem",
    "Seizure",
    "SeizureWitness",
    "SensitivityDecision",
    "Statement",
    "StockLine",
    "Stocktaking",
    "SupervisionNote",
    "TraceCandidate",
    "TraceDecision",
    "TransferAnswer",
    "Vetting",
    "ZeroTransfer",
]
