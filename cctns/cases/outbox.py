"""A case handed to another station, and its answer, told to a node that lacks the journal.

A transfer is a record of the station that sends, the answer one of the station that receives. Both
go up with their journals; a station with a node of its own gets the other's record as a letter. A
letter is read only where the journal that it was written in is not kept: what a journal says has
been proved, a letter has the node above for a witness.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid5

from cctns.journal import follow, kinds
from cctns.journal.models import JournalEntry, JournalHead, Record
from cctns.sync import directory, letters, realm, received
from cctns.sync.models import Letter
from cctns.sync.refused import Refused

from .models import TransferAnswer, ZeroTransfer

FOLLOWER = "cases.handing"
EVENTS = ("zero_transfer.sent", "transfer_answer.accepted", "transfer_answer.returned")
_LETTER = "case_handed"


def register() -> None:
    follow.register(FOLLOWER, handle, kinds=EVENTS, forget=lambda: None)
    letters.register(_LETTER, take)


def handle(entries: Sequence[JournalEntry]) -> None:
    """Of the journals that are written here: what came is told by the node that wrote it."""
    homes = realm.homes({one.office_id for one in entries})
    for one in entries:
        if homes.get(one.office_id) == realm.me():
            _tell(_record(one.record_id))


def _record(pk: UUID) -> ZeroTransfer | TransferAnswer:
    found = ZeroTransfer.objects.filter(pk=pk).first()
    return found or TransferAnswer.objects.get(pk=pk)


def _tell(record: ZeroTransfer | TransferAnswer) -> None:
    kind = kinds.of(record)
    letters.send(
        kind=_LETTER,
        id=uuid5(record.pk, f"version {record.version}"),
        to=letters.To(offices=[record.to_office_id]),
        document={
            "record_type": kind.name,
            "schema": kind.schema,
            "record": json.loads(kinds.to_bytes(kinds.document(record))),
            "offices": directory.naming([record.office_id]),  # of another State, maybe
        },
    )


def take(letter: Letter) -> None:
    """Put the record of another node in its table. Refused when that node does not write it."""
    told: dict[str, Any] = letter.document
    if letter.from_node == realm.me():
        return
    record = _read(told)
    known = JournalHead.objects.filter(office=record.office_id)
    if not known.exists():
        directory.learn(told.get("offices", {}))
        received.put(record)
    elif not known.filter(home_node=letter.from_node).exists():
        raise Refused(403, f"{letter.from_node} does not write the journal of that office")


def _read(told: dict[str, Any]) -> Record:
    try:
        record, _children = kinds.from_document(
            str(told["record_type"]), int(told["schema"]), dict(told["record"])
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(422, f"this letter hands no case over: {error}") from None
    if not isinstance(record, ZeroTransfer | TransferAnswer):
        raise Refused(422, "this letter hands no case over")
    return record
