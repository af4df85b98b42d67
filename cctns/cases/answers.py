"""The answers of an FIR draft as one typed value: what the wizard saves and the rules judge.

Times are aware datetimes; in JSON they are ISO 8601 with offset. Pure: no ORM, no clock.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Paper:
    """Items 6(e) and 6(f). `number` is as typed; a saved draft holds `last4` and `secret` instead.

    `secret` is the sealed number in hexadecimal (people.secrets, bound to the draft's id).
    """

    kind: str = ""
    number: str = ""
    last4: str = ""
    secret: str = ""
    issued_on: date | None = None
    issued_at: str = ""


@dataclass(frozen=True, kw_only=True)
class Person:
    """IIF-I items 6 and 7 for one person; `features` has the lines of people.features."""

    role: str = "complainant"
    name: str = ""
    alias: str = ""
    relation: str = ""
    relative_name: str = ""
    sex: str = "unknown"
    born_on: date | None = None
    birth_year: int | None = None
    age: int | None = None
    nationality: str = ""
    occupation: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    house: str = ""
    street: str = ""
    landmark: str = ""
    village: str = ""
    area: str = ""
    district_name: str = ""
    state_name: str = ""
    pin: str = ""
    permanent_address: str = ""
    papers: tuple[Paper, ...] = ()
    also_victim: bool = False
    knowledge: str = ""
    unknown_count: int | None = None
    child_in_conflict: bool = False
    protected: bool = False
    features: dict[str, Any] = field(default_factory=dict)

    @property
    def has_address(self) -> bool:
        return bool(self.village or self.street or self.house)

    def age_on(self, day: date) -> int | None:
        """Whole years on a day, from the best of birth date, year of birth and stated age."""
        if self.born_on:
            before_birthday = (day.month, day.day) < (self.born_on.month, self.born_on.day)
            return day.year - self.born_on.year - before_birthday
        if self.birth_year:
            return day.year - self.birth_year
        return self.age


@dataclass(frozen=True, kw_only=True)
class Offence:
    """Item 2: an Act's code in the law tables and a section of it."""

    act: str
    number: str
    read_with: bool = False


@dataclass(frozen=True, kw_only=True)
class Thing:
    """Item 9: one piece of property; `particulars` has the lines of cases.annexures."""

    property_class: str = "other"
    involvement: str = "stolen"
    description: str = ""
    value: Decimal | None = None
    particulars: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class FirAnswers:
    """Everything the officer has written so far; empty where nothing was written yet."""

    kind: str = "ordinary"
    language: str = ""
    information: str = ""
    received_at: datetime | None = None
    court_order: str = ""
    time_known: bool = True
    occurred_from: datetime | None = None
    occurred_to: datetime | None = None
    occurred_prior_to: bool = False
    pahar: str = ""
    place: str = ""
    house: str = ""
    street: str = ""
    landmark: str = ""
    village: str = ""
    area: str = ""
    district_name: str = ""
    state_name: str = ""
    pin: str = ""
    direction: str = ""
    distance_km: Decimal | None = None
    beat: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    outside_limits: bool = False
    outside_station: str = ""
    outside_district: str = ""
    outside_state: str = ""
    persons: tuple[Person, ...] = ()
    offences: tuple[Offence, ...] = ()
    things: tuple[Thing, ...] = ()
    delay_code: str = ""
    delay_reason: str = ""
    inquest_reference: str = ""
    narrative: str = ""
    action: str = ""
    action_detail: str = ""
    investigating_officer: str = ""
    sensitive: bool = False
    sensitive_reason: str = ""
    woman_officer: str = ""
    informant_disabled: bool = False
    recorded_where: str = ""
    interpreter: str = ""
    video_reference: str = ""
    read_over: bool = False
    attestation: str = ""

    def of_role(self, role: str) -> tuple[Person, ...]:
        return tuple(person for person in self.persons if person.role == role)

    @property
    def victims(self) -> tuple[Person, ...]:
        return tuple(one for one in self.persons if one.role == "victim" or one.also_victim)

    @property
    def total_value(self) -> Decimal:
        return sum((thing.value for thing in self.things if thing.value), Decimal(0))


_READERS: dict[str, Any] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "Decimal": Decimal,
}
_LISTS: dict[str, type] = {
    "persons": Person,
    "offences": Offence,
    "things": Thing,
    "papers": Paper,
}


def from_json(answers: dict[str, Any]) -> FirAnswers:
    """Read a draft's stored answers. Raises ValueError for a key or value that never was ours."""
    read: FirAnswers = _read(FirAnswers, answers)
    return read


def to_json(answers: FirAnswers) -> dict[str, Any]:
    """The way back: plain JSON, what is empty left out."""
    told: dict[str, Any] = _plain(answers)
    return told


def _read(kind: type, values: Any) -> Any:
    if not isinstance(values, dict):
        raise ValueError(f"{kind.__name__} is not a set of fields")
    known = {one.name: str(one.type) for one in fields(kind)}
    unknown = values.keys() - known.keys()
    if unknown:
        raise ValueError(f"{kind.__name__} has no {', '.join(sorted(unknown))}")
    return kind(**{name: _value(name, known[name], value) for name, value in values.items()})


def _value(name: str, kind: str, value: Any) -> Any:
    if name in _LISTS:
        return tuple(_read(_LISTS[name], item) for item in value)
    if value is None:
        return None if "None" in kind else _refuse(name, value)
    return _scalar(name, kind.removesuffix(" | None"), value)


def _scalar(name: str, kind: str, value: Any) -> Any:
    if kind in _READERS:
        if isinstance(value, date | Decimal):
            return value
        text = str(value) if type(value) is int and kind == "Decimal" else value
        return _read_text(name, kind, text) if isinstance(text, str) else _refuse(name, value)
    fits = {"str": str, "int": int, "bool": bool}.get(kind, dict)
    if not isinstance(value, fits) or (kind == "int" and isinstance(value, bool)):
        return _refuse(name, value)
    return value


def _read_text(name: str, kind: str, value: str) -> Any:
    try:
        read = _READERS[kind](value)
    except (ValueError, InvalidOperation):
        return _refuse(name, value)
    aware = not isinstance(read, datetime) or read.tzinfo is not None
    finite = not isinstance(read, Decimal) or read.is_finite()
    return read if aware and finite else _refuse(name, value)


def _refuse(name: str, value: Any) -> Any:
    raise ValueError(f"{name} cannot be {str(value)[:40]!r}")


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        told = {one.name: getattr(value, one.name) for one in fields(value)}
        return {
            name: _plain(item)
            for name, item in told.items()
            if name == "time_known" or (item not in (None, "", (), {}) and item is not False)
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
