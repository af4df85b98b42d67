"""A page of `/checkpoints.txt` that somebody saved, held against what this node knows.

The page is that of another node, or what a court or a newspaper kept: if its node showed us
something else, its own signature under both is the proof.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from cctns.journal.models import JournalHead
from cctns.journal.proofs import StoredTree
from cctns.lib import merkle, notes
from cctns.lib.merkle import Frontier

from . import log_of_logs, realm, seen
from .models import LogLeaf, SeenNote


@dataclass
class Compared:
    """Sentences for a person; `wrong` ones tell of a contradiction."""

    wrong: list[str] = field(default_factory=list)
    well: list[str] = field(default_factory=list)


def is_log(data: bytes) -> bool:
    """Whether a file is such a page, by its first line."""
    return data.partition(b"\n")[0].endswith(seen.ENDING.encode())


def compare(text: str) -> Compared:
    """Raises NoteError for a page whose note is not signed by a node that is known here."""
    note, lines = _parts(text)
    shown = seen.read(note)
    found = Compared()
    leaves = [_leaf(line) for line in lines]
    _note(shown, note, found)
    if len(leaves) < shown.size:
        told = {"count": len(leaves), "size": shown.size}
        found.well.append(_("%(count)s of its %(size)s lines are here: they prove nothing.") % told)
    elif _root(leaves[: shown.size]) != shown.root:
        found.wrong.append(_("The lines of the file are not those that were signed."))
    else:
        found.wrong += _journals(leaves)
    return found


def _parts(text: str) -> tuple[str, list[str]]:
    """The note with its signatures, and the lines below it."""
    body, separator, rest = text.partition("\n\n")
    signatures, _nothing, lines = rest.partition("\n\n")
    return f"{body}{separator}{signatures.rstrip()}\n", lines.splitlines()


def _leaf(line: str) -> notes.Checkpoint:
    """`seq origin size root time`. Raises NoteError."""
    try:
        _seq, origin, size, root, _at = line.split(" ")
        return notes.Checkpoint(origin, int(size), bytes.fromhex(root))
    except ValueError:
        raise notes.NoteError(f"{line!r} is no line of a log") from None


def _root(leaves: list[notes.Checkpoint]) -> bytes:
    edge = Frontier()
    for one in leaves:
        edge.append(merkle.leaf_hash(one.text().encode()))
    return edge.root()


def _note(shown: notes.Checkpoint, note: str, found: Compared) -> None:
    """The note with those that were seen here, or with this node's own log."""
    if shown.origin == log_of_logs.origin():
        return _own(shown, found)
    known = SeenNote.objects.filter(origin=shown.origin, size=shown.size).exists()
    views = seen.keep(shown, note)
    told = {"node": shown.origin.removesuffix(seen.ENDING), "size": shown.size}
    if views:
        found.wrong.append(views.sentence)
    elif known:
        found.well.append(_("%(node)s showed this node the same %(size)s checkpoints.") % told)
    else:
        found.well.append(
            _("This node had not seen %(node)s at %(size)s checkpoints; its note is kept.") % told
        )
    return None


def _own(shown: notes.Checkpoint, found: Compared) -> None:
    edge = Frontier()
    for leaf in LogLeaf.objects.filter(seq__lt=shown.size).order_by("seq").iterator():
        edge.append(bytes(leaf.leaf))
    if (edge.size, edge.root()) == (shown.size, shown.root):
        found.well.append(_("This is what stands in this node's own log."))
    else:
        roots = (shown.root, edge.root())
        found.wrong.append(seen.TwoViews(f"{realm.me()}{seen.ENDING}", shown.size, roots).sentence)


def _journals(leaves: list[notes.Checkpoint]) -> Iterator[str]:
    """Journals of which the log says something else than is held here."""
    held = {f"{one.home_node}/{one.office.code}/{one.epoch}": one for one in _heads()}
    for leaf in leaves:
        head = held.get(leaf.origin)
        if head is None or head.size < leaf.size:
            continue
        root = StoredTree.of(head).root(leaf.size)
        if root != leaf.root:
            told = {"journal": leaf.origin, "size": leaf.size}
            told |= {"there": leaf.root.hex(), "here": root.hex()}
            yield (
                _(
                    "The log names another root of %(journal)s at %(size)s entries, %(there)s, "
                    "than is held here, %(here)s."
                )
                % told
            )


def _heads() -> Iterator[JournalHead]:
    return JournalHead.objects.select_related("office").iterator()
