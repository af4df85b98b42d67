"""Which unidentified body or found person could be which missing person: candidates with reasons.

Pure: the registers make `Described` of their records, pages translate the reasons, and a named
person decides. See docs/explanation/tracing.md.
"""

from .described import ALIVE, DEAD, MISSING, Candidate, Described, Pair, Reason
from .match import Pool, candidates, match_all

__all__ = [
    "ALIVE",
    "DEAD",
    "MISSING",
    "Candidate",
    "Described",
    "Pair",
    "Pool",
    "Reason",
    "candidates",
    "match_all",
]
