"""What is compared, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

MISSING, ALIVE, DEAD = "missing", "alive", "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A missing person, or somebody found alive or dead whom nobody knows yet.

    What is not known stays None or "": it then counts neither for nor against. A single age or
    height is a range from itself to itself.
    """

    id: str
    condition: str  # MISSING, ALIVE or DEAD
    day: date  # last seen, or found
    sex: str = "unknown"  # the codes of people.Sex
    age_from: int | None = None  # years, on that day
    age_to: int | None = None
    height_from: int | None = None  # cm
    height_to: int | None = None
    marks: str = ""  # as written, in any script: "mole on left cheek, दाहिने हाथ पर गोदना"
    dress: str = ""
    place: str = ""
    latitude: float | None = None  # degrees
    longitude: float | None = None
    district: str = ""  # a code; the same code for the same district
    hair: str = ""  # the codes of people.features
    build: str = ""
    complexion: str = ""
    changed_at: datetime | None = None  # of the record; tells the daily run what is new

    def __post_init__(self) -> None:
        if self.condition not in (MISSING, ALIVE, DEAD):
            raise ValueError(f"a person is missing, alive or dead, not {self.condition!r}")


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for the two being one person (weight > 0), or against it (< 0)."""

    what: str  # sex, age, height, marks, dress, place, day, build, hair or complexion
    sentence: str  # English, for gettext, with named gaps: gettext(sentence) % values
    values: Mapping[str, str | int]
    weight: float  # natural logarithm of a likelihood ratio


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be the one asked about. No finding: a person looks and decides."""

    id: str
    score: float  # sum of the reasons' weights; never to be shown as a percentage
    reasons: tuple[Reason, ...]  # heaviest first, whichever way they point


@dataclass(frozen=True, slots=True)
class Pair:
    """What the daily run proposes, once for each two records."""

    missing: str
    found: str
    score: float
    reasons: tuple[Reason, ...]
