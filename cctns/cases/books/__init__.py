"""The forms of an investigation, one file each: what is asked, by whom, under which law."""

from cctns.registers.book import register

from .accused import ACCUSED
from .answers import ACKNOWLEDGEMENT, APPEAL, APPROVAL, DISPOSAL, VETTING
from .arrest import ARREST
from .authority import AUTHORITY
from .crime import CRIME
from .custody import BAIL, PROCLAMATION, REMAND
from .diary import DIARY
from .forensic import FORENSIC
from .further import FURTHER
from .hearing import HEARING
from .links import LINKS
from .medical import MEDICAL
from .missing import MISSING
from .notice import NOTICE
from .parade import PARADE
from .progress import PROGRESS
from .report import REPORT
from .room import MOVEMENT, STOCK
from .search import SEARCH
from .sections import SECTIONS
from .seizure import SEIZURE
from .statement import MAGISTRATE, STATEMENT
from .supervision import SUPERVISION

__all__ = [
    "ACCUSED",
    "ACKNOWLEDGEMENT",
    "APPEAL",
    "APPROVAL",
    "ARREST",
    "AUTHORITY",
    "BAIL",
    "CRIME",
    "DIARY",
    "DISPOSAL",
    "FORENSIC",
    "FURTHER",
    "HEARING",
    "LINKS",
    "MAGISTRATE",
    "MEDICAL",
    "MISSING",
    "MOVEMENT",
    "NOTICE",
    "PARADE",
    "PROCLAMATION",
    "PROGRESS",
    "REMAND",
    "REPORT",
    "SEARCH",
    "SECTIONS",
    "SEIZURE",
    "STATEMENT",
    "STOCK",
    "VETTING",
]


def register_all() -> None:
    """In the order in which the page of an investigation shows them."""
    register(
        MISSING,
        STOCK,
        CRIME,
        DIARY,
        SEARCH,
        SEIZURE,
        MOVEMENT,
        STATEMENT,
        MAGISTRATE,
        NOTICE,
        FORENSIC,
        MEDICAL,
    )
    register(PARADE, ACCUSED, ARREST, REMAND, BAIL, PROCLAMATION, PROGRESS, AUTHORITY)
    register(SUPERVISION, LINKS)
    register(
        SECTIONS, REPORT, FURTHER, VETTING, APPROVAL, ACKNOWLEDGEMENT, HEARING, DISPOSAL, APPEAL
    )
