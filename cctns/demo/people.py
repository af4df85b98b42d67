"""Invented persons: names in both scripts, relatives, ages, addresses and telephone numbers."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from random import Random
from typing import Any


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """A packaged table of the demo, read once."""
    text = _file(name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def stories() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(_file("stories.json").read_text(encoding="utf-8")))


def _file(name: str) -> Any:
    return resources.files("cctns.demo").joinpath("data", name)


@dataclass(frozen=True)
class Invented:
    """One person, as the station's language writes them."""

    name: str
    sex: str
    relation: str
    relative_name: str
    age: int
    village: str
    district_name: str
    phone: str

    def mention(self, role: str, **more: Any) -> dict[str, Any]:
        """As a person of an FIR's answers."""
        return {
            "role": role,
            "name": self.name,
            "sex": self.sex,
            "relation": self.relation,
            "relative_name": self.relative_name,
            "age": self.age,
            "village": self.village,
            "district_name": self.district_name,
            "state_name": "Namuna Pradesh",
            "phone": self.phone,
            "nationality": "Indian",
            **more,
        }


def invent(random: Random, *, hindi: bool, district: str, sex: str = "", age: int = 0) -> Invented:
    script = "hindi" if hindi else "latin"
    sex = sex or random.choices(("male", "female"), (3, 1))[0]
    surname = random.choice(rows("surnames.csv"))[script]
    husband = sex == "female" and not age and random.random() < 0.6
    return Invented(
        name=f"{_given(random, sex, script)} {surname}",
        sex=sex,
        relation="husband" if husband else "father",
        relative_name=f"{_given(random, 'male', script)} {surname}",
        age=age or random.randint(19, 68),
        village=random.choice(rows("places.csv"))[script],
        district_name=district,
        phone=f"90000{random.randint(10000, 99999)}",
    )


def _given(random: Random, sex: str, script: str) -> str:
    return random.choice([one for one in rows("names.csv") if one["sex"] == sex])[script]
