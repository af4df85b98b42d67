"""Letters: handled once wherever they pass, carried to those they are for, and to nobody else."""

from __future__ import annotations

from typing import Any

import pytest

from cctns.journal.models import JournalHead
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.sync import letters
from cctns.sync.models import Letter, Peer
from tests.offices.land import Land

HERE = "cctns.in/node"


@pytest.fixture
def heard(db: None, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the handler of letters of kind "test" was given."""
    given: list[dict[str, Any]] = []
    monkeypatch.setattr(letters, "_known", {"test": lambda letter: given.append(letter.document)})
    return given


def peer(name: str, side: str, *, role: str = "station", state: int | None = None) -> Peer:
    return Peer.objects.create(
        name=name, side=side, role=role, state=state, cosign_key=b"", box_key=b"", enrolled_at=now()
    )


def write_at(land: Land, station: str, node: str) -> None:
    office = land[station]
    JournalHead.objects.create(state=office.state_id, office=office, home_node=node)


def test_a_letter_is_handled_once_however_often_it_comes(
    land: Land, heard: list[dict[str, Any]]
) -> None:
    below = peer("cctns.in/below", "child")
    letter = Letter(
        id=uuid7(), kind="test", document={"a": 1}, from_node="cctns.in/below", made_at=now()
    )
    assert letters.receive(letter, source=below)
    assert not letters.receive(letter, source=below)
    assert heard == [{"a": 1}]
    assert [node for node, _at in Letter.objects.get().trail] == [HERE]


def test_it_goes_on_to_those_it_is_for_and_to_nobody_else(
    land: Land, heard: list[dict[str, Any]]
) -> None:
    bazaar, fort = peer("cctns.in/bazaar", "child"), peer("cctns.in/fort", "child")
    state = land["bazaar"].state_id
    above = peer("cctns.in/nation", "parent", role="nation", state=state)
    write_at(land, "bazaar", bazaar.name)
    write_at(land, "fort", HERE)
    to = letters.To(offices=[land["bazaar"].pk])
    assert letters.send(kind="test", id=uuid7(), to=to, document={})
    assert [len(letters.waiting(one)) for one in (bazaar, fort, above)] == [1, 0, 0]
    letters.taken(bazaar, [one.pk for one in letters.waiting(bazaar)])
    assert letters.waiting(bazaar) == []


def test_what_is_for_another_state_goes_up_and_not_back_to_whom_it_came_from(
    land: Land, heard: list[dict[str, Any]]
) -> None:
    state = land["bazaar"].state_id
    bazaar = peer("cctns.in/bazaar", "child", state=state)
    above = peer("cctns.in/nation", "parent", role="nation", state=state)
    write_at(land, "bazaar", bazaar.name)
    letter = Letter(
        id=uuid7(), kind="test", document={}, from_node=bazaar.name, made_at=now(), states=[27]
    )
    letters.receive(letter, source=bazaar)
    assert [len(letters.waiting(one)) for one in (bazaar, above)] == [0, 1]
    everyone = letters.To(everyone=True)
    letters.send(kind="test", id=uuid7(), to=everyone, document={})
    assert [len(letters.waiting(one)) for one in (bazaar, above)] == [1, 2]


def test_a_kind_that_nobody_knows_is_kept_and_handled_after_an_update(
    land: Land, heard: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    letters.send(kind="newer", id=uuid7(), to=letters.To(everyone=True), document={"b": 2})
    assert heard == []
    letters.register("newer", lambda letter: heard.append(letter.document))
    assert letters.handle_left() == 1
    assert heard == [{"b": 2}]
    assert letters.handle_left() == 0
