"""The directory: what a station is told, and that its digest is that of what it gets."""

from __future__ import annotations

import pytest

from cctns.journal.models import JournalHead
from cctns.lib.clock import now
from cctns.offices.codes import Role
from cctns.offices.models import Office
from cctns.sync import directory
from cctns.sync.models import Peer
from tests.offices.land import Land


@pytest.fixture(autouse=True)
def _looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "_LOOK", -1.0)
    monkeypatch.setattr(directory, "_kept", {})


def _below(land: Land, station: str, role: str = "station", state: int | None = None) -> Peer:
    office = land[station]
    name = f"cctns.in/{station}"
    JournalHead.objects.create(state=office.state_id, office=office, home_node=name)
    told = {"role": role, "side": "child", "state": state or office.state_id}
    return Peer.objects.create(name=name, cosign_key=b"", box_key=b"", enrolled_at=now(), **told)


def test_the_digest_is_that_of_what_the_station_would_get(land: Land) -> None:
    land.post(Role.SHO, "bazaar")
    land.post(Role.SHO, "fort")
    bazaar, fort = _below(land, "bazaar"), _below(land, "fort")
    for one in (bazaar, fort):
        assert directory.digest_for(one) == directory.digest(directory.for_peer(one))
    assert directory.digest_for(bazaar) != directory.digest_for(fort)  # other officers


def test_of_a_state_too(land: Land) -> None:
    other = _below(land, "bazaar", role="state", state=27)
    assert directory.digest_for(other) == directory.digest(directory.for_peer(other))


def test_it_changes_with_an_office_a_posting_and_a_home(land: Land) -> None:
    bazaar = _below(land, "bazaar")
    seen = [directory.digest_for(bazaar)]
    land.post(Role.SHO, "bazaar")
    seen.append(directory.digest_for(bazaar))
    fort = land["fort"]
    land.post(Role.SHO, "fort")
    JournalHead.objects.create(state=fort.state_id, office=fort, home_node=bazaar.name)
    seen.append(directory.digest_for(bazaar))
    pole = {"state": fort.state, "kind": fort.kind, "code": "P7", "opened_on": fort.opened_on}
    Office.objects.create(name="Pole", gd_reset=fort.gd_reset, **pole)
    seen.append(directory.digest_for(bazaar))
    assert len(set(seen)) == 4


def test_a_state_tells_its_offices_when_only_a_station_below_it_has_written(land: Land) -> None:
    bazaar = _below(land, "bazaar")
    state = land["bazaar"].state_id
    told = {"role": "nation", "side": "parent", "state": state, "cosign_key": b"", "box_key": b""}
    Peer.objects.create(name="cctns.in/nation", enrolled_at=now(), **told)
    assert not JournalHead.objects.exclude(home_node=bazaar.name).exists()
    offices = directory.upward()["tables"]["office"]
    assert str(land["bazaar"].pk) in {one["id"] for one in offices}
    assert {one["state_id"] for one in offices} == {state}
