"""Searches: grounds first, a NIL memo where nothing was found, the record within 48 hours."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.cases.books.search import SEARCH
from cctns.cases.books.seizure import SEIZURE
from cctns.cases.models import Case, Search
from cctns.cases.queries import clocks_of
from cctns.journal.models import JournalEntry
from cctns.lib.clock import now
from cctns.offices.models import Posting
from cctns.registers.rules import NotPossible

from .investigating import go_on, opened, write
from .scene import PRESENT, seizure_of


def search_of(by: Posting, case: Case, lists: Any = None, **changes: Any) -> Search:
    details = {
        "kind": "no_warrant",
        "grounds_at": now() - timedelta(minutes=30),
        "grounds": "An informer saw the chain carried into the house; it would be melted by night",
        "looked_for": "Gold chain with a broken link",
        "place": "House of Vikram, Rampur",
        "occupant": "Vikram",
        "copy_to": "Vikram",
        "damage": "NIL",
        "result": "nil",
        "recording": "SID-2026-000040",
        **changes,
    }
    made = write(by, SEARCH, case, {"witnesses": PRESENT, **(lists or {})}, **details)
    assert isinstance(made, Search)
    return made


def test_a_search_that_found_nothing_is_recorded_and_sent(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    search = search_of(io, case)
    assert search.gd_entry is not None
    assert "Nothing was found" in search.gd_entry.text
    open_clocks = {one.rule.id: one for one in clocks_of(by=io, case=case)}
    assert open_clocks["search_record"].closed_at is None
    go_on(io, SEARCH, search, "report", reported_at=now(), reported_to="JMFC, Rampur")
    open_clocks = {one.rule.id: one for one in clocks_of(by=io, case=case)}
    assert open_clocks["search_record"].closed_at is not None


def test_what_was_found_is_the_seizure_of_the_case(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    seizure = seizure_of(io, case)
    search = search_of(io, case, result="seized", seizure_id=seizure.pk)
    assert search.seizure == seizure


def test_only_a_search_without_warrant_has_48_hours(sho: Posting, io: Posting) -> None:
    """BNSS 185(5) speaks of searches that an officer makes on his own belief."""
    case = opened(sho, io)
    search = search_of(io, case, kind="warrant", warrant_number="JMFC Rampur, 17 of 2026")
    assert JournalEntry.objects.get(record_id=search.pk).kind == "search.made"
    assert "search_record" not in {one.rule.id for one in clocks_of(by=io, case=case)}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"grounds_at": None}, "grounds_at"),
        ({"grounds_at": now() + timedelta(days=1)}, "grounds_at"),
        ({"grounds": ""}, "grounds"),
        ({"kind": "warrant"}, "warrant_number"),
        ({"copy_to": ""}, "copy_to"),
        ({"damage": ""}, "damage"),
        ({"result": ""}, "result"),
        ({"recording": ""}, "recording"),
    ],
)
def test_what_the_law_asks_first(
    sho: Posting, io: Posting, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(NotPossible) as error:
        search_of(io, opened(sho, io), **changed)
    assert field in [one.field for one in error.value.problems]
    assert not Search.objects.exists()


def test_two_witnesses_are_called(sho: Posting, io: Posting) -> None:
    with pytest.raises(NotPossible, match="at least"):
        search_of(io, opened(sho, io), {"witnesses": PRESENT[:1]})


def test_the_database_refuses_grounds_written_afterwards(sho: Posting, io: Posting) -> None:
    search = search_of(io, opened(sho, io))
    rows = Search.objects.filter(pk=search.pk)
    late = search.happened_at + timedelta(hours=1)
    with pytest.raises(IntegrityError, match="search_grounds_first"), transaction.atomic():
        rows.update(grounds_at=late, version=search.version + 1)


def test_a_seizure_of_narcotic_drugs_is_told_to_the_superior(sho: Posting, io: Posting) -> None:
    """NDPS 42(2) and 57: reasons within 72 hours, the full report within 48."""
    rules = {"ndps_reasons", "ndps_full_report"}
    theft = opened(sho, io)
    seizure_of(io, theft)
    assert not rules & {one.rule.id for one in clocks_of(by=io, case=theft)}
    case = opened(sho, io, offences=[{"act": "NDPS", "number": "20(b)(ii)(B)"}])
    seizure = seizure_of(io, case)
    running = {one.rule.id: one for one in clocks_of(by=io, case=case)}
    assert {running[one].closed_at for one in rules} == {None}
    go_on(io, SEIZURE, seizure, "superior", superior_told_at=now(), superior="SDPO, East")
    running = {one.rule.id: one for one in clocks_of(by=io, case=case)}
    assert None not in {running[one].closed_at for one in rules}
