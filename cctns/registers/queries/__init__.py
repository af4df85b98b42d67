from . import lists
from .book import (
    answers,
    asked_with,
    entries,
    entry_at,
    entry_history,
    has_person,
    open_books,
    open_steps,
    problems,
    stages_open,
)
from .complaint import (
    after_outcome,
    complaint_for,
    complaint_is_known,
    complaints,
    cursor,
    unconfirmed_complaints,
    waiting_complaints,
)
from .diary import diary_day, diary_entry

__all__ = [
    "after_outcome",
    "answers",
    "asked_with",
    "complaint_for",
    "complaint_is_known",
    "complaints",
    "cursor",
    "diary_day",
    "diary_entry",
    "entries",
    "entry_at",
    "entry_history",
    "has_person",
    "lists",
    "open_books",
    "open_steps",
    "problems",
    "stages_open",
    "unconfirmed_complaints",
    "waiting_complaints",
]
