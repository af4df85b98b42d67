"""What the journal says of an FIR (with what it holds in lists), a case and what follows them."""

from cctns.journal import kinds

from .models import (
    Accused,
    Acknowledgement,
    Appeal,
    Appearance,
    Approval,
    Arrest,
    AuthorityReport,
    Bail,
    Case,
    CaseDiaryEntry,
    CaseLink,
    ChangedSection,
    CrimeDetails,
    CrimeVictim,
    Disposal,
    DisposalAccused,
    Exhibit,
    Export,
    FinalReport,
    Fir,
    FirProperty,
    FirSection,
    ForensicRequest,
    FurtherInvestigation,
    Hearing,
    HearingWitness,
    Identifier,
    MagistrateStatement,
    MedicalExamination,
    Missing,
    Movement,
    Notice,
    Panch,
    Parade,
    Party,
    PartyPaper,
    Proclamation,
    Progress,
    Remand,
    ReportAccused,
    ReportArticle,
    ReportDevice,
    ReportDocument,
    ReportWitness,
    Search,
    SearchWitness,
    SectionChange,
    SeizedItem,
    Seizure,
    SeizureWitness,
    SensitivityDecision,
    Statement,
    StockLine,
    Stocktaking,
    SupervisionNote,
    TraceDecision,
    TransferAnswer,
    Vetting,
    ZeroTransfer,
)

FIR_CHILDREN = {
    "parties": Party,
    "papers": PartyPaper,
    "sections": FirSection,
    "property": FirProperty,
}


REPORT_CHILDREN = {
    "accused_lines": ReportAccused,
    "witnesses": ReportWitness,
    "documents": ReportDocument,
    "articles": ReportArticle,
    "devices": ReportDevice,
}


def register() -> None:
    kinds.register("fir", model=Fir, schema=1, children=FIR_CHILDREN)
    kinds.register("case", model=Case, schema=1)
    kinds.register("sensitivity", model=SensitivityDecision, schema=1)
    kinds.register("zero_transfer", model=ZeroTransfer, schema=1)
    kinds.register("transfer_answer", model=TransferAnswer, schema=1)
    kinds.register("export", model=Export, schema=1)
    kinds.register("accused", model=Accused, schema=1)
    kinds.register("case_diary", model=CaseDiaryEntry, schema=1)
    kinds.register("arrest", model=Arrest, schema=1)
    kinds.register("missing", model=Missing, schema=1)
    kinds.register("trace_decision", model=TraceDecision, schema=1)
    kinds.register(
        "seizure",
        model=Seizure,
        schema=1,
        children={"witnesses": SeizureWitness, "items": SeizedItem},
    )
    kinds.register(
        "crime", model=CrimeDetails, schema=1, children={"panches": Panch, "victims": CrimeVictim}
    )
    kinds.register("remand", model=Remand, schema=1)
    kinds.register("bail", model=Bail, schema=1)
    kinds.register("proclamation", model=Proclamation, schema=1)
    kinds.register("report", model=FinalReport, schema=1, children=REPORT_CHILDREN)
    kinds.register("further", model=FurtherInvestigation, schema=1)
    kinds.register("link", model=CaseLink, schema=1)
    kinds.register("vetting", model=Vetting, schema=1)
    kinds.register("approval", model=Approval, schema=1)
    kinds.register("acknowledgement", model=Acknowledgement, schema=1)
    kinds.register("disposal", model=Disposal, schema=1, children={"verdicts": DisposalAccused})
    kinds.register("appeal", model=Appeal, schema=1)
    kinds.register("sections", model=SectionChange, schema=1, children={"changed": ChangedSection})
    kinds.register("statement", model=Statement, schema=1)
    kinds.register("magistrate", model=MagistrateStatement, schema=1)
    kinds.register("notice", model=Notice, schema=1, children={"appearances": Appearance})
    kinds.register("forensic", model=ForensicRequest, schema=1, children={"exhibits": Exhibit})
    kinds.register("search", model=Search, schema=1, children={"witnesses": SearchWitness})
    kinds.register("movement", model=Movement, schema=1)
    kinds.register("stock", model=Stocktaking, schema=1, children={"findings": StockLine})
    kinds.register("hearing", model=Hearing, schema=1, children={"witnesses": HearingWitness})
    kinds.register("medical", model=MedicalExamination, schema=1)
    kinds.register("identification", model=Parade, schema=1, children={"results": Identifier})
    kinds.register("progress", model=Progress, schema=1)
    kinds.register("authority", model=AuthorityReport, schema=1)
    kinds.register("supervision", model=SupervisionNote, schema=1)
