"""Self-contained proof files (C2SP tlog-proof): one entry, its path, and a signed checkpoint."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from . import merkle, notes

HEADER = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})")
_MOST_HASHES = 63


@dataclass(frozen=True)
class TlogProof:
    """The inclusion proof of leaf `index` under the root of the signed note `checkpoint`."""

    index: int
    hashes: Sequence[bytes]
    checkpoint: str

    def text(self) -> str:
        lines = (HEADER, f"index {self.index}", *map(notes.encode, self.hashes))
        return "\n".join(lines) + "\n\n" + self.checkpoint

    @classmethod
    def parse(cls, text: str) -> TlogProof:
        """Raises notes.NoteError for anything that is not such a file."""
        head, separator, checkpoint = text.partition("\n\n")
        lines = head.split("\n")
        if lines[0] != HEADER or not separator or not checkpoint:
            raise notes.NoteError("this is no proof file of a transparency log")
        rest = lines[1:]
        if rest and rest[0].startswith("extra "):
            notes.decode(rest.pop(0).removeprefix("extra "))
        index = _INDEX.fullmatch(rest[0]) if rest else None
        if index is None or len(rest) - 1 > _MOST_HASHES:
            raise notes.NoteError("the proof names no entry, or has too many hashes")
        hashes = [notes.decode(line) for line in rest[1:]]
        return cls(int(index[1]), hashes, checkpoint)

    def verify(self, leaf: bytes, log: notes.Verifier) -> notes.Checkpoint:
        """The checkpoint under which the leaf is proved. Raises NoteError or merkle.ProofError."""
        note = notes.parse(self.checkpoint)
        log.verify(note)
        signed = notes.Checkpoint.parse(note.text)
        merkle.verify_inclusion(leaf, self.index, signed.size, self.hashes, signed.root)
        return signed
