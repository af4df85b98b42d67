"""A lookout as it is told to others: who sees it, under which title, what it is matched by.

The same document goes to other nodes. Whom the law protects is told by what helps to recognise
them, never by name (JJ Act 74, BNS 72, BNSS 398); the keys of the name travel all the same, as
numbers out of which no name is read.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from cctns.lib.clock import IST, now
from cctns.people.told import born, phones
from cctns.search import vocabulary
from cctns.search.question import Asked, Question

from . import areas, keys, mo
from .codes import Reach, Subject
from .keys import Key
from .models import Lookout, Notice, Watch
from .rules import until


def document(one: Lookout) -> dict[str, Any]:
    """All that another office or node is told, as plain JSON; of a lookout that was checked."""
    assert one.validated_at is not None  # nothing is told before it is checked
    told = areas.read(one.areas)
    states, districts = {one.state, *told.states}, {*told.districts}
    if one.reach == Reach.NEIGHBOURS:
        own = one.office.district_id
        states, districts = {*told.states}, districts | ({own} if own else set())
    return {
        "id": str(one.pk),
        "state": one.state,
        "office_id": str(one.office_id),
        "office_name": one.office.name,
        "number": one.number,
        "subject": one.subject,
        "title": title(one),
        "why": "" if one.closed else one.why,
        "handling": one.handling,
        "urgency": one.urgency,
        "everywhere": one.reach == Reach.NATION,
        "states": sorted(states),
        "districts": sorted(districts),
        "closed": one.closed,
        "ground_ids": [str(id_) for id_ in (one.record_id, one.case_id) if id_],
        "person": person(one),
        "method": asdict(mo.pattern_of(one)) if one.subject == Subject.METHOD else None,
        "since": (one.checked_at or one.validated_at).isoformat(),
        "until": ended(one).isoformat(),
        "validated_at": one.validated_at.isoformat(),
        "version": one.version,
        "keys": [list(key) for key in sorted(watched(one))],
    }


def ended(one: Lookout) -> datetime:
    """When it stops holding, as it stands now."""
    assert one.validated_at is not None
    return one.ended_at or until(one.expires_on, one.validated_at)


def title(one: Lookout) -> str:
    """What the alert says is looked for."""
    if one.subject == Subject.METHOD:
        return one.get_crime_head_display()
    if one.subject != Subject.PERSON:
        return ", ".join(f"{line.get_kind_display()} {line.number}" for line in one.numbers.all())
    age = f", {one.age}" if one.age is not None else ""
    if one.closed:
        return f"{one.get_ground_display()}: {one.get_sex_display()}{age}"
    kin = f", {one.get_relation_display()} {one.relative_name}" if one.relative_name else ""
    return f"{one.name}{kin}{age}"[:300]


def person(one: Lookout) -> dict[str, Any] | None:
    """What the score is made from; nothing of whom the law protects."""
    if one.subject != Subject.PERSON or one.closed:
        return None
    others = [other for other in one.alias.split(",") if other.strip()]
    first, _last = born(one, one.happened_at.astimezone(IST).year)
    return {
        "text": " @ ".join([one.name, *others]),
        "relative": one.relative_name,
        "birth_year": first,
        "sex": "" if one.sex == "unknown" else one.sex,
        "place": one.district_name,
        "phone": one.mobile,
        "marks": one.why,
    }


def watched(one: Lookout) -> set[Key]:
    """The keys of its numbers, and of its person with aliases."""
    found = {
        key
        for line in one.numbers.all()
        if (key := keys.of_number(line.kind, line.number)) is not None
    }
    if one.subject != Subject.PERSON:
        return found | ({keys.of_head(one.crime_head)} if one.subject == Subject.METHOD else set())
    birth = born(one, one.happened_at.astimezone(IST).year)
    for name in filter(None, (one.name, *one.alias.split(","))):
        asked = Asked(name, relative=one.relative_name)
        question = Question(asked, vocabulary.held(), now().year)
        found |= keys.of_person(question, birth, one.district_name, phones(one.phone, one.mobile))
    return found


def put(document: dict[str, Any], trail: list[list[str]] | None = None) -> bool:
    """Store what was told, in the place of an older version; whether it was new here.

    An older version that comes late changes nothing.
    """
    told = dict(document)
    rows = told.pop("keys")
    held = Notice.objects.filter(pk=told["id"]).values_list("version", flat=True).first()
    if held is not None and held >= told["version"]:
        return False
    told["looked_back"] = False
    Notice.objects.update_or_create(pk=told.pop("id"), defaults={**told, "trail": trail or []})
    Watch.objects.filter(notice_id=document["id"]).delete()
    Watch.objects.bulk_create(
        [
            Watch(notice_id=document["id"], state=document["state"], key=key, part=part, text=text)
            for key, part, text in rows
        ],
        ignore_conflicts=True,
    )
    return True
