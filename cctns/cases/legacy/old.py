"""An old FIR as values: a row of a file, read by a mapping, judged, refused or graded. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from . import dates, digits, people, places
from .forms import RawRow, Refusal
from .mapping import Mapping
from .offences import Offences, read_offences
from .quality import Lack, score


@dataclass(frozen=True, kw_only=True)
class OldFir:
    """What is brought in of one row. Times are Indian; `lacks` say why `quality` is below 100."""

    row: RawRow
    written_number: str
    number: digits.OldNumber
    station: tuple[str, str, str]  # code, name, district, as the file has them
    registered_at: datetime
    received_at: datetime | None
    occurred_from: datetime | None
    occurred_to: datetime | None
    kind: str
    information: str
    offences: Offences
    persons: tuple[people.OldPerson, ...]
    texts: dict[str, str]
    way: places.Way
    point: places.Point | None
    property_value: Decimal
    child: bool
    lacks: tuple[Lack, ...]

    @property
    def quality(self) -> int:
        return score(self.lacks)


class Refused(ValueError):
    """This row is not brought in."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.refusal = Refusal(code, sentence)


@dataclass
class _Reading:
    """One row on its way: its fields by our names, and the lacks found so far."""

    row: RawRow
    mapping: Mapping
    told: dict[str, str]
    now: datetime
    lacks: list[Lack] = field(default_factory=list)

    def text(self, name: str) -> str:
        return self.told.get(name, "")


def read(row: RawRow, mapping: Mapping, now: datetime) -> OldFir:
    """Raises Refused with the first reason for which the row cannot be kept."""
    if row.refusal:
        raise Refused(row.refusal.code, row.refusal.sentence)
    one = _Reading(row, mapping, mapping.read(row.columns), now)
    registered = _registered(one)
    number = _number(one, registered)
    start, end = _occurred(one, registered)
    received = _received(one, registered)
    day = (start or end or received or registered.at).date()
    persons, child = _persons(one)
    return OldFir(
        row=row,
        written_number=one.text("number")[:60],
        number=number,
        station=_station(one),
        registered_at=registered.at,
        received_at=received,
        occurred_from=start,
        occurred_to=end,
        kind="zero" if number.zero else _choice(one, "kind") or "ordinary",
        information=_information(one),
        offences=_offences(one, day),
        persons=persons,
        texts=_texts(one),
        way=_way(one),
        point=_point(one),
        property_value=_money(one),
        child=child,
        lacks=tuple(dict.fromkeys(one.lacks)),
    )


def _station(one: _Reading) -> tuple[str, str, str]:
    named = station_named(one.told, one.mapping)
    if not (named[0] or named[1]):
        raise Refused("station_missing", "the row names no station")
    return named


def station_named(told: dict[str, str], mapping: Mapping) -> tuple[str, str, str]:
    """Code, name and district of the station that a row names; empty where it does not."""
    code = told.get("station_code", "")
    name = " ".join(told.get("station_name", "").split())
    return (mapping.station_code_prefix + code if code else "", name, told.get("district", ""))


def _number(one: _Reading, registered: dates.Moment) -> digits.OldNumber:
    written = one.text("number")
    if not written:
        raise Refused("number_missing", "the row has no FIR number")
    year = digits.count(one.text("year")) or registered.at.year
    number = digits.fir_number(written, year=year)
    if number is None:
        raise Refused("number_unreadable", f"{written[:60]!r} is no FIR number")
    if number.year != registered.at.year:
        one.lacks.append(Lack.OTHER_YEAR)
    return number


def _moment(one: _Reading, name: str) -> dates.Moment | None:
    try:
        found = dates.moment(one.text(name), one.mapping.dates)
    except dates.NotADate as error:
        raise Refused(
            "date_unreadable", f"{name} is {str(error)[:60]!r}, which is no date"
        ) from None
    if found and not dates.possible(found, one.now):
        raise Refused(
            "date_impossible",
            f"{name} is {found.at:%d/%m/%Y}: in the future, or before 1861",
        )
    return found


def _registered(one: _Reading) -> dates.Moment:
    found = _moment(one, "registered_at")
    if found is None:
        raise Refused("date_missing", "the row has no date of registration")
    if not found.timed:
        one.lacks.append(Lack.HOUR)
    return found


def _received(one: _Reading, registered: dates.Moment) -> datetime | None:
    found = _moment(one, "received_at")
    if found and _later(found, registered):
        one.lacks.append(Lack.RECEIVED_LATE)
    return found.at if found else None


def _occurred(one: _Reading, registered: dates.Moment) -> tuple[datetime | None, datetime | None]:
    start, end = _moment(one, "occurred_from"), _moment(one, "occurred_to")
    if not (start or end):
        one.lacks.append(Lack.OCCURRED)
    if start and end and start.at > end.at:
        one.lacks.append(Lack.REVERSED)
        end = None
    last = end or start
    if last and _later(last, registered):
        one.lacks.append(Lack.REGISTERED_EARLY)
    return (start.at if start else None, end.at if end else None)


def _later(first: dates.Moment, second: dates.Moment) -> bool:
    """Where one of the two is a mere day, days are compared."""
    if first.timed and second.timed:
        return first.at > second.at
    return first.at.date() > second.at.date()


def _choice(one: _Reading, name: str) -> str:
    return one.mapping.code(name, one.text(name)) if one.text(name) else ""


def _information(one: _Reading) -> str:
    """IIF-I item 4."""
    found = _choice(one, "information")
    if not found:
        one.lacks.append(Lack.INFORMATION)
    return found


def _offences(one: _Reading, day: date) -> Offences:
    found = read_offences(one.text("act_section"), day)
    one.lacks.extend(found.lacks)
    return found


def _persons(one: _Reading) -> tuple[tuple[people.OldPerson, ...], bool]:
    found = people.read_persons(one.told, one.mapping)
    one.lacks.extend(found.lacks)
    return found.persons, found.child


LENGTHS = {
    "place": 1000,
    "village": 200,
    "district": 100,
    "pin": 6,
    "beat": 100,
    "crime_head": 200,
    "stage": 100,
    "officer": 200,
    "narrative": 100_000,
}


def _texts(one: _Reading) -> dict[str, str]:
    head = ": ".join(filter(None, (one.text("crime_group"), one.text("crime_head"))))
    officer = " ".join(filter(None, (one.text("officer_rank"), one.text("officer_name"))))
    found = {name: one.text(name) for name in LENGTHS}
    found |= {"place": places.once(found["place"]), "crime_head": head, "officer": officer}
    if not (found["place"] or found["village"]):
        blanked = one.mapping.holds_back("place", one.row.columns)
        one.lacks.append(Lack.PLACE_WITHHELD if blanked else Lack.PLACE)
    for name, lack in (
        ("narrative", Lack.NARRATIVE),
        ("crime_head", Lack.HEAD),
        ("officer", Lack.OFFICER),
    ):
        if not found[name]:
            one.lacks.append(lack)
    return {name: _fitting(one, name, text) for name, text in found.items()}


def _fitting(one: _Reading, name: str, text: str) -> str:
    if len(text) > LENGTHS[name]:
        one.lacks.append(Lack.SHORTENED)
    return text[: LENGTHS[name]]


def _way(one: _Reading) -> places.Way:
    found = places.way(one.text("way")) if one.text("way") else places.Way("", None)
    direction = _choice(one, "direction") or found.direction
    km = _decimal(one.text("distance_km")) if one.text("distance_km") else found.km
    if km is not None and not 0 <= km <= places.FARTHEST_KM:
        one.lacks.append(Lack.FAR)
        km = km if 0 <= km < 100_000 else None
    return places.Way(direction, km)


def _point(one: _Reading) -> places.Point | None:
    latitude, longitude = one.text("latitude"), one.text("longitude")
    if not (latitude and longitude):
        one.lacks.append(Lack.COORDINATES)
        return None
    found = places.point(latitude, longitude)
    if found is None:
        one.lacks.append(Lack.COORDINATES_ODD)
    elif found.swapped:
        one.lacks.append(Lack.COORDINATES_CROSSED)
    return found


def _money(one: _Reading) -> Decimal:
    found = _decimal(one.text("property_value").replace(",", ""))
    return found if found is not None and 0 <= found < 10**14 else Decimal(0)


def _decimal(text: str) -> Decimal | None:
    try:
        found = Decimal(digits.latin(text).strip())
        return found.quantize(Decimal("0.01")) if found.is_finite() else None
    except InvalidOperation:
        return None
