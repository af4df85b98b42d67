from .charge import hand_over_charge, take_back_charge
from .complaints import (
    assign_enquiry,
    close,
    dispose_of_complaint,
    receive_complaint,
    report_enquiry,
)
from .diary import correct_diary_entry, write_diary_entry

__all__ = [
    "assign_enquiry",
    "close",
    "correct_diary_entry",
    "dispose_of_complaint",
    "hand_over_charge",
    "receive_complaint",
    "report_enquiry",
    "take_back_charge",
    "write_diary_entry",
]
