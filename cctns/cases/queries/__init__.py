from .clocks import ClockPage, Running, clocks_of, clocks_waiting
from .duties import Board, Duty, board, worklist
from .find import FirPage, find_firs
from .handover import Pending, handover
from .hearings import days_in_court
from .investigation import Sheet, sheets_of
from .links import Linked
from .look import (
    answers_to,
    case_for,
    case_history,
    draft_for,
    drafts,
    links_of,
    opened_case,
    other_numbers,
    registered_case,
    transfer_for,
    transfers_here,
)
from .reports import answers_of, lists_of, report_for, reports_waiting
from .room import property_room, red_exhibits
from .stage import stage_of
from .tracing import Match, candidate_at, matches_of
from .wanted import Wanted

__all__ = [
    "Board",
    "ClockPage",
    "Duty",
    "FirPage",
    "Linked",
    "Match",
    "Pending",
    "Running",
    "Sheet",
    "Wanted",
    "answers_of",
    "answers_to",
    "board",
    "candidate_at",
    "case_for",
    "case_history",
    "clocks_of",
    "clocks_waiting",
    "days_in_court",
    "draft_for",
    "drafts",
    "find_firs",
    "handover",
    "links_of",
    "lists_of",
    "matches_of",
    "opened_case",
    "other_numbers",
    "property_room",
    "red_exhibits",
    "registered_case",
    "report_for",
    "reports_waiting",
    "sheets_of",
    "stage_of",
    "transfer_for",
    "transfers_here",
    "worklist",
]
