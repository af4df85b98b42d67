"""Answers of an FIR that an officer could have written: from a story, a place and a moment.

Shapes are those of cctns.cases.answers; times are ISO 8601 with the Indian offset.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from cctns.lib.clock import IST

from .people import invent, rows, stories


@dataclass(frozen=True, kw_only=True)
class Station:
    """What a story needs to know of the station it is told at."""

    district: str
    officer: str  # police number of the investigating officer
    woman_officer: str
    other_station: str


def answers(random: Random, *, station: Station, received: datetime) -> dict[str, Any]:
    """A complete draft, ready to be registered, of information received at that moment."""
    story = random.choices(stories(), [one["weight"] for one in stories()])[0]
    hindi = random.random() < 0.6
    happened = received - timedelta(minutes=random.randint(40, 60 * 20))
    place = random.choice(rows("places.csv"))["hindi" if hindi else "latin"]
    accused = invent(random, hindi=hindi, district=station.district, sex="male")
    plate = f"ZZ-{random.randint(1, 40):02d}-{random.choice('ABCDEF')}{random.choice('ABCDEF')}-"
    plate += f"{random.randint(1, 9999):04d}"
    told = {
        "plate": plate,
        "place": place,
        "time": f"{happened.astimezone(IST):%H:%M}",
        "accused": accused.name,
    }
    zero = story["kind"] == "zero"
    return {
        "kind": story["kind"],
        "information": _information(random, story["kind"]),
        "received_at": _text(received),
        "court_order": "Order in miscellaneous application" if story["kind"] == "court" else "",
        "occurred_from": _text(happened),
        "occurred_to": _text(happened + timedelta(minutes=random.randint(5, 30))),
        "place": place,
        "village": place,
        "district_name": station.district,
        "state_name": "Namuna Pradesh",
        "direction": random.choice(("N", "NE", "E", "SE", "S", "SW", "W", "NW")),
        "distance_km": f"{random.randint(3, 90) / 10}",
        "beat": f"Beat {random.randint(1, 6)}",
        "outside_limits": zero,
        "outside_station": station.other_station if zero else "",
        "persons": _persons(random, story, station, hindi, accused),
        "offences": [_offence(one) for one in story["sections"]],
        "things": [_thing(random, one, plate) for one in story["property"]],
        "narrative": story["hi" if hindi else "en"].format(**told),
        "action": "transfer" if zero else "investigate",
        "investigating_officer": "" if zero else station.officer,
        "woman_officer": station.woman_officer if story.get("victim") else "",
        "read_over": True,
        "attestation": "esign" if story["kind"] == "efir" else random.choice(_SIGNED),
    }


_SIGNED = ("signature", "signature", "signature", "thumb")


def _text(moment: datetime) -> str:
    return moment.astimezone(IST).replace(second=0, microsecond=0).isoformat()


def _information(random: Random, kind: str) -> str:
    fixed = {"efir": "electronic", "suo_motu": "suo_motu", "court": "court"}
    return fixed.get(kind) or random.choice(("oral", "written"))


def _persons(
    random: Random, story: dict[str, Any], station: Station, hindi: bool, accused: Any
) -> list[dict[str, Any]]:
    teller = invent(random, hindi=hindi, district=station.district, sex=story["sex"])
    persons = [teller.mention("complainant", also_victim=bool(story.get("victim")))]
    if story.get("child"):
        child = invent(random, hindi=hindi, district=station.district, sex="female", age=10)
        persons.append(child.mention("victim"))
    return persons + _accused(random, story["accused"], accused)


def _accused(random: Random, how: str, accused: Any) -> list[dict[str, Any]]:
    if how in ("known", "suspected"):
        height = random.randint(155, 182)
        features = {"height_cm": height, "build": random.choice(_BUILDS)}
        told = accused.mention("accused", knowledge=how, phone="", features=features)
        return [told | _again(height)]
    count = int(how.removeprefix("unknown") or 1)
    return [{"role": "accused", "knowledge": "unknown", "unknown_count": count, "sex": "unknown"}]


def _again(height: int) -> dict[str, Any]:
    """One accused in seven is a man who is known already, as another station wrote him."""
    spellings = rows("spellings.csv")
    if height % 7:
        return {}
    one = spellings[height // 7 % len(spellings)]
    told = {"name": one["name"], "relative_name": one["relative"], "age": int(one["age"])}
    return {**told, "sex": "male", "relation": "father"}


_BUILDS = ("thin", "medium", "stout")


def _offence(written: str) -> dict[str, Any]:
    act, number = written.split(" ", 1)
    return {"act": act, "number": number}


def _thing(random: Random, one: dict[str, Any], plate: str) -> dict[str, Any]:
    low, high = one["value"]
    value = random.randint(low // 100, high // 100) * 100
    return {
        "property_class": one["property_class"],
        "involvement": one.get("involvement", "stolen"),
        "description": one["description"],
        "value": str(value) if value else None,
        "particulars": _particulars(random, one["particulars"], plate),
    }


def _particulars(random: Random, kind: str, plate: str) -> dict[str, str]:
    if kind == "vehicle":
        return {"registration": plate, "colour": random.choice(("black", "red", "white", "blue"))}
    if kind == "phone":
        return {"imei1": f"35{random.randint(10**12, 10**13 - 1)}"}
    return {}
