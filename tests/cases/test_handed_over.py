"""A case handed to a station with its own node: the record goes there, the answer comes back."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from cctns.cases import outbox
from cctns.cases.actions import receive_case, send_case
from cctns.cases.models import Fir, TransferAnswer, ZeroTransfer
from cctns.cases.queries import transfers_here
from cctns.journal import follow
from cctns.journal.models import JournalHead
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.codes import Role
from cctns.offices.models import Office, Posting
from cctns.sync import letters
from cctns.sync.models import Letter, Peer
from cctns.sync.refused import Refused
from tests.offices.land import Land
from tests.sync.test_letters import peer

from .made import case_of, registered

AWAY = "cctns.in/away"


@pytest.fixture
def mills(land: Land) -> Posting:
    return land.post(Role.SHO, "mills")


@pytest.fixture
def sent(land: Land, sho: Posting, mills: Posting) -> ZeroTransfer:
    case = case_of(registered(sho, kind="zero", action="transfer", outside_station="Mills"))
    return send_case(by=sho, case=case, to=land["mills"])


@pytest.fixture
def their_node(mills: Posting) -> Peer:
    """Mills writes on a node of its own below this one."""
    office = mills.office
    JournalHead.objects.create(state=office.state_id, office=office, home_node="cctns.in/mills")
    return peer("cctns.in/mills", "child")


def followed() -> None:
    follow.follow(outbox.FOLLOWER, outbox.handle, kinds=outbox.EVENTS)


def gone(*tables: str, without: Posting | None = None) -> None:
    """As on another machine: these rows were never here, nor the journal of that office."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET session_replication_role = replica")
        for table in tables:
            cursor.execute(f"DELETE FROM {table}")
        if without:
            cursor.execute("DELETE FROM journal_head WHERE office_id = %s", [without.office_id])
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def brought(document: dict[str, object], source: Peer, from_node: str = AWAY) -> bool:
    letter = Letter(
        id=uuid7(), kind="case_handed", document=document, from_node=from_node, made_at=now()
    )
    return letters.receive(letter, source=source)


def test_it_goes_to_the_node_of_the_station_and_to_no_other(
    sent: ZeroTransfer, their_node: Peer
) -> None:
    other = peer("cctns.in/fort", "child")
    followed()
    (letter,) = letters.waiting(their_node)
    assert letter.document["record"]["id"] == str(sent.pk)
    assert letters.waiting(other) == []
    follow.rebuild(outbox.FOLLOWER)
    assert len(letters.waiting(their_node)) == 1


def test_there_it_waits_to_be_answered_and_is_registered(
    sent: ZeroTransfer, sho: Posting, mills: Posting, their_node: Peer, settings: Any
) -> None:
    followed()
    document = letters.waiting(their_node)[0].document
    gone("cases_zerotransfer", without=sho)
    above = peer("cctns.in/above", "parent", role="state")
    assert brought(document, above)
    assert brought(document, above)  # another letter of the same: nothing twice
    JournalHead.objects.filter(office=mills.office).update(home_node="cctns.in/node")
    settings.NODE_ROLE = "station"
    (waiting,) = transfers_here(by=mills)
    assert (waiting.pk, waiting.number) == (sent.pk, sent.number)
    fir = receive_case(by=mills, transfer=waiting, investigating_officer=mills.officer.username)
    assert Fir.objects.get(pk=fir.pk).zero_fir_number == sent.number
    followed()
    (answer,) = [one for one in letters.waiting(above) if one.kind == "case_handed"]
    assert answer.document["record"]["number"] == fir.number
    gone("cases_transferanswer", without=mills)
    assert brought(answer.document, above)
    assert TransferAnswer.objects.get().number == fir.number


def test_from_another_state_it_brings_the_office_that_sends_it(
    sent: ZeroTransfer, sho: Posting, mills: Posting, their_node: Peer
) -> None:
    """A station's node knows the offices of its own State alone."""
    followed()
    document = letters.waiting(their_node)[0].document
    named = sho.office.name
    gone("cases_zerotransfer", without=sho)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("DELETE FROM offices_office WHERE id = %s", [sho.office_id])
        cursor.execute("SET LOCAL session_replication_role = origin")
    above = peer("cctns.in/above", "parent", role="state")
    assert brought(document, above)
    assert Office.objects.get(pk=sho.office_id).name == named
    assert [one.pk for one in transfers_here(by=mills)] == [sent.pk]
    document["offices"]["office"][0]["name"] = "Elsewhere"
    document["record"]["version"] = 2
    assert brought(document, above)
    assert Office.objects.get(pk=sho.office_id).name == named  # a letter renames nobody
    invented = {**document["offices"]["office"][0], "id": str(uuid7()), "code": "NEW"}
    Peer.objects.filter(pk=above.pk).update(state=sho.office.state_id)  # their State is ours
    assert brought({**document, "offices": {"office": [invented]}}, above)
    assert not Office.objects.filter(code="NEW").exists()
    with pytest.raises(Refused, match="cannot be read"):
        brought({**document, "offices": {"office": [{"id": 7}]}}, above)


def test_where_the_journal_is_kept_the_journal_says_it(
    sent: ZeroTransfer, sho: Posting, their_node: Peer
) -> None:
    followed()
    document = letters.waiting(their_node)[0].document
    JournalHead.objects.filter(office=sho.office).update(home_node=AWAY)
    gone("cases_zerotransfer")
    assert brought(document, peer(AWAY, "child"))
    assert not ZeroTransfer.objects.exists()


def test_a_node_hands_over_no_case_of_an_office_that_it_does_not_write(
    sent: ZeroTransfer, their_node: Peer
) -> None:
    followed()
    document = letters.waiting(their_node)[0].document
    with pytest.raises(Refused, match="does not write the journal"):
        brought(document, their_node, from_node=their_node.name)
    for broken in ({}, {**document, "record_type": "lookout"}, {**document, "schema": "x"}):
        with pytest.raises(Refused):
            brought(broken, their_node)
    assert not Letter.objects.exclude(from_node="cctns.in/node").exists()
