"""The one box for programs: the same answer that the page shows this posting."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status
from pydantic import field_validator

from cctns.cases.models import Fir
from cctns.cases.queries.anyone import Answer, Question, ask
from cctns.lib.text import clean_line
from cctns.search.box import Reading
from cctns.search.codes import Scope
from cctns.search.finding import ThingHit
from cctns.search.looking import Look, Purpose, PurposeWanted
from cctns.search.people import Hit
from cctns.search.queries import Narrowed

from .auth import posting_of
from .firs import fir_out
from .schemas import ERRORS, ErrorOut, FoundOut

router = Router(tags=["search"])


class Box(Schema):
    """Words as an officer types them; beyond one's own jurisdiction with reason and reference."""

    q: str
    reading: Reading | None = None
    scope: Scope = Scope.OWN
    reason: str = ""
    reference: str = ""
    role: str = ""
    sex: str = ""
    district: str = ""
    since: date | None = None
    until: date | None = None
    after: str = ""

    @field_validator("q", "reason", "reference", "role", "sex", "district", "after")
    @classmethod
    def whole(cls, told: str) -> str:
        return clean_line(told)

    @property
    def question(self) -> Question:
        only = Narrowed(self.role, self.sex, self.district, self.since, self.until)
        look = Look(self.scope, Purpose(self.reason, self.reference))
        return Question(self.q, str(self.reading or ""), look, only, self.after)


@router.get("/find", response={200: FoundOut, 400: ErrorOut, **ERRORS})
def find(request: HttpRequest, box: Query[Box]) -> Any:
    """Persons, things or FIRs; `next` is the `after` of the following page."""
    try:
        return found(ask(by=posting_of(request), question=box.question))
    except PurposeWanted as refusal:
        return Status(400, {"detail": refusal.reason, "field": "reason"})
    except ValueError as error:
        return Status(422, {"detail": str(error), "field": "after"})


def found(answer: Answer) -> dict[str, Any]:
    """An answer as plain data, also for the command line."""
    firs = answer.firs.firs if answer.firs else list(answer.sections.values())
    return {
        "reading": str(answer.understood.reading),
        "value": answer.understood.value,
        "people": [_person(one) for one in (answer.people.hits if answer.people else [])],
        "things": [_thing(one) for one in (answer.things.hits if answer.things else [])],
        "firs": [fir_out(one) for one in _ordered(answer, firs)],
        "next": answer.more,
    }


def _ordered(answer: Answer, firs: list[Fir]) -> list[Fir]:
    """FIRs found by words in the order of their hits."""
    if answer.texts is None:
        return firs
    return [answer.sections[one.id] for one in answer.texts.hits if one.id in answer.sections]


def _person(hit: Hit) -> dict[str, Any]:
    mention = hit.mention
    names = ("id", "state", "name", "alias", "relation", "relative_name", "sex", "birth_from")
    more = ("birth_to", "place", "district", "role", "standing", "number", "told_at", "closed")
    told = {name: getattr(mention, name) for name in (*names, *more)}
    reasons = [
        {"part": str(one.part), "asked": one.asked, "held": one.held, "level": str(one.level)}
        for one in hit.reasons
    ]
    return {**told, "office": mention.office_id, "score": round(hit.score, 3), "reasons": reasons}


def _thing(hit: ThingHit) -> dict[str, Any]:
    names = ("id", "kind", "shown", "what", "role", "number", "told_at")
    return {**{name: getattr(hit, name) for name in names}, "office": hit.office_id}
