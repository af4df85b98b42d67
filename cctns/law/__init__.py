"""Acts, sections and classes of offences as packaged data, and what the law says about each.

Pure: no database, no clock. The tables are read when first asked for and kept.
"""

from .dates import Decision, check_section_for_date
from .enactments import Act, act, acts, version
from .finder import Found, find_by_words
from .flags import (
    at_least_seven_years,
    at_least_years,
    exempt_from_upload,
    needs_woman_officer,
    victim_masked,
)
from .schedule import Class, classes
from .sections import Section, corresponding, find_section, search_sections

__all__ = [
    "Act",
    "Class",
    "Decision",
    "Found",
    "Section",
    "act",
    "acts",
    "at_least_seven_years",
    "at_least_years",
    "check_section_for_date",
    "classes",
    "corresponding",
    "exempt_from_upload",
    "find_by_words",
    "find_section",
    "needs_woman_officer",
    "search_sections",
    "version",
    "victim_masked",
]
