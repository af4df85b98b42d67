"""FIRs, cases and the day's duties, as far as the caller's posting sees them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest
from ninja import Query, Router, Schema, Status
from pydantic import field_validator

from cctns.cases import masking, queries
from cctns.cases.models import Case, Fir
from cctns.cases.queries import Wanted
from cctns.journal.read import history
from cctns.lib.text import clean_line

from .auth import posting_of
from .schemas import ERRORS, CaseOut, DutyOut, EntryOut, ErrorOut, FirPageOut

router = Router(tags=["cases"])
_NOT_FOUND = "There is no such FIR within your jurisdiction."


class FirFilter(Schema):
    """Every part that is given must hold; dates are days in Indian time, both included."""

    number: str = ""
    since: date | None = None
    until: date | None = None
    act: str = ""
    section: str = ""
    station: UUID | None = None
    officer: str = ""
    name: str = ""
    exact_name: bool = False
    after: str = ""

    @field_validator("number", "act", "section", "officer", "name", "after")
    @classmethod
    def whole(cls, told: str) -> str:
        """A word that was damaged on its way is said to be so, at its field."""
        return clean_line(told)


@router.get("/firs", response={200: FirPageOut, **ERRORS})
def find_firs(request: HttpRequest, wanted: Query[FirFilter]) -> Any:
    """One page of FIRs, newest first; `next` is the `after` of the following page."""
    try:
        page = queries.find_firs(by=posting_of(request), wanted=Wanted(**wanted.dict()))
    except ValueError as error:
        return Status(422, {"detail": str(error), "field": "after"})
    return {"firs": [fir_out(one) for one in page.firs], "next": page.next_cursor}


@router.get("/firs/{fir_id}", response={200: CaseOut, 404: ErrorOut, **ERRORS})
def one_case(request: HttpRequest, fir_id: UUID) -> Any:
    """A case with its persons; who and what the law hides from this posting is withheld."""
    posting = posting_of(request)
    try:
        case = queries.case_for(by=posting, fir_id=fir_id)
    except ObjectDoesNotExist:
        return Status(404, {"detail": _NOT_FOUND})
    return _case(case, masking.shown_fir(case, posting), masking.shown_parties(case, by=posting))


@router.get("/firs/{fir_id}/history", response={200: list[EntryOut], 404: ErrorOut, **ERRORS})
def case_history(request: HttpRequest, fir_id: UUID) -> Any:
    """What the journal holds of this FIR and its case, oldest first."""
    try:
        case = queries.case_for(by=posting_of(request), fir_id=fir_id)
    except ObjectDoesNotExist:
        return Status(404, {"detail": _NOT_FOUND})
    entries = [*history(case.fir_id), *history(case.pk)]
    return [_entry(one) for one in sorted(entries, key=lambda one: (one.epoch, one.seq))]


@router.get("/worklist", response={200: list[DutyOut], **ERRORS})
def worklist(request: HttpRequest) -> Any:
    """What waits at this station, the most urgent first."""
    return [
        {"verb": one.verb, "number": one.number, "due_at": one.due_at, "source": one.source}
        for one in queries.worklist(by=posting_of(request))
    ]


def fir_out(fir: Fir) -> dict[str, Any]:
    """One FIR of a list, without its persons."""
    return {
        "id": fir.pk,
        "number": fir.number,
        "station": fir.office.name,
        "registered_at": fir.registered_at,
        "sections": [str(one) for one in fir.sections.all()],
        "legacy": fir.legacy,
        "quality": fir.quality,
    }


def _case(case: Case, fir: Fir, parties: list[Any]) -> dict[str, Any]:
    officer = case.investigating_officer
    return {
        "fir": fir_out(fir),
        "status": case.status,
        "investigating_officer": str(officer) if officer else "",
        "occurred_from": fir.occurred_from,
        "occurred_to": fir.occurred_to,
        "received_at": fir.received_at,
        "place": fir.place,
        "persons": parties,
        "copy_given_at": case.copy_given_at,
        "dispatched_at": case.dispatched_at,
    }


def _entry(entry: Any) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "recorded_at": entry.recorded_at,
        "office": entry.office_id,
        "epoch": entry.epoch,
        "seq": entry.seq,
        "version": entry.version,
        "leaf": bytes(entry.leaf).hex(),
    }
