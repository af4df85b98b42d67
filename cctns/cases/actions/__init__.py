from .after import assign_investigating_officer, dispatch_to_court, give_free_copy, mark_sensitive
from .draft import DraftChanged, discard_draft, save_draft, start_draft
from .efir import lapse_unsigned_efirs, sign_efir, submit_efir
from .export import export_firs
from .register import CannotRegister, register_fir
from .tracing import decide_candidate
from .transfer import receive_case, return_case, send_case, take_up_returned

__all__ = [
    "CannotRegister",
    "DraftChanged",
    "assign_investigating_officer",
    "decide_candidate",
    "discard_draft",
    "dispatch_to_court",
    "export_firs",
    "give_free_copy",
    "lapse_unsigned_efirs",
    "mark_sensitive",
    "receive_case",
    "register_fir",
    "return_case",
    "save_draft",
    "send_case",
    "sign_efir",
    "start_draft",
    "submit_efir",
    "take_up_returned",
]
