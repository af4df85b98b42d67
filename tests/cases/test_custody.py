"""Remand, bail, proclamation: the custody ledger of an accused (BNSS 84, 187, 478 to 483)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from cctns.cases.books.custody import BAIL, PROCLAMATION, REMAND
from cctns.cases.models import Accused, Arrest, Case, Remand
from cctns.cases.queries import clocks_of
from cctns.lib.clock import now
from cctns.offices.access import today
from cctns.offices.models import Posting
from cctns.registers.rules import NotPossible

from .investigating import arrest_of, go_on, named_accused, opened, write


def asked(by: Posting, case: Case, arrest: Arrest) -> Remand:
    made = write(
        by,
        REMAND,
        case,
        arrest_id=arrest.pk,
        kind_asked="police",
        days_asked=3,
        grounds="The motorcycle is not found yet",
    )
    assert isinstance(made, Remand)
    return made


def ordered(by: Posting, remand: Remand, kind: str, first: int, days: int) -> Remand:
    start = today() + timedelta(days=first)
    made = go_on(
        by,
        REMAND,
        remand,
        "order",
        kind=kind,
        court_name="JMFC, Rampur",
        order_number="12 of today",
        from_day=start,
        to_day=start + timedelta(days=days - 1),
    )
    assert isinstance(made, Remand)
    return made


def test_the_ledger_moves_the_accused(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    arrest = arrest_of(io, case)
    ordered(io, asked(io, case, arrest), "police", 0, 3)
    assert Accused.objects.get().stage == "police_custody"
    ordered(io, asked(io, case, arrest), "judicial", 3, 14)
    assert Accused.objects.get().stage == "jail"
    write(
        io,
        BAIL,
        case,
        accused_id=arrest.accused_id,
        kind="regular",
        granted=True,
        court_name="Sessions Judge",
    )
    assert Accused.objects.get().stage == "bailed"


def test_a_remand_is_of_the_arrested_person(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    arrest = arrest_of(io, case)
    assert asked(io, case, arrest).accused_id == arrest.accused_id


def test_police_custody_is_fifteen_days_in_all(sho: Posting, io: Posting) -> None:
    """BNSS 187(2): in whole or in parts."""
    case = opened(sho, io)
    arrest = arrest_of(io, case)
    ordered(io, asked(io, case, arrest), "police", 0, 10)
    with pytest.raises(NotPossible, match="fifteen days"):
        ordered(io, asked(io, case, arrest), "police", 12, 6)
    again = asked(io, case, arrest)
    assert ordered(io, again, "police", 12, 5).days == 5


def test_a_custody_does_not_end_before_it_begins(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    remand = asked(io, case, arrest_of(io, case))
    with pytest.raises(NotPossible, match="ends before"):
        ordered(io, remand, "judicial", 0, 0)


def test_refused_bail_leaves_the_accused_where_he_is(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    arrest = arrest_of(io, case)
    refused: Any = write(
        io, BAIL, case, accused_id=arrest.accused_id, kind="regular", court_name="JMFC"
    )
    assert Accused.objects.get().stage == "arrested"
    with pytest.raises(NotPossible, match="not granted"):
        go_on(io, BAIL, refused, "cancel", cancelled_reason="Threatened a witness")


def test_a_refused_bail_stops_no_clock(sho: Posting, io: Posting) -> None:
    """Default bail (BNSS 187(3)) accrues to whoever is still held."""
    case = opened(sho, io)
    arrest = arrest_of(io, case)
    ordered(io, asked(io, case, arrest), "judicial", 0, 14)
    told = {"accused_id": arrest.accused_id, "kind": "regular", "court_name": "JMFC"}
    write(io, BAIL, case, **told)
    assert _default_bail_runs(io, case)
    write(io, BAIL, case, **told, granted=True)
    assert not _default_bail_runs(io, case)


def _default_bail_runs(by: Posting, case: Case) -> bool:
    clocks = [one for one in clocks_of(by=by, case=case) if one.rule.id.startswith("default_bail")]
    assert clocks
    return all(one.closed_at is None for one in clocks)


def test_an_absconder_from_search_to_proclamation(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    who = named_accused(case).pk
    search = write(io, PROCLAMATION, case, accused_id=who, attempts="House locked, three times")
    assert Accused.objects.get().stage == "absconding"
    with pytest.raises(NotPossible, match="cannot be taken now"):
        go_on(io, PROCLAMATION, search, "proclaim", appear_by=today(), published="Read aloud")
    go_on(io, PROCLAMATION, search, "warrant", court_name="JMFC", warrant_number="NBW 4")
    go_on(
        io,
        PROCLAMATION,
        search,
        "proclaim",
        appear_by=today() + timedelta(days=30),
        published="Read in the village, affixed to the house",
    )
    assert Accused.objects.get().stage == "proclaimed"
    arrest_of(io, case, happened_at=now())
    assert Accused.objects.get().stage == "arrested"
