"""Shipping: what the node above does not hold yet goes to it, journal by journal, in order.

Sent is not arrived: only the parent's answer, cosigned, moves the mark. After a cut the parent is
asked again, and what came twice is refused without harm.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from uuid import UUID

import structlog
from django.db import connection, transaction

from cctns.journal import checkpoints, halting
from cctns.journal.models import JournalCheckpoint, JournalHead
from cctns.lib import faults, notes

from . import gather, realm, shortfalls, wire, witness
from .line import Answer, Busy, Cut, Line
from .models import Held, Peer

log = structlog.get_logger(__name__)
MOST = 2000  # entries of a batch on a good line
_SECONDS = 15  # that one request may take
_TURN = 8  # seconds of a batch, after which letters get their turn: they never wait for bulk
_UNKNOWN = 2048.0  # bytes a second, of a connection that carried nothing yet
_PIECE = 8 * 1024  # at least, of an upload
_LEAST = 6 * 1024  # bytes of a batch: less says nothing of the rate
_SLOW = 128 * 1024  # bytes a second, below which bytes cost more than the time to pack them

_PENDING = """
SELECT head.state, head.office_id, head.epoch, coalesce(held.size, 0)
FROM journal_head head LEFT JOIN sync_held held ON held.peer_id = %s
    AND held.state = head.state AND held.office_id = head.office_id AND held.epoch = head.epoch
WHERE head.size > coalesce(held.size, 0)
ORDER BY head.size - coalesce(held.size, 0), head.office_id, head.epoch
"""


@dataclass
class Shipper:
    """What goes to one parent over one line. `most` follows what the line bears."""

    line: Line
    most: int = 500
    _size: float = 650.0  # bytes of an entry, as the last batch was packed

    @property
    def peer(self) -> Peer:
        return self.line.peer

    def pending(self) -> list[tuple[int, UUID, int, int]]:
        """State, office, epoch and first number of every journal that is held short above.

        The smallest backlog first, and an office's older epoch before its newer one.
        """
        with connection.cursor() as cursor:
            cursor.execute(_PENDING, [self.peer.pk])
            rows = cursor.fetchall()
        first: dict[UUID, tuple[int, UUID, int, int]] = {}
        for row in rows:
            if row[1] not in first or row[2] < first[row[1]][2]:
                first[row[1]] = row
        return list(first.values())

    def send(self, journal: tuple[int, UUID, int, int]) -> bool:
        """One batch of a journal; True when the parent holds more than before. Raises Cut."""
        state, office, epoch, first = journal
        head = JournalHead.objects.select_related("office").get(
            state=state, office=office, epoch=epoch
        )
        batch = gather.stretch(head, first, self._fitting(), to=self.peer)
        if batch is None:
            return False
        data = wire.pack(batch, level=self._level())
        self._size = len(data) / len(batch.entries)
        faults.point("ship.packed")
        try:
            answer = self._put(office, epoch, first, data)
        except Busy:  # says nothing of the line
            raise
        except Cut:
            self.most = max(1, self.most // 2)
            raise
        faults.point("ship.answered")
        return self._heed(head, batch, answer)

    def _fitting(self) -> int:
        """As many entries as the line carries in one turn, by what this connection carried."""
        rate = self.line.bytes_per_second
        if not self.line.measured:
            rate = min(rate or _UNKNOWN, _UNKNOWN)  # it may have become bad while it was cut
        amount = max(_LEAST, rate * _TURN)
        return max(1, min(self.most, int(amount / self._size)))

    def _level(self) -> int:
        rate = self.line.bytes_per_second
        return 19 if 0 < rate < _SLOW else 9

    def _put(self, office: UUID, epoch: int, first: int, data: bytes) -> Answer:
        path = f"/sync/v1/{office}/{epoch}/entries"
        piece = max(_PIECE, int(self.line.bytes_per_second * _SECONDS))
        if len(data) <= piece or self.line.bytes_per_second == 0:
            return self.line.call("PUT", path, data, query={"from": first})
        digest = self._upload(data, piece)
        return self.line.call("PUT", path, query={"from": first, "upload": digest})

    def _upload(self, data: bytes, piece: int) -> str:
        """In pieces, from where the parent has it; each that arrived is never sent again."""
        digest = hashlib.sha256(data).hexdigest()
        path = f"/sync/v1/uploads/{digest}"
        at = self.line.call("HEAD", path).offset
        while at < len(data):
            answer = self.line.call(
                "PATCH", path, data[at : at + piece], headers={"Upload-Offset": str(at)}
            )
            if answer.status not in (204, 409):
                raise Cut(f"upload refused: {answer.status} {answer.told.get('reason', '')}")
            at = answer.offset if answer.status == 204 else int(answer.told["offset"])
        return digest

    def _heed(self, head: JournalHead, batch: wire.Batch, answer: Answer) -> bool:
        told = answer.told
        if answer.status == 200:
            self._saved(head, batch, told["cosignature"])
            self.most = min(MOST, max(self.most + 1, self.most * 5 // 4))
            return True
        if answer.status == 409 and "size" in told:
            size = int(told["size"])
            if told.get("epoch", head.epoch) == head.epoch and size < batch.head.first:
                shortfalls.note(self.peer, head, vouched=batch.head.first, held=size)
                return True
            return self._held(head, int(told.get("epoch", head.epoch)), size)
        if answer.status == 423 and head.closed:
            Held.mark(self.peer, head, head.size)  # its next epoch tells it again
            return True
        if answer.status == 423:
            halt(head, halting.FORKED, int(told.get("seq", 0)))
            return False
        raise Cut(f"{answer.status}: {told.get('reason', 'no reason given')}")

    def _saved(self, head: JournalHead, batch: wire.Batch, line: str) -> None:
        """The parent's cosignature under our checkpoint, and how far it holds the journal."""
        with transaction.atomic():
            signed = JournalCheckpoint.objects.get(
                state=head.state, office=head.office, epoch=head.epoch, size=batch.end
            )
            try:
                checkpoints.cosign(signed, line, witness.verifier_of(self.peer))
            except notes.NoteError as error:
                raise Cut(f"the parent's cosignature is wrong: {error}") from None
            Held.mark(self.peer, head, batch.end)
            faults.point("ship.saving")
        faults.point("ship.saved")

    def _held(self, head: JournalHead, epoch: int, size: int) -> bool:
        """The parent stands elsewhere than we thought: believe it, unless it is ahead of us."""
        own = JournalHead.objects.filter(state=head.state, office=head.office, epoch=epoch).first()
        if own is None or size > own.size:
            if head.home_node == realm.me():
                halt(head, halting.BEHIND, size)
            return False
        Held.mark(self.peer, own, size)
        return True


def halt(head: JournalHead, why: str, number: int) -> None:
    """Nothing more is written to this journal until somebody has brought it in order."""
    told = halting.code(why, number)
    if head.home_node != realm.me() or head.halted == told:
        return
    JournalHead.objects.filter(pk=head.pk, closed=False).update(halted=told)
    log.error("sync.halted", office=str(head.office_id), epoch=head.epoch, why=told)
