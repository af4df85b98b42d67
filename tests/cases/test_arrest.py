"""Arrest and surrender, IIF-III: what the law asks first, and what the database refuses."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.cases.books.arrest import ARREST
from cctns.cases.books.custody import BAIL
from cctns.cases.models import Accused, Arrest
from cctns.journal.models import JournalEntry
from cctns.lib.clock import IST, now, played
from cctns.lib.ids import uuid7
from cctns.offices.access import Refused
from cctns.offices.models import Posting
from cctns.registers.models import GeneralDiaryEntry
from cctns.registers.rules import NotPossible

from .investigating import another_accused, arrest_of, go_on, named_accused, opened, write
from .made import accused, complainant


def test_an_arrest_names_the_accused_of_the_fir(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    arrest = arrest_of(io, case)
    person = Accused.objects.get()
    assert person.pk == named_accused(case).pk
    assert (person.code, person.stage, person.features["build"]) == ("A1", "arrested", "thin")
    assert arrest.gd_entry is not None
    assert "A1" in arrest.gd_entry.text
    assert GeneralDiaryEntry.objects.filter(subject_id=case.fir_id, kind="arrest").exists()
    refs = JournalEntry.objects.get(kind="arrest.recorded").refs
    assert {case.fir_id, person.pk} <= set(refs)


def test_its_life_to_the_magistrate(sho: Posting, io: Posting) -> None:
    arrest = arrest_of(io, opened(sho, io))
    seen = {"examined_at": now(), "examined_by": "Dr. Rao, CHC", "examination": "No injury"}
    go_on(io, ARREST, arrest, "examine", **seen)
    assert arrest.stage == "arrested"
    go_on(io, ARREST, arrest, "produce", produced_at=now(), produced_before="JMFC")
    assert Arrest.objects.get().stage == "produced"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"grounds": ""}, "grounds"),
        ({"reasons": ""}, "reasons"),
        ({"rights_told": False}, "rights_told"),
        ({"witness_name": ""}, "witness_name"),
        ({"articles": ""}, "articles"),
        ({"prints_number": ""}, "no_prints_reason"),
        ({"accused_id": None}, "accused"),
        ({"happened_at": now() - timedelta(days=2)}, "before_fir_reason"),
    ],
)
def test_what_the_law_asks_first(
    sho: Posting, io: Posting, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(NotPossible) as error:
        arrest_of(io, opened(sho, io), **changed)
    assert field in [one.field for one in error.value.problems]
    assert not Arrest.objects.exists()
    assert not Accused.objects.exists()


def test_a_woman_is_not_arrested_at_night_without_leave(sho: Posting, io: Posting) -> None:
    midnight = now().astimezone(IST).replace(hour=23, minute=30)
    if midnight > now():
        midnight -= timedelta(days=1)
    with played(midnight - timedelta(hours=1)):
        case = opened(sho, io, persons=_with(accused(sex="female")))
    with played(midnight + timedelta(minutes=5)):
        with pytest.raises(NotPossible, match="at night only"):
            arrest_of(io, case, happened_at=midnight)
        arrest_of(io, case, happened_at=midnight, woman_officer="WSI Asha", night_leave="Order 7")


def _with(person: dict[str, Any]) -> list[dict[str, Any]]:

    return [complainant(), person]


def test_somebody_else_is_no_accused_of_this_case(sho: Posting, io: Posting) -> None:
    case, other = opened(sho, io), opened(sho, io)
    stranger = another_accused(io, other)
    for nobody in (stranger.pk, uuid7()):
        with pytest.raises(NotPossible, match="no accused of this case"):
            arrest_of(io, case, accused_id=nobody)


def test_the_database_refuses_an_accused_of_another_case(sho: Posting, io: Posting) -> None:
    """CAG Odisha: 198 accused were mapped to other FIRs."""
    case, other = opened(sho, io), opened(sho, io)
    stranger = another_accused(io, other)
    arrest = arrest_of(io, case)
    moved = Arrest.objects.filter(pk=arrest.pk)
    with pytest.raises(IntegrityError, match="another case"), transaction.atomic():
        moved.update(accused=stranger, version=arrest.version + 1)


def test_the_database_refuses_an_arrest_before_the_fir(sho: Posting, io: Posting) -> None:
    """CAG Odisha: arrests recorded before the FIR."""
    arrest = arrest_of(io, opened(sho, io))
    moved = Arrest.objects.filter(pk=arrest.pk)
    early = arrest.happened_at - timedelta(days=3)
    with pytest.raises(IntegrityError, match="before the FIR"), transaction.atomic():
        moved.update(happened_at=early, version=arrest.version + 1)


def test_a_constable_records_no_arrest(sho: Posting, io: Posting, duty_officer: Posting) -> None:
    case = opened(sho, io)
    with pytest.raises(Refused):
        arrest_of(duty_officer, case)


def test_codes_go_on_where_the_fir_stopped(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    assert [another_accused(io, case).code for _one in range(3)] == ["A2", "A3", "A4"]


CHECK = {
    "prints_number": "2700000001",
    "photo": "P-2026-88",
    "identified_with": "Fingerprints at the bureau; name and father's name in the records",
    "identity": "Vikram, son of Ramesh, as he said; not known",
}


def released(by: Posting, arrest: Arrest, **changes: Any) -> Any:
    told = {"released_at": now(), "release_reason": "No ground to detain", **changes}
    return go_on(by, ARREST, arrest, "release", **told)


def test_complaint_39_nobody_is_released_under_a_false_name(sho: Posting, io: Posting) -> None:
    """Prints, photograph and a search of the records first; else the officer in charge says why."""
    arrest = arrest_of(io, opened(sho, io))
    with pytest.raises(NotPossible) as error:
        released(io, arrest)
    assert [one.field for one in error.value.problems] == ["unidentified_reason"]
    go_on(io, ARREST, arrest, "identify", identified_at=now(), **CHECK)
    assert released(io, arrest).stage == "released"


def test_complaint_39_without_the_check_the_officer_in_charge_answers_for_it(
    sho: Posting, io: Posting
) -> None:
    arrest = arrest_of(io, opened(sho, io))
    why = {
        "unidentified_reason": "The bureau cannot be reached; released on the bond of his father"
    }
    with pytest.raises(Refused):
        released(io, Arrest.objects.get(pk=arrest.pk), **why)
    assert released(sho, Arrest.objects.get(pk=arrest.pk), **why).stage == "released"


def test_complaint_39_the_police_bail_nobody_whom_they_have_not_identified(
    sho: Posting, io: Posting
) -> None:
    case = opened(sho, io)
    arrest = arrest_of(io, case)
    bail = {"accused_id": arrest.accused_id, "kind": "police", "granted": True, "court_name": "SHO"}
    with pytest.raises(NotPossible, match="before the release"):
        write(io, BAIL, case, **bail)
    write(
        io, BAIL, case, **{**bail, "kind": "regular"}
    )  # a court's order is not the police's to hold
    go_on(io, ARREST, arrest, "identify", identified_at=now(), **CHECK)
    write(io, BAIL, case, **bail)


def test_complaint_39_the_database_refuses_it_too(sho: Posting, io: Posting) -> None:
    arrest = arrest_of(io, opened(sho, io))
    rows = Arrest.objects.filter(pk=arrest.pk)
    with pytest.raises(IntegrityError, match="released_identified"), transaction.atomic():
        rows.update(stage="released", version=arrest.version + 1)
