from .duties import Duty, worklist
from .find import FirPage, find_firs
from .investigation import Sheet, sheets_of
from .look import (
    answers_to,
    case_for,
    case_history,
    draft_for,
    drafts,
    opened_case,
    transfer_for,
    transfers_here,
)
from .wanted import Wanted

__all__ = [
    "Duty",
    "FirPage",
    "Sheet",
    "Wanted",
    "answers_to",
    "case_for",
    "case_history",
    "draft_for",
    "drafts",
    "find_firs",
    "opened_case",
    "sheets_of",
    "transfer_for",
    "transfers_here",
    "worklist",
]
