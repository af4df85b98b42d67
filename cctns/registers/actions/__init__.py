from .book import lines_of, make_entry, problems_of, take_step
from .charge import hand_over_charge, take_back_charge
from .complaints import (
    assign_enquiry,
    close,
    dispose_of_complaint,
    receive_complaint,
    reopen_complaint,
    reopening,
    report_enquiry,
)
from .diary import correct_diary_entry, write_diary_entry
from .kept import drop_form, keep_form, kept_form

__all__ = [
    "assign_enquiry",
    "close",
    "correct_diary_entry",
    "dispose_of_complaint",
    "drop_form",
    "hand_over_charge",
    "keep_form",
    "kept_form",
    "lines_of",
    "make_entry",
    "problems_of",
    "receive_complaint",
    "reopen_complaint",
    "reopening",
    "report_enquiry",
    "take_back_charge",
    "take_step",
    "write_diary_entry",
]
