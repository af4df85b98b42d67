"""What a cell of any figure counts: the same words count it and list its cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

_BETWEEN = "BETWEEN %(since)s AND %(until)s"
_OPEN = "counted AND NOT legacy AND status <> 'refused'"
_TRIED = "counted AND report_kind = 'charge_sheet'"
_REPORTED = f"counted AND reported_on {_BETWEEN}"
_DECIDED = f"{_TRIED} AND decided_on {_BETWEEN}"

# Conditions on one line of analytics_casefigure; `since` and `until` are days, both included.
MEASURES = {
    "registered": f"counted AND registered_on {_BETWEEN}",
    "pending": f"{_OPEN} AND registered_on <= %(until)s"
    " AND (reported_on IS NULL OR reported_on > %(until)s)",
    "pending_before": f"{_OPEN} AND registered_on < %(since)s"
    " AND (reported_on IS NULL OR reported_on >= %(since)s)",
    "reported": _REPORTED,
    "charge_sheet": f"{_REPORTED} AND report_kind = 'charge_sheet'",
    "no_evidence": f"{_REPORTED} AND report_kind = 'no_evidence'",
    "undetected": f"{_REPORTED} AND report_kind = 'undetected'",
    "untraced": f"{_REPORTED} AND report_kind = 'untraced'",
    "abated": f"{_REPORTED} AND report_kind = 'abated'",
    "false": f"{_REPORTED} AND unoccurred = 'false'",
    "fact": f"{_REPORTED} AND unoccurred = 'fact'",
    "law": f"{_REPORTED} AND unoccurred = 'law'",
    "non_cognizable": f"{_REPORTED} AND unoccurred = 'non_cognizable'",
    "civil": f"{_REPORTED} AND unoccurred = 'civil'",
    "trial_before": f"{_TRIED} AND reported_on < %(since)s"
    " AND (decided_on IS NULL OR decided_on >= %(since)s)",
    "trial": f"{_TRIED} AND reported_on <= %(until)s"
    " AND (decided_on IS NULL OR decided_on > %(until)s)",
    "decided": _DECIDED,
    "convicted": f"{_DECIDED} AND verdict IN ('convicted', 'plea', 'probation')",
    "acquitted": f"{_DECIDED} AND verdict = 'acquitted'",
    "discharged": f"{_DECIDED} AND verdict = 'discharged'",
    "otherwise": f"{_DECIDED}"
    " AND verdict NOT IN ('convicted', 'plea', 'probation', 'acquitted', 'discharged')",
    "property": f"counted AND registered_on {_BETWEEN} AND stolen > 0",
    "recovered": f"counted AND registered_on {_BETWEEN} AND stolen > 0 AND recovered > 0",
    "old": f"counted AND legacy AND registered_on {_BETWEEN}",
    "no_relative": f"counted AND NOT legacy AND registered_on {_BETWEEN} AND no_relative > 0",
    "short_address": f"counted AND NOT legacy AND registered_on {_BETWEEN} AND short_address > 0",
}

# Pendency by age in days at the end of `until` (Reports*, the review that every State prints).
AGES = {
    "30": "age < 30",
    "60": "age BETWEEN 30 AND 60",
    "90": "age BETWEEN 61 AND 90",
    "180": "age BETWEEN 91 AND 180",
    "365": "age BETWEEN 181 AND 365",
    "more": "age > 365",
}
NONE = "-"  # of a head, place, hour or officer that is not known

# What a cell may be narrowed to besides, and how its value is met.
_NARROWER = {
    "head": "head = %(head)s",
    "place": "place = %(place)s",
    "hour": "hour IS NOT DISTINCT FROM nullif(%(hour)s, '-')::int",
    "officer": "officer_id IS NOT DISTINCT FROM nullif(%(officer)s, '-')::uuid",
    "penal": "penal = (%(penal)s = '1')",
}


@dataclass(frozen=True)
class Cut:
    """One cell: a measure, its days (both included) and what it is narrowed to.

    `narrowed` may have head, place, hour, officer (an id), penal ("1" or "0") and age.
    """

    measure: str
    since: date
    until: date
    narrowed: Mapping[str, str] = field(default_factory=dict)

    def only(self, **narrowed: str) -> Cut:
        return replace(self, narrowed={**self.narrowed, **narrowed})

    @property
    def condition(self) -> str:
        """SQL on `figure` beside AGE. Raises LookupError for what is not counted here."""
        parts = [MEASURES[self.measure]]
        for name, value in self.narrowed.items():
            parts.append(AGES[value] if name == "age" else _NARROWER[name])
        return " AND ".join(f"({one})" for one in parts)

    @property
    def told(self) -> dict[str, Any]:
        return {"since": self.since, "until": self.until, **self.narrowed}

    @property
    def query(self) -> str:
        """As it stands in an address; `cut_of` reads it."""
        days = {"since": self.since.isoformat(), "until": self.until.isoformat()}
        return urlencode({"measure": self.measure, **days, **self.narrowed})


AGE = "%(until)s::date - registered_on"


def cut_of(asked: Mapping[str, str]) -> Cut:
    """The cut of an address. Raises LookupError or ValueError for one that never was ours."""
    narrowed = {name: asked[name] for name in (*_NARROWER, "age") if name in asked}
    since, until = (date.fromisoformat(asked[name]) for name in ("since", "until"))
    cut = Cut(asked["measure"], since, until, narrowed)
    _checked(cut)
    return cut


def _checked(cut: Cut) -> None:
    if cut.condition and (hour := cut.narrowed.get("hour", NONE)) != NONE:
        int(hour)
    if (officer := cut.narrowed.get("officer", NONE)) != NONE:
        UUID(officer)


def last_days(until: date, days: int) -> tuple[date, date]:
    """So many days that end with one, both ends included."""
    return until - timedelta(days=days - 1), until
