"""A lookout raised from a record takes over what that record knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from cctns.cases import masking
from cctns.cases.models import Accused, Case, Missing, Proclamation
from cctns.cases.sought.things import KINDS
from cctns.offices import access
from cctns.offices.models import Posting
from cctns.registers.models import Process

from .codes import Ground, Handling, NumberKind, Subject

Lines = Mapping[str, list[dict[str, Any]]]
_PERSON = (
    *("name", "alias", "relation", "relative_name", "sex", "age", "birth_year", "mobile"),
    *("house", "street", "landmark", "village", "area", "district_name", "state_name", "pin"),
)


def prefill(by: Posting, entry: Any) -> Lines:
    """Fill a new lookout from the record that it shall stand on (`record_id`), as far as `by` may.

    A missing person, a warrant, an accused, a proclamation, or the FIR of a case.
    """
    if entry.record_id is None:
        return {}
    for model, fill in _FILLS:
        found = model._base_manager.filter(pk=entry.record_id).first()
        if found is not None:
            return fill(by, entry, found)
    return _of_fir(by, entry)


def _of_missing(by: Posting, entry: Any, missing: Missing) -> Lines:
    access.require(by, "register.view", missing.office)
    _copy(entry, missing)
    entry.subject, entry.ground, entry.handling = Subject.PERSON, Ground.MISSING, Handling.PROTECT
    entry.appears_child = missing.is_child
    entry.stands_on = f"{missing.number}, {missing.office.name}"
    return {}


def _of_process(by: Posting, entry: Any, process: Process) -> Lines:
    access.require(by, "register.view", process.office)
    _copy(entry, process)
    entry.subject, entry.ground = Subject.PERSON, Ground.WARRANT
    entry.stands_on = f"{process.process_number}, {process.court_name}"
    return {}


def _of_accused(by: Posting, entry: Any, accused: Accused) -> Lines:
    access.require(by, "case.view", accused.office)
    if masking.sees_all(accused.case, by) or not accused.child_in_conflict:
        _copy(entry, accused)
    entry.appears_child = accused.child_in_conflict
    entry.subject, entry.ground = Subject.PERSON, Ground.FIR
    return _of_case(entry, accused.case)


def _of_proclamation(by: Posting, entry: Any, made: Proclamation) -> Lines:
    lines = _of_accused(by, entry, made.accused)
    entry.ground = Ground.PROCLAIMED
    return lines


_FILLS: tuple[tuple[Any, Callable[[Posting, Any, Any], Lines]], ...] = (
    (Missing, _of_missing),
    (Process, _of_process),
    (Accused, _of_accused),
    (Proclamation, _of_proclamation),
)


def _of_fir(by: Posting, entry: Any) -> Lines:
    case = Case.objects.filter(fir=entry.record_id).select_related("fir", "office").first()
    if case is None:
        entry.record_id = None
        return {}
    access.require(by, "case.view", case.office)
    entry.subject, entry.ground = Subject.VEHICLE, Ground.FIR
    _of_case(entry, case)
    numbers = [
        {"kind": str(NumberKind(kind)), "number": str(thing.particulars[name])}
        for thing in case.fir.property.all()
        for name, kind in KINDS.items()
        if thing.particulars.get(name)
    ]
    return {"numbers": numbers} if numbers else {}


def _of_case(entry: Any, case: Case) -> Lines:
    entry.case_id, entry.record_id = case.pk, case.fir_id
    entry.stands_on = f"FIR {case.fir.number}, {case.office.name}"
    return {}


def _copy(entry: Any, source: Any) -> None:
    for name in _PERSON:
        setattr(entry, name, getattr(source, name))


def case_of(record_id: UUID) -> UUID | None:
    """The case of an FIR: what comes from there is no hit."""
    return Case.objects.filter(fir=record_id).values_list("pk", flat=True).first()
