"""The log of logs: courts, laboratories and the nation witness this one, not 17,500 offices.

A leaf is the text of a checkpoint (RFC 9162 leaf hash), so whoever holds a station's checkpoint can
ask for its place here. It waits from the transaction that took its journal (grown.py); the process
that talks to nodes carries the log on, one writer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from cctns.journal.checkpoints import node_key
from cctns.lib import merkle, notes
from cctns.lib.merkle import Frontier

from . import realm
from .models import LogHead, LogLeaf

_AT_ONCE = 1000


def carry_on() -> int:
    """Number what waits, and sign the log as it stands then; returns how many leaves were added."""
    with transaction.atomic():
        LogHead.objects.get_or_create(pk=1)
        head = LogHead.objects.select_for_update().get(pk=1)
        waiting = list(LogLeaf.objects.filter(seq=None).order_by("pk")[:_AT_ONCE])
        if not waiting:
            return 0
        edge = Frontier.from_bytes(head.size, bytes(head.frontier))
        for one in waiting:
            one.seq = edge.size
            told = notes.Checkpoint(one.origin, one.size, bytes(one.root)).text()
            one.leaf = merkle.leaf_hash(told.encode())
            edge.append(one.leaf)
        LogLeaf.objects.bulk_update(waiting, ["seq", "leaf"])
        head.size, head.frontier = edge.size, edge.to_bytes()
        signer = notes.Signer(origin(), node_key())
        head.note = notes.Checkpoint(origin(), head.size, edge.root()).note(signer)
        head.save()
        return len(waiting)


def origin() -> str:
    return f"{realm.me()}/checkpoints"


@dataclass(frozen=True)
class Told:
    """The log's signed note, and some of its leaves, newest first."""

    note: str
    leaves: list[LogLeaf]


def newest(most: int, *, before: int | None = None) -> Told:
    """The last leaves, or those before a number."""
    leaves = LogLeaf.objects.exclude(seq=None)
    if before is not None:
        leaves = leaves.filter(seq__lt=before)
    return Told(note(), list(leaves.order_by("-seq")[:most]))


def note() -> str:
    """The newest that this node has signed of its log; empty before its first."""
    return LogHead.objects.filter(pk=1).values_list("note", flat=True).first() or ""


def since(first: int, most: int = 500) -> dict[str, Any]:
    """The log's signed note, and its leaves from `first` on as origin, size, root, time."""
    leaves = LogLeaf.objects.filter(seq__gte=first).order_by("seq")[:most]
    return {
        "note": note(),
        "leaves": [
            [one.seq, one.origin, one.size, bytes(one.root).hex(), one.at.isoformat()]
            for one in leaves
        ],
    }
