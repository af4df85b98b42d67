"""What is too large for the line in one piece: it arrives byte by byte and is kept as it comes.

A piece is not believed by itself: the whole must have the SHA-256 by which it is called.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest

from cctns.lib.full import is_full

from . import wire
from .models import Peer
from .refused import Refused

_DIGEST = re.compile(r"[0-9a-f]{64}")
_PIECE = 64 * 1024
_MOST_AT_ONCE = 8  # half-sent files of one node


def held(peer: Peer, digest: str) -> int:
    """How many bytes are here."""
    path = _path(peer, digest)
    return path.stat().st_size if path.exists() else 0


def append(peer: Peer, digest: str, offset: str, request: HttpRequest) -> None:
    """Write the body behind what is here, as far as it comes. Raises Refused."""
    path = _path(peer, digest)
    here = held(peer, digest)
    if not offset.isdecimal() or int(offset) != here:
        raise Refused(409, "the piece does not begin where the last one ended", offset=here)
    if here == 0:
        _make_room(path)
    with path.open("ab") as file:
        try:
            while data := request.read(_PIECE):
                if file.tell() + len(data) > wire.LARGEST:
                    raise Refused(413, f"at most {wire.LARGEST} bytes are taken")
                file.write(data)
        except OSError as error:  # the line was cut: what came is kept
            if is_full(error):
                raise
            raise Refused(408, "the line was cut; go on where it ended") from error


def whole(peer: Peer, digest: str) -> bytes:
    """The file, when it is whole. Raises Refused; a damaged one is begun again from 0."""
    path = _path(peer, digest)
    if not path.exists():
        raise Refused(404, "nothing of it is here", offset=0)
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        forget(peer, digest)
        raise Refused(422, "what arrived is not what was announced; send it again", offset=0)
    return data


def forget(peer: Peer, digest: str) -> None:
    _path(peer, digest).unlink(missing_ok=True)


def _path(peer: Peer, digest: str) -> Path:
    if not _DIGEST.fullmatch(digest):
        raise Refused(404, "an upload is called by its SHA-256")
    name = hashlib.sha256(peer.name.encode()).hexdigest()[:16]
    return Path(settings.HOME) / "uploads" / name / digest


def _make_room(path: Path) -> None:
    """Files that were begun and left lie about no longer than eight newer ones."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    old = sorted(path.parent.iterdir(), key=lambda one: one.stat().st_mtime)
    for one in old[: max(0, len(old) - _MOST_AT_ONCE + 1)]:
        one.unlink(missing_ok=True)
