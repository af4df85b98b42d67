"""Districts and States that an officer names: codes of the Local Government Directory."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from cctns.offices.models import District, State


@dataclass(frozen=True)
class Areas:
    """Codes, and the names that are none."""

    states: tuple[int, ...]
    districts: tuple[int, ...]
    unknown: tuple[str, ...]


def read(told: str) -> Areas:
    """Names between commas, in English or Hindi; a name that several districts bear means all."""
    states: list[int] = []
    districts: list[int] = []
    unknown = []
    for name in filter(None, (one.strip() for one in told.split(","))):
        found = _codes(State, name)
        within = [] if found else _codes(District, name)
        states += found
        districts += within
        if not found and not within:
            unknown.append(name)
    return Areas(tuple(states), tuple(districts), tuple(unknown))


def _codes(model: type[State] | type[District], name: str) -> list[int]:
    named = Q(name__iexact=name) | Q(name_hi=name)
    return list(model._default_manager.filter(named).values_list("code", flat=True))
