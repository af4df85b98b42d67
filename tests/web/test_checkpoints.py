"""`/checkpoints`: the public log, open to anybody, paged, braked, and readable by programs."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cctns.journal.checkpoints import node_key
from cctns.lib import merkle, notes
from cctns.lib.clock import now
from cctns.lib.merkle import Frontier
from cctns.sync import log_of_logs
from cctns.sync.models import LogLeaf

from .html import Page

PAGE, TEXT = "/checkpoints", "/checkpoints.txt"


def _seen(count: int) -> None:
    for size in range(1, count + 1):
        told = {"origin": "cctns.in/up.nayaghat/9902002/2", "root": bytes([size]) * 32}
        LogLeaf.objects.create(**told, size=size, at=now())
    assert log_of_logs.carry_on() == count


def test_an_empty_log_says_so(client: Client) -> None:
    page = client.get(PAGE)
    assert "No checkpoint of another node has been seen here yet." in page.content.decode()
    assert not Page(page.content.decode()).faults


def test_the_text_proves_its_own_note(client: Client) -> None:
    _seen(3)
    note, lines = client.get(TEXT).content.decode().rsplit("\n\n", 1)
    told = [line.split(" ") for line in lines.splitlines()]
    edge = Frontier()
    for _seq, origin, size, root, _at in told:
        text = notes.Checkpoint(origin, int(size), bytes.fromhex(root)).text()
        edge.append(merkle.leaf_hash(text.encode()))
    signed = notes.parse(note + "\n")
    public = node_key().public_key().public_bytes_raw()
    notes.Verifier(log_of_logs.origin(), notes.ED25519, public).verify(signed)
    shown = notes.Checkpoint.parse(signed.text)
    assert (shown.size, shown.root) == (3, edge.root())


def test_pages_are_turned_newest_first_and_cost_as_much_when_full(client: Client) -> None:
    _seen(1)
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    _seen(70)
    with CaptureQueriesContext(connection) as many:
        first = client.get(PAGE).content.decode()
    assert len(few) == len(many) <= 15
    assert ">70</" in first
    assert ">20</" not in first
    assert "before=21" in first
    second = client.get(f"{PAGE}?before=21").content.decode()
    assert ">20</" in second
    assert ">0</" in second
    assert "before=0" not in second
    assert not Page(first).faults


def test_odd_numbers_in_the_address_are_the_first_page(client: Client) -> None:
    _seen(2)
    for odd in ("x", "-1", "9" * 30, "²"):
        assert client.get(PAGE, {"before": odd}).status_code == 200
        assert client.get(TEXT, {"from": odd}).status_code == 200


@pytest.mark.usefixtures("one_minute")
def test_who_asks_too_often_waits(client: Client) -> None:
    answers = [client.get(TEXT).status_code for _ in range(31)]
    assert answers == [200] * 30 + [429]
    assert client.get(PAGE).status_code == 429
