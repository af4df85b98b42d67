from .clocks import ClockPage, Running, clocks_of, clocks_waiting
from .duties import Board, Duty, board, worklist
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
    "Board",
    "ClockPage",
    "Duty",
    "FirPage",
    "Running",
    "Sheet",
    "Wanted",
    "answers_to",
    "board",
    "case_for",
    "case_history",
    "clocks_of",
    "clocks_waiting",
    "draft_for",
    "drafts",
    "find_firs",
    "opened_case",
    "sheets_of",
    "transfer_for",
    "transfers_here",
    "worklist",
]
