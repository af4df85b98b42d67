"""Does the journal still say what a paper's mark says? Asked of journal tables alone.

Nothing of a case is read: the check opens the one payload only to hash it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import connection, transaction

from cctns.journal import header, payloads
from cctns.journal.fields import instant
from cctns.journal.models import JournalEntry, JournalHead, JournalPayload
from cctns.journal.proofs import tree
from cctns.journal.witnessed import Witnessed, witnessed
from cctns.lib import merkle
from cctns.offices.models import Office

from .stamp import SHORT_ROOT, Stamp

_MARK = re.compile(r"(\d{1,3})-([^/\s]{1,20})/(\d{1,9})/(\d{1,15})/(\d{1,15})/([0-9a-f]{16,64})")
_ROOT = re.compile(rf"[0-9a-f]{{{SHORT_ROOT},64}}")
_NUMBER = re.compile(r"[0-9]{1,15}")


class Finding(StrEnum):
    SOUND = "sound"
    ERASED = "erased"  # sound, and its contents were removed by a court's order
    NO_ENTRY = "no_entry"
    OTHER_ROOT = "other_root"  # the journal never had this root: mark or journal was rewritten
    OTHER_ENTRY = "other_entry"  # the entry is not the one that the paper was printed from
    BAD_PAYLOAD = "bad_payload"  # the record behind the entry was changed in the database


@dataclass(frozen=True, kw_only=True)
class Place:
    """A paper's place in a journal; an empty root asks for the entry as the journal stands."""

    office: Office
    epoch: int
    seq: int
    size: int
    root: str


@dataclass(frozen=True, kw_only=True)
class Looked:
    """What was found, and the little that may be told to anybody: kind of record, office, time."""

    finding: Finding
    office: Office | None = None
    record_type: str = ""
    recorded_at: datetime | None = None
    newer: bool = False
    seen: Witnessed | None = None


def place_of_mark(mark: str) -> Place | None:
    """Read what is printed: 98-1203/1/4710/4711/ab12...; None when it is no mark of this node."""
    match = _MARK.fullmatch(mark.strip().lower().replace(" ", ""))
    if match is None:
        return None
    state, code, epoch, seq, size, root = match.groups()
    office = Office.objects.filter(state=int(state), code__iexact=code).first()
    return _place(office, epoch, seq, size, root)


def place_of_link(told: dict[str, str]) -> Place | None:
    """Read the parts of a QR code's link; `size` may be missing, then the entry is the last one."""
    seq, epoch, root = told.get("seq", ""), told.get("epoch", ""), told.get("root", "").lower()
    size = told.get("size") or (str(int(seq) + 1) if _NUMBER.fullmatch(seq) else "")
    if not all(_NUMBER.fullmatch(one) for one in (seq, epoch, size)):
        return None
    if root and not _ROOT.fullmatch(root):
        return None
    try:
        office = Office.objects.filter(pk=UUID(told.get("office", ""))).first()
    except ValueError:
        return None
    return _place(office, epoch, seq, size, root)


def _place(office: Office | None, epoch: str, seq: str, size: str, root: str) -> Place | None:
    if office is None or int(seq) >= int(size):
        return None
    return Place(office=office, epoch=int(epoch), seq=int(seq), size=int(size), root=root)


def look_up(place: Place, stamp: Stamp | None = None) -> Looked:
    """Entry, leaf, root, inclusion and payload; with a stamp, that the entry is the stamp's own."""
    with transaction.atomic():
        entry = JournalEntry.objects.filter(
            office=place.office, epoch=place.epoch, seq=place.seq
        ).first()
        if entry is None:
            return Looked(finding=Finding.NO_ENTRY)
        return Looked(
            finding=_finding(place, entry, stamp),
            office=place.office,
            record_type=entry.record_type,
            recorded_at=entry.recorded_at,
            newer=JournalEntry.objects.filter(
                record_id=entry.record_id, version__gt=entry.version
            ).exists(),
            seen=witnessed(place.office, place.epoch, place.seq),
        )


def _finding(place: Place, entry: JournalEntry, stamp: Stamp | None) -> Finding:
    if not _stands(place, entry):
        return Finding.OTHER_ROOT
    if stamp and not _is_of(stamp, entry):
        return Finding.OTHER_ENTRY
    return _payload(entry)


def _stands(place: Place, entry: JournalEntry) -> bool:
    """The entry's own words give its leaf, and the leaf stands under the root that was printed."""
    leaf = _leaf(entry)
    try:
        whole = tree(place.office.pk, place.epoch)
        size = place.size if place.root else len(whole)
        root = whole.root(size)
        merkle.verify_inclusion(leaf, entry.seq, size, whole.inclusion(entry.seq, size), root)
    except (merkle.ProofError, JournalHead.DoesNotExist):
        return False
    return root.hex().startswith(place.root)


def _is_of(stamp: Stamp, entry: JournalEntry) -> bool:
    told = (stamp.leaf, stamp.digest, stamp.record, stamp.version)
    held = (bytes(entry.leaf).hex(), bytes(entry.payload_digest).hex())
    return told == (*held, str(entry.record_id), entry.version)


def _leaf(entry: JournalEntry) -> bytes:
    data = header.header(
        office=str(entry.office_id),
        epoch=entry.epoch,
        seq=entry.seq,
        record_type=entry.record_type,
        record_id=str(entry.record_id),
        version=entry.version,
        kind=entry.kind,
        schema=entry.schema,
        actor=str(entry.actor_id),
        role=entry.role,
        occurred_at=instant(entry.occurred_at),
        recorded_at=instant(entry.recorded_at),
        refs=[str(one) for one in entry.refs],
        digest=bytes(entry.payload_digest).hex(),
    )
    return header.leaf(data)


def _payload(entry: JournalEntry) -> Finding:
    """Hash the payload. The second wall is opened for the entry's own office, this once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('cctns.office', %s, true)", [str(entry.office_id)])
    held = JournalPayload.objects.filter(
        office=entry.office_id, epoch=entry.epoch, seq=entry.seq
    ).first()
    if held is None:
        return Finding.BAD_PAYLOAD
    if held.salt is None or held.document is None:
        return Finding.ERASED
    try:
        document = payloads.unpack(held.dictionary, bytes(held.document))
    except ValueError:
        return Finding.BAD_PAYLOAD
    same = header.payload_digest(bytes(held.salt), document) == bytes(entry.payload_digest)
    return Finding.SOUND if same else Finding.BAD_PAYLOAD
