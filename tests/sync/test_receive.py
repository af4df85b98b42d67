"""A stretch of a journal is verified whole before a byte of it is kept, or refused without harm."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cctns.journal.forks import keep_fork
from cctns.journal.models import (
    JournalCheckpoint,
    JournalEntry,
    JournalFork,
    JournalHead,
    JournalPayload,
)
from cctns.journal.verify import verify
from cctns.lib import notes
from cctns.offices.models import Posting
from cctns.sync import enrol, grown, receive, received, wire, witness
from cctns.sync.models import Peer
from cctns.sync.refused import Refused
from tests.journal.notebook import Notebook, Page

from .between import CHILD, Between, contents


def test_what_arrives_is_what_was_written(
    shipped: list[bytes], between: Between, by: Posting
) -> None:
    told = list(Notebook.objects.order_by("pk").values_list("pk", "version", "title"))
    leaves = list(JournalEntry.objects.order_by("seq").values_list("leaf", flat=True))
    child = between.cross()
    taken = [receive.take(one, source=child) for one in shipped]
    assert [one.size for one in taken] == [100, 200, 300]
    held = JournalEntry.objects.order_by("seq").values_list("leaf", flat=True)
    assert [bytes(one) for one in held] == [bytes(one) for one in leaves]
    assert Notebook.objects.count() == 0
    assert received.catch_up() == 300
    assert list(Notebook.objects.order_by("pk").values_list("pk", "version", "title")) == told
    assert Page.objects.count() == 299
    assert verify(by.office) == []


def test_group_by_group_it_is_the_same(
    shipped: list[bytes], between: Between, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server writes one group while the next is read; the last decides over all."""
    leaves = [bytes(one) for one in JournalEntry.objects.values_list("leaf", flat=True)]
    child = between.cross()
    monkeypatch.setattr("cctns.sync.store._GROUP", 7)
    before = contents()
    with pytest.raises(Refused, match="root that was signed"):
        receive.take(_changed(shipped[0], "order", at=98), source=child)
    assert contents() == before
    for one in shipped:
        receive.take(one, source=child)
    assert {bytes(one) for one in JournalEntry.objects.values_list("leaf", flat=True)} == {*leaves}
    assert received.catch_up() == 300


def test_the_parent_vouches_with_its_own_key_for_what_it_holds(
    shipped: list[bytes], between: Between
) -> None:
    child = between.cross()
    taken = receive.take(shipped[0], source=child)
    signed = JournalCheckpoint.objects.get()
    note = notes.parse(signed.note + taken.cosignature)
    assert witness.signer().verifier.verify(note) is not None
    assert signed.cosignatures == [taken.cosignature]


def test_twice_is_once(shipped: list[bytes], between: Between) -> None:
    child = between.cross()
    receive.take(shipped[0], source=child)
    before = contents()
    with pytest.raises(Refused) as refusal:
        receive.take(shipped[0], source=child)
    assert (refusal.value.status, refusal.value.told) == (409, {"size": 100})
    assert contents() == before


def test_a_gap_is_refused_with_the_size_that_is_held(
    shipped: list[bytes], between: Between
) -> None:
    child = between.cross()
    with pytest.raises(Refused) as refusal:
        receive.take(shipped[1], source=child)
    assert (refusal.value.status, refusal.value.told) == (409, {"size": 0})


@pytest.mark.parametrize(
    "part", ["document", "title", "empty", "actor", "refs", "salt", "kind", "order", "twice"]
)
def test_a_stretch_that_was_changed_is_refused_and_leaves_nothing(
    shipped: list[bytes], between: Between, part: str
) -> None:
    child = between.cross()
    before = contents()
    with pytest.raises(Refused, match="root that was signed") as refusal:
        receive.take(_changed(shipped[0], part), source=child)
    assert refusal.value.status == 422
    assert contents() == before
    receive.take(shipped[0], source=child)  # and nothing stands in the way of the true one


@pytest.mark.parametrize("group", [7, 250])
def test_a_version_that_is_held_in_another_journal_already_is_refused(
    shipped: list[bytes], between: Between, monkeypatch: pytest.MonkeyPatch, group: int
) -> None:
    """Signed as it must be, and yet not to be taken: the sender is told, nothing is kept."""
    monkeypatch.setattr("cctns.sync.store._GROUP", group)
    other = JournalEntry.objects.get(seq=3)
    child = between.cross()
    other.epoch = 9
    other.save(force_insert=True)
    before = contents()
    with pytest.raises(Refused, match="held here already") as refusal:
        receive.take(shipped[0], source=child)
    assert refusal.value.status == 422
    assert contents() == before


def _changed(data: bytes, part: str, at: int = 7) -> bytes:
    batch = wire.unpack(data)
    entries = list(batch.entries)
    one = entries[at]
    assert one.document is not None
    if part == "order":
        entries[at + 1] = one
    entries[at] = {
        "document": one._replace(document=one.document.replace(b"page", b"pagE")),
        "title": one._replace(document=one.document.replace(b"Book", b"Look")),
        "empty": one._replace(document=b""),
        "actor": one._replace(actor=bytes(16)),
        "refs": one._replace(refs=bytes(16)),
        "salt": one._replace(salt=bytes(16)),
        "kind": one._replace(kind="notebook.other"),
        "order": batch.entries[at + 1],
        "twice": batch.entries[at + 1],
    }[part]
    return wire.pack(wire.Batch(replace(batch.head, types=[], kinds=[], roles=[]), entries))


@pytest.mark.parametrize("at", [0, 1, 9, 200, -40, -1])
def test_a_bit_that_flipped_on_the_way(shipped: list[bytes], between: Between, at: int) -> None:
    child = between.cross()
    before = contents()
    data = bytearray(shipped[0])
    data[at] ^= 0x10
    with pytest.raises(Refused):
        receive.take(bytes(data), source=child)
    assert contents() == before


@pytest.mark.parametrize("length", [0, 1, 10, 100, 1000])
def test_cut_short(shipped: list[bytes], between: Between, length: int) -> None:
    child = between.cross()
    with pytest.raises(Refused) as refusal:
        receive.take(shipped[0][:length], source=child)
    assert refusal.value.status == 422


def test_a_journal_of_another_office_or_node_is_not_this_nodes_to_bring(
    shipped: list[bytes], between: Between, by: Posting
) -> None:
    between.cross()
    other = Peer.objects.create(
        name="cctns.in/other",
        role="station",
        side="child",
        cosign_key=bytes(32),
        box_key=bytes(32),
        enrolled_at=Peer.objects.get().enrolled_at,
    )
    with pytest.raises(Refused, match="not yours") as refusal:
        receive.take(shipped[0], source=other)
    assert refusal.value.status == 403
    assert JournalHead.objects.get(office=by.office).size == 0


def test_a_revoked_key_signs_nothing_new_and_what_it_signed_stays(
    shipped: list[bytes], between: Between, by: Posting
) -> None:
    child = between.cross()
    receive.take(shipped[0], source=child)
    received.catch_up()
    enrol.revoke(child)
    child.refresh_from_db()
    with pytest.raises(Refused, match="revoked"):
        receive.take(shipped[1], source=child)
    child.revoked_at = None  # whoever forgot that still fails by the key
    with pytest.raises(Refused, match="no key of"):
        receive.take(shipped[1], source=child)
    assert verify(by.office) == []


def test_another_entry_under_a_number_that_is_held_is_a_fork(
    shipped: list[bytes], between: Between, by: Posting
) -> None:
    """The child was put back from a backup and wrote on: both leaves are kept as the proof."""
    child = between.cross()
    for one in shipped:
        receive.take(one, source=child)
    before = contents()
    with pytest.raises(Refused) as refusal:
        receive.take(_changed(shipped[1], "document"), source=child)
    assert refusal.value.status == 423
    fork = JournalFork.objects.get()
    assert (fork.seq, fork.from_node, bytes(fork.held) != bytes(fork.offered)) == (107, CHILD, True)
    assert [row for row in contents() if row[0] != "journal_fork"] == before
    with pytest.raises(Refused) as refusal:  # and this journal stops, until its next epoch
        receive.take(shipped[2], source=child)
    assert refusal.value.status == 423
    assert list((between.settings.HOME / "forks").glob("*.batch"))


def test_a_fork_that_is_found_while_a_batch_is_taken_stops_that_batch(
    shipped: list[bytes], between: Between, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process found it after the head was locked and looked at."""
    child = between.cross()

    def looked_at(head: JournalHead) -> None:
        keep_fork(head, 7, held=bytes(32), offered=b"1" * 32, from_node=CHILD)

    monkeypatch.setattr(grown, "must_not_be_forked", looked_at)
    with pytest.raises(Refused) as refusal:
        receive.take(shipped[0], source=child)
    assert refusal.value.status == 423
    assert JournalHead.objects.get().size == 0
    assert not JournalCheckpoint.objects.exists()


def test_what_a_nation_may_not_read_arrives_as_bare_leaves(
    shipped: list[bytes], between: Between, by: Posting
) -> None:
    """Notebooks are none of its business; the tree is whole all the same."""
    between.as_child()
    head = JournalHead.objects.get(office=by.office)
    root = receive.Frontier.from_bytes(head.size, bytes(head.frontier)).root()
    batches = between.gather(head, role="nation")
    assert b"Book" not in b"".join(wire._opened(one) for one in batches)
    child = between.cross()
    taken = [receive.take(one, source=child) for one in batches]
    assert taken[-1].root == root
    assert JournalEntry.objects.count() == 0
    assert received.catch_up() == 300
    assert Notebook.objects.count() == 0
    assert verify(by.office) == []


def test_what_a_court_had_erased_is_erased_where_it_was_shipped_to(
    between: Between, write: object, by: Posting
) -> None:
    from cctns.journal.erase import erase

    notebook = write("The child's name", "a page")  # type: ignore[operator]
    head = JournalHead.objects.get(office=by.office)
    first = between.gather(head)
    notebook.title = "(erased)"
    erase(notebook, order="JJB Ballari, 12/2026", by=by)
    head.refresh_from_db()
    rest = between.gather(head)[-1:]  # from the start: the old payload is gone already
    child = between.cross()
    receive.take(first[0], source=child)
    assert JournalPayload.objects.exclude(document=None).count() == 1
    again = wire.unpack(rest[0])
    later = wire.Batch(
        replace(again.head, first=1, types=[], kinds=[], roles=[]), again.entries[1:]
    )
    receive.take(wire.pack(later), source=child)
    received.catch_up()
    assert not JournalPayload.objects.filter(seq=0).exclude(document=None).exists()
    assert Notebook.objects.get().title == "(erased)"
    assert verify(by.office) == []
    before = contents()
    with pytest.raises(Refused):  # the drive of thirty days ago
        receive.take(first[0], source=child)
    assert contents() == before


def test_a_bomb_is_refused_before_it_is_opened(between: Between, shipped: list[bytes]) -> None:
    import zstandard

    child = between.cross()
    bomb = b"\x00" + zstandard.ZstdCompressor().compress(bytes(wire.LARGEST_OPEN + 1))
    with pytest.raises(Refused, match="too large opened"):
        receive.take(bomb, source=child)
