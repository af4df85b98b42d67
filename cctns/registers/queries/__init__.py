from . import lists
from .book import answers, entries, entry_at, entry_history, entry_is_known, has_person, stages_open
from .complaint import (
    complaint_for,
    complaint_is_known,
    complaints,
    cursor,
    waiting_complaints,
)
from .diary import diary_day, diary_entry

__all__ = [
    "answers",
    "complaint_for",
    "complaint_is_known",
    "complaints",
    "cursor",
    "diary_day",
    "diary_entry",
    "entries",
    "entry_at",
    "entry_history",
    "entry_is_known",
    "has_person",
    "lists",
    "stages_open",
    "waiting_complaints",
]
