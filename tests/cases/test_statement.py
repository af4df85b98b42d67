"""Statements: who is heard where and by whom, sealed, unsigned; and before the Magistrate."""

from __future__ import annotations

from typing import Any

import pytest

from cctns.cases.books.statement import MAGISTRATE, STATEMENT
from cctns.cases.models import MagistrateStatement
from cctns.journal.models import JournalEntry
from cctns.lib.clock import now
from cctns.offices.access import Refused
from cctns.offices.models import Posting
from cctns.registers.queries import entry_at
from cctns.registers.rules import NotPossible

from .asked import VICTIM, magistrate_of, statement_of
from .investigating import go_on, opened
from .made import complainant

MODESTY = [{"act": "BNS", "number": "74"}]


def test_a_statement_is_recorded_and_nobody_signs_it(sho: Posting, io: Posting) -> None:
    statement = statement_of(io, opened(sho, io))
    assert JournalEntry.objects.filter(kind="statement.recorded").count() == 1
    assert statement.gd_entry is None
    (paper,) = STATEMENT.papers
    assert paper.signatures == ("Officer who recorded the statement",)


def test_it_is_sealed_from_those_who_need_not_know(
    sho: Posting, io: Posting, duty_officer: Posting
) -> None:
    statement = statement_of(io, opened(sho, io))
    for reader in (io, sho):
        assert entry_at(by=reader, book=STATEMENT, entry_id=statement.pk)[0] == statement
    with pytest.raises(Refused, match="investigate and supervise"):
        entry_at(by=duty_officer, book=STATEMENT, entry_id=statement.pk)


@pytest.mark.parametrize(
    "person",
    [{"sex": "female"}, {"age": 14}, {"age": 61}, {"disabled": True}],
    ids=["woman", "child", "old", "disabled"],
)
def test_some_are_heard_where_they_live(sho: Posting, io: Posting, person: dict[str, Any]) -> None:
    """BNSS 179(1); of own will they may come."""
    case = opened(sho, io)
    with pytest.raises(NotPossible, match="where they live"):
        statement_of(io, case, where="station", **person)
    statement_of(io, case, where="residence", **person)
    statement_of(io, case, where="station", willing=True, **person)


@pytest.mark.parametrize("age", [15, 60, None])
def test_others_may_be_heard_at_the_station(sho: Posting, io: Posting, age: int | None) -> None:
    statement_of(io, opened(sho, io), where="station", age=age)


def _modesty(sho: Posting, io: Posting) -> Any:
    return opened(
        sho,
        io,
        offences=MODESTY,
        things=[],
        persons=[complainant(also_victim=True)],
        woman_officer="WSI Asha",
    )


def test_a_woman_hears_the_woman(sho: Posting, io: Posting) -> None:
    """BNSS 180(3), third proviso: BNS 64 to 71, 74 to 79, 124."""
    case = _modesty(sho, io)
    told = {"witness_kind": "injured", "where": "residence", **VICTIM}
    with pytest.raises(NotPossible, match="woman officer"):
        statement_of(io, case, **told)
    statement_of(io, case, woman_officer="WSI Asha", **told)
    statement_of(io, case)


def test_the_magistrate_records_after_being_asked(sho: Posting, io: Posting) -> None:
    asked = magistrate_of(io, opened(sho, io))
    go_on(io, MAGISTRATE, asked, "record", heard_at=now(), copy_received_at=now())
    assert MagistrateStatement.objects.get().stage == "recorded"
    assert JournalEntry.objects.filter(kind="statement.magistrate").count() == 1


def test_a_woman_magistrate_hears_her_as_far_as_possible(sho: Posting, io: Posting) -> None:
    """BNSS 183(6)(a)."""
    asked = magistrate_of(io, _modesty(sho, io))
    with pytest.raises(NotPossible, match="woman Magistrate"):
        go_on(io, MAGISTRATE, asked, "record", heard_at=now())
    go_on(io, MAGISTRATE, asked, "record", heard_at=now(), woman_magistrate=True)
