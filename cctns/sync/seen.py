"""What other nodes signed of their logs of checkpoints: two roots of one size are two views.

Neighbours tell each other their newest note in the hello, and it is kept. A node that shows one
history here and another there is found out as soon as two notes of one size come together: in one
hello after another, or by a page of `/checkpoints.txt` that somebody saved and brings here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from cctns.journal import checkpoints
from cctns.lib import notes
from cctns.lib.clock import now

from .models import SeenNote

log = structlog.get_logger(__name__)
ENDING = "/checkpoints"  # of the name of a node's log
_KEPT = timedelta(days=30)


@dataclass(frozen=True)
class TwoViews:
    """Two roots that one node signed for one size of its log; both notes are kept."""

    origin: str
    size: int
    roots: Sequence[bytes]

    @property
    def sentence(self) -> str:
        told = {
            "node": self.origin.removesuffix(ENDING),
            "size": self.size,
            "roots": ", ".join(root.hex() for root in self.roots),
        }
        return (
            _(
                "%(node)s has signed different roots of its log at %(size)s checkpoints: "
                "%(roots)s. It shows two views of what it holds, or was put back from a backup. "
                "Both notes are kept."
            )
            % told
        )


def read(note: str) -> notes.Checkpoint:
    """The checkpoint of a log, if the node that it names has signed it. Raises NoteError."""
    parsed = notes.parse(note)
    shown = notes.Checkpoint.parse(parsed.text)
    node = shown.origin.removesuffix(ENDING)
    if node == shown.origin:
        raise notes.NoteError(f"{shown.origin} is not the log of a node")
    failed = notes.NoteError(f"no key of {node} is known here")
    for key in checkpoints.keys_of(node):
        try:
            notes.Verifier(shown.origin, notes.ED25519, key).verify(parsed)
        except notes.NoteError as error:
            failed = error
        else:
            return shown
    raise failed


def hear(note: str, *, node: str) -> None:
    """A neighbour's newest note, kept; anything else that it may say instead is only logged."""
    if not note:
        return
    try:
        shown = read(note)
        if shown.origin != node + ENDING:
            raise notes.NoteError(f"this is the log {shown.origin}")
    except notes.NoteError as error:
        log.warning("sync.note", node=node, why=str(error))
        return
    keep(shown, note)


def keep(shown: notes.Checkpoint, note: str) -> TwoViews | None:
    """Keep a note that was read; what it contradicts, if anything."""
    where = {"origin": shown.origin, "size": shown.size, "root": shown.root}
    _kept, new = SeenNote.objects.get_or_create(**where, defaults={"note": note, "at": now()})
    found = _views(shown.origin, shown.size)
    if new and found:
        log.error("sync.two_views", origin=shown.origin, size=shown.size, why=found.sentence)
    return found


def _views(origin: str, size: int) -> TwoViews | None:
    held = SeenNote.objects.filter(origin=origin, size=size).order_by("id")
    roots = [bytes(one) for one in held.values_list("root", flat=True)]
    return TwoViews(origin, size, roots) if len(roots) > 1 else None


def two_views() -> list[TwoViews]:
    """What contradicts itself and was seen lately, newest first; the notes are kept for ever."""
    lately = _contradicting().filter(at__gte=now() - _KEPT).order_by("-id")
    found = lately.values_list("origin", "size")[:50]
    views = (_views(origin, size) for origin, size in dict.fromkeys(found))
    return [one for one in views if one is not None]


def _contradicting() -> QuerySet[SeenNote]:
    other = SeenNote.objects.filter(origin=OuterRef("origin"), size=OuterRef("size"))
    return SeenNote.objects.filter(Exists(other.exclude(root=OuterRef("root"))))


def forget() -> int:
    """Notes that are old and contradict nothing; returns how many."""
    old = SeenNote.objects.filter(at__lt=now() - _KEPT)
    return old.exclude(pk__in=_contradicting().values("pk")).delete()[0]
