"""What registers give to the search: rolls, persons found, bodies identified, unowned things."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any
from uuid import UUID

from cctns.lib.clock import IST
from cctns.people.models import Mention
from cctns.people.told import born, born_by, marks, named
from cctns.search import sources
from cctns.search.codes import Closed, Role, ThingRole
from cctns.search.mentions import MentionRow
from cctns.search.numbers import found_in, key_of
from cctns.search.rows import ThingRow
from cctns.search.sources import Told

from .models import Body, Character, FoundPerson, Property, Stranger

ADULT = 18
# Of a body the register asks for no more than who it was.
_UNTOLD = {"alias": "", "relation": "", "place": "", "phones": ()}


def register() -> None:
    sources.register("strangers", {"stranger"}, _people("stranger", Stranger, _stranger))
    sources.register("characters", {"character"}, _people("character", Character, _character))
    sources.register("found", {"found"}, _people("found", FoundPerson, _found))
    sources.register("bodies", {"body"}, _people("body", Body, _body))
    sources.register("property", {"property"}, _things)


def _people(kind: str, model: Any, told: Callable[[Any], dict[str, Any]]) -> sources.Load:
    def load(wanted: Collection[UUID]) -> Told:
        entries = list(model.objects.filter(pk__in=wanted))
        rows = [_mention(kind, one, told(one)) for one in entries if one.name]
        # A sheet that was closed, upon an acquittal above all, is no mark on anybody.
        rows = [row for row in rows if (row.role, row.standing) != ("bad_character", "closed")]
        return Told({kind: [one.pk for one in entries]}, rows)

    return load


def _mention(kind: str, one: Any, told: dict[str, Any]) -> MentionRow:
    first, last = told.pop("born", None) or born(one, one.happened_at.astimezone(IST).year)
    return MentionRow(
        **{
            **(named(one) if isinstance(one, Mention) else _UNTOLD),
            "id": one.pk,
            "state": one.state,
            "record_kind": kind,
            "record_id": one.pk,
            "case_id": None,
            "office_id": one.office_id,
            "birth_from": first,
            "birth_to": last,
            "district": getattr(one, "district_name", ""),
            "marks": "",
            "number": one.number,
            "told_at": one.recorded_at,
            "standing": one.stage,
            "closed": str(Closed.CHILD if _is_child(getattr(one, "age", None)) else Closed.OPEN),
            **told,
        }
    )


def _is_child(age: int | None) -> bool:
    return age is not None and age < ADULT


def _stranger(_one: Stranger) -> dict[str, Any]:
    return {"role": str(Role.STRANGER)}


def _character(_one: Character) -> dict[str, Any]:
    return {"role": str(Role.BAD_CHARACTER), "closed": str(Closed.SHEET)}


def _found(one: FoundPerson) -> dict[str, Any]:
    return {
        "role": str(Role.FOUND),
        "born": born_by(one.age_from, one.age_to, one.happened_at.astimezone(IST).year),
        "closed": str(Closed.CHILD if _is_child(one.age_from) else Closed.OPEN),
        "marks": marks(one.features),
    }


def _body(one: Body) -> dict[str, Any]:
    return {
        "name": one.name,
        "relative_name": one.relative_name,
        "sex": one.sex,
        "role": str(Role.BODY),
        "born": born_by(one.age_from, one.age_to, one.happened_at.astimezone(IST).year),
        "closed": str(Closed.CHILD if _is_child(one.age_from) else Closed.OPEN),
        "marks": marks(one.features),
    }


def _things(wanted: Collection[UUID]) -> Told:
    entries = list(Property.objects.filter(pk__in=wanted).prefetch_related("items"))
    rows = [row for one in entries for row in _numbers(one)]
    return Told({"property": [one.pk for one in entries]}, things=rows)


def _numbers(one: Property) -> Iterator[ThingRow]:
    for item in one.items.all():
        for kind, shown in found_in(item.description):
            yield ThingRow(
                id=item.pk,
                state=one.state,
                record_kind="property",
                record_id=one.pk,
                case_id=None,
                office_id=one.office_id,
                kind=str(kind),
                key=key_of(shown),
                shown=shown,
                what=item.description,
                role=str(ThingRole.LOST if one.kind == "lost" else ThingRole.FOUND),
                number=one.number,
                told_at=one.recorded_at,
            )
