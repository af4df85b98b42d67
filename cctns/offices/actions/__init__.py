from .logins import allow_many_sessions, close_account, reset_login
from .offices import close_office, move_office, open_office, open_partner_office, rename_office
from .people import end_leave, end_posting, enrol_officer, grant_leave, post_officer

__all__ = [
    "allow_many_sessions",
    "close_account",
    "close_office",
    "end_leave",
    "end_posting",
    "enrol_officer",
    "grant_leave",
    "move_office",
    "open_office",
    "open_partner_office",
    "post_officer",
    "rename_office",
    "reset_login",
]
