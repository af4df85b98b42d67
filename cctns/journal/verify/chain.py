"""Numbers, headers, leaves, payload digests, tiles and the head of one journal."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from uuid import UUID

from django.utils.translation import gettext as _

from cctns.lib import tiles
from cctns.lib.merkle import Frontier, ProofError
from cctns.offices.models import Office

from .. import payloads
from ..header import header
from ..models import JournalCheckpoint, JournalEntry, JournalHead, JournalTile
from .fault import Fault
from .rows import Row, stream


class Chain:
    """Walks one journal from its first entry; `roots` are those at the sizes of checkpoints."""

    def __init__(self, office: Office, head: JournalHead) -> None:
        self._office, self._head = office, head
        self._office_id = str(office.pk)
        self._where = {"state": head.state, "office": office, "epoch": head.epoch}
        self._frontier = Frontier()
        self._expected = 0
        self._leaves: list[bytes] = []
        self._rows: list[list[bytes]] = []  # tile roots that wait for their tile one level up
        self._tiles = 0
        sizes = JournalCheckpoint.objects.filter(**self._where).values_list("size", flat=True)
        self.roots: dict[int, bytes | None] = dict.fromkeys(sizes)
        self._note_root()

    def rows(self) -> Iterator[Row]:
        return stream(self._head)

    def check(self, row: Row) -> list[Fault]:
        """What is wrong with the next entry, its payload, and the tile that it fills."""
        sound = row.seq == self._expected and (row.bare or self._is_sound(row))
        faults = [] if sound else list(self._wrong(row))
        self._expected = row.seq + 1
        self._frontier.append(row.leaf)
        self._leaves.append(row.leaf)
        if self._expected in self.roots:
            self._note_root()
        if len(self._leaves) == tiles.WIDTH:
            faults += self._tile(0, self._leaves)
            self._leaves = []
        return faults

    def _wrong(self, row: Row) -> Iterator[Fault]:
        if row.seq != self._expected:
            yield self._fault(
                _("Entries %(first)s to %(last)s are missing.")
                % {"first": self._expected, "last": row.seq - 1},
                row,
            )
        if row.bare:
            return
        if self._leaf(row) != row.leaf:
            yield self._fault(_("The entry was altered: it no longer fits its leaf."), row)
        yield from self._payload(row)

    def _is_sound(self, row: Row) -> bool:
        return self._leaf(row) == row.leaf and _fits(row)

    def end(self) -> Iterator[Fault]:
        """What is wrong with the head and the number of tiles."""
        if self._expected != self._head.size:
            yield self._fault(
                _("The journal's head counts %(size)s entries, %(found)s are there.")
                % {"size": self._head.size, "found": self._expected}
            )
        elif not self._same_edge():
            yield self._fault(_("The journal's head does not lead to the root of its entries."))
        if JournalTile.objects.filter(**self._where).count() != self._tiles:
            yield self._fault(_("There are more tiles than the journal has filled, or fewer."))

    def _same_edge(self) -> bool:
        try:
            held = Frontier.from_bytes(self._head.size, bytes(self._head.frontier))
        except ProofError:
            return False
        return held.to_bytes() == self._frontier.to_bytes()

    def _leaf(self, row: Row) -> bytes:
        data = header(
            office=self._office_id,
            epoch=self._head.epoch,
            seq=row.seq,
            record_type=row.record_type,
            record_id=row.record_id,
            version=row.version,
            kind=row.kind,
            schema=row.schema,
            actor=row.actor,
            role=row.role,
            occurred_at=row.occurred_at,
            recorded_at=row.recorded_at,
            refs=row.refs[1:-1].split(",") if len(row.refs) > 2 else (),
            digest=row.digest.hex(),
        )
        return sha256(b"\x00" + data).digest()

    def _payload(self, row: Row) -> Iterator[Fault]:
        if row.dictionary is None:
            yield self._fault(_("The entry's document is missing."), row)
        elif row.document is None or row.salt is None:
            if not self._erased(row):
                yield self._fault(_("The entry's document was removed without an order."), row)
        elif not _fits(row):
            yield self._fault(_("The entry's document was altered."), row)

    def _erased(self, row: Row) -> bool:
        if row.sealed_epoch is None or row.sealed_seq is None:
            return False
        cited = JournalEntry.objects.filter(
            **{**self._where, "epoch": row.sealed_epoch},
            seq=row.sealed_seq,
            record_type="erasure",
            refs__contains=[UUID(row.record_id)],
        )
        return cited.exists()

    def _tile(self, level: int, hashes: list[bytes]) -> Iterator[Fault]:
        """Compare a tile that is full now, then the one above it if that is full too."""
        whole = b"".join(hashes)
        root = tiles.root(whole)
        index = (self._expected >> tiles.HEIGHT * (level + 1)) - 1
        self._tiles += 1
        held = JournalTile.objects.filter(**self._where, level=level, index=index).first()
        if held is None or bytes(held.hashes) != whole or bytes(held.root) != root:
            yield self._fault(
                _("Tile %(level)s/%(index)s of the tree does not fit the entries.")
                % {"level": level, "index": index}
            )
        if level == len(self._rows):
            self._rows.append([])
        self._rows[level].append(root)
        if len(self._rows[level]) == tiles.WIDTH:
            yield from self._tile(level + 1, self._rows[level])
            self._rows[level] = []

    def _note_root(self) -> None:
        if self._frontier.size in self.roots:
            self.roots[self._frontier.size] = self._frontier.root()

    def _fault(self, sentence: str, row: Row | None = None) -> Fault:
        if row is None:
            return Fault(self._office.code, sentence)
        identity = UUID(row.record_id)
        return Fault(
            self._office.code, sentence, self._head.epoch, row.seq, row.record_type, identity
        )


def _fits(row: Row) -> bool:
    """False too when there is nothing to fit: whether that is right is another question."""
    told = document(row)
    return (
        told is not None and row.salt is not None and sha256(row.salt + told).digest() == row.digest
    )


def document(row: Row) -> bytes | None:
    """The canonical bytes of the entry's document; None when it is erased, missing or damaged."""
    if row.document is None or row.dictionary is None:
        return None
    try:
        return payloads.unpack(row.dictionary, row.document)
    except ValueError:
        return None
