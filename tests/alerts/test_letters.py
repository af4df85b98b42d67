"""Between nodes: a lookout of another State is watched for here, alerts and answers go and come."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

import pytest

from cctns.alerts import actions, telling
from cctns.alerts.codes import Step
from cctns.alerts.models import Alert, Delivery, Heard, Notice, Watch
from cctns.alerts.queries import notice_for, silent_above
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.models import Posting
from cctns.sync import letters
from cctns.sync.models import Letter, Peer
from tests.sync.test_letters import peer

from .conftest import Follows
from .raised import CAR, PLATE, in_force, seen

AWAY = "cctns.in/away"


@pytest.fixture
def above(db: None) -> Peer:
    return peer("cctns.in/nation", "parent", role="nation")


def brought(above: Peer, kind: str, document: dict[str, Any]) -> Letter:
    """A letter that another State's node wrote, as the nation's brings it."""
    trail = [[AWAY, now().isoformat()], [above.name, now().isoformat()]]
    letter = Letter(
        id=uuid7(), kind=kind, document=document, from_node=AWAY, made_at=now(), trail=trail
    )
    assert letters.receive(letter, source=above)
    return letter


def elsewhere(made: Any, **changes: Any) -> dict[str, Any]:
    """The document of a lookout, as if an office of another State had raised it."""
    told = telling.document(made)
    return {**told, "id": str(uuid7()), "state": 27, "office_id": str(uuid7()),
            "office_name": "Kotwali, elsewhere", "number": "9/2026", **changes}  # fmt: skip


def test_a_lookout_goes_to_every_node_within_its_reach(
    sho: Posting, io: Posting, above: Peer, follows: Follows
) -> None:
    made = in_force(io, sho, CAR, PLATE)
    follows()
    (letter,) = letters.waiting(above)
    assert (letter.kind, letter.everyone, letter.document["id"]) == ("lookout", True, str(made.pk))
    follows()
    assert len(letters.waiting(above)) == 1


def test_one_of_another_state_is_watched_for_here(
    sho: Posting, io: Posting, far: Posting, above: Peer, follows: Follows
) -> None:
    document = elsewhere(in_force(io, sho, CAR, PLATE, handling="trace"))
    Watch.objects.all().delete()
    brought(above, "lookout", document)
    brought(above, "lookout", document)  # twice is once
    seen(far, PLATE)
    (alert,) = [one for one in follows() if one.office_name == "Kotwali, elsewhere"]
    assert str(alert.lookout_id) == document["id"]
    sent = {one.kind for one in letters.waiting(above)}
    assert "alert" in sent
    ours = Notice.objects.get(pk=document["id"])
    assert [node for node, _at in ours.trail][:2] == [AWAY, above.name]


def test_a_later_version_stands_and_an_older_one_changes_nothing(
    sho: Posting, io: Posting, above: Peer
) -> None:
    document = elsewhere(in_force(io, sho, CAR, PLATE))
    ended = {**document, "version": 5, "until": (now() - timedelta(hours=1)).isoformat()}
    brought(above, "lookout", ended)
    brought(above, "lookout", document)
    assert Notice.objects.get(pk=document["id"]).version == 5


def test_an_alert_found_elsewhere_lies_in_the_inbox_of_the_office_it_is_for(
    sho: Posting, io: Posting, above: Peer, follows: Follows
) -> None:
    made = in_force(io, sho, CAR, PLATE)
    follows()
    matched = uuid7()
    document = {
        "id": str(uuid5(made.pk, str(matched))), "state": made.state, "kind": "hit",
        "lookout_id": str(made.pk), "office_id": str(sho.office_id), "office_name": "bazaar",
        "title": "DL-01 AB 1234", "handling": "seize", "urgency": "urgent",
        "matched_kind": "sighting", "matched_record": str(matched), "matched_id": str(matched),
        "matched_office": str(uuid7()), "matched_office_name": "Toll station, elsewhere",
        "matched_role": "", "matched_told": "3/2026, NH 44", "score": 2.0,
        "reasons": [["number", "", "DL01AB1234", "same", "0"]], "raised_at": now().isoformat(),
    }  # fmt: skip
    brought(above, "alert", document)
    alert = Alert.objects.get()
    assert alert.due_at == alert.raised_at + timedelta(minutes=10)
    assert Delivery.objects.filter(office_id=sho.office_id, alert=alert).exists()
    actions.answer(by=sho, alert_id=alert.pk, step=Step.CONFIRMED, words="Chassis compared")
    follows()
    notes = [one for one in letters.waiting(above) if one.kind == "note"]
    assert [one.document["words"] for one in notes] == ["Chassis compared"]
    note = {**notes[0].document, "id": str(uuid7()), "step": "acted", "words": "Seized",
            "office_id": document["matched_office"], "office_name": "Toll station, elsewhere",
            "made_at": now().isoformat()}  # fmt: skip
    brought(above, "note", note)
    alert.refresh_from_db()
    assert alert.standing == "acted"
    assert {one.words for one in Heard.objects.all()} == {"Chassis compared", "Seized"}


def test_rebuilding_keeps_what_other_nodes_told(
    sho: Posting, io: Posting, above: Peer, follows: Follows
) -> None:
    from cctns.journal import follow

    document = elsewhere(in_force(io, sho, CAR, PLATE))
    brought(above, "lookout", document)
    follows()
    follow.rebuild("alerts")
    follows()
    assert {str(one.pk) for one in Notice.objects.all()} >= {document["id"]}
    assert Watch.objects.filter(notice_id=UUID(document["id"])).exists()


def test_it_is_stale_with_its_age_when_the_line_that_brought_it_is_silent(
    sho: Posting, io: Posting, above: Peer
) -> None:
    own = in_force(io, sho, CAR, PLATE)
    document = elsewhere(own)
    brought(above, "lookout", document)
    for days, told in ((0, 0), (1, 1), (30, 30)):
        Peer.objects.filter(pk=above.pk).update(heard_at=now() - timedelta(days=days, hours=1))
        assert notice_for(by=sho, notice_id=UUID(document["id"])).silent_days == told
        assert silent_above(by=sho) == told
    telling.put(telling.document(own))
    assert notice_for(by=sho, notice_id=own.pk).silent_days == 0
