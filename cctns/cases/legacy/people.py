"""Persons of an old FIR: by name where the file has names, else counts of men and women."""

from __future__ import annotations

from dataclasses import dataclass

from .digits import count, latin
from .mapping import Mapping
from .quality import Lack

_LONGEST_NAME = 200


@dataclass(frozen=True, kw_only=True)
class OldPerson:
    """One person, or `unknown_count` persons without names."""

    role: str
    name: str = ""
    relative_name: str = ""
    sex: str = "unknown"
    age: int | None = None
    phone: str = ""
    village: str = ""
    unknown_count: int | None = None
    child: bool = False  # under 18, by age or by the column that counts them


@dataclass(frozen=True)
class Persons:
    """`child`: a victim under 18 is among them (JJ Act 2015 s.2(12))."""

    persons: tuple[OldPerson, ...]
    child: bool
    lacks: tuple[Lack, ...]


_COUNTED = (
    ("victims_male", "victim", "male"),
    ("victims_female", "victim", "female"),
    ("victims_boys", "victim", "male"),
    ("victims_girls", "victim", "female"),
    ("victims_unknown", "victim", "unknown"),
    ("accused_count", "accused", "unknown"),
)
_CHILDREN = ("victims_boys", "victims_girls")


def read_persons(told: dict[str, str], mapping: Mapping) -> Persons:
    """Complainant, victims, accused, in the order of IIF-I items 6 and 7."""
    lacks: list[Lack] = []
    victims = _named(told, "victim", "victim_names", "victim_ages")
    accused = _named(told, "accused", "accused_names", "")
    counts = {name: _count(told[name], lacks) if name in told else 0 for name, _, _ in _COUNTED}
    counted = [
        OldPerson(role=role, sex=sex, unknown_count=counts[name], child=name in _CHILDREN)
        for name, role, sex in _COUNTED
        if counts[name] and not (victims if role == "victim" else accused)
    ]
    persons = [*_complainant(told, mapping, lacks), *victims, *accused, *counted]
    child = any(one.child for one in victims) or any(counts[name] for name in _CHILDREN)
    return Persons(tuple(persons), child, tuple(lacks))


def _complainant(told: dict[str, str], mapping: Mapping, lacks: list[Lack]) -> list[OldPerson]:
    name = told.get("complainant_name", "")
    if not name:
        lacks.append(Lack.COMPLAINANT)
        return []
    sex = told.get("complainant_sex", "")
    return [
        OldPerson(
            role="complainant",
            name=name[:_LONGEST_NAME],
            relative_name=told.get("complainant_relative", "")[:_LONGEST_NAME],
            sex=(mapping.code("complainant_sex", sex) if sex else "") or "unknown",
            age=_age(told.get("complainant_age", "")),
            child=_young(told.get("complainant_age", "")),
            phone=latin(told.get("complainant_phone", ""))[:20],
            village=told.get("complainant_address", "")[:_LONGEST_NAME],
        )
    ]


def _named(told: dict[str, str], role: str, names: str, ages: str) -> list[OldPerson]:
    if names not in told:
        return []
    found = [name.strip() for name in told[names].split(";")]
    old = [age.strip() for age in told.get(ages, "").split(";")]
    old += [""] * (len(found) - len(old))
    return [
        OldPerson(role=role, name=name[:_LONGEST_NAME], age=_age(age), child=_young(age))
        for name, age in zip(found, old, strict=False)
        if name
    ]


def _age(text: str) -> int | None:
    found = count(text) if text else None
    return found if found is not None and 0 < found <= 120 else None


def _young(text: str) -> bool:
    age = _age(text)
    return age is not None and age < 18


def _count(text: str, lacks: list[Lack]) -> int:
    found = count(text)
    if found is None:
        lacks.append(Lack.COUNTS)
    return found or 0
