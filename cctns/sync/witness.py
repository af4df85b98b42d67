"""Cosigning: this node's word, with the time, that it has seen a journal at a size and root.

A C2SP tlog-cosignature. It is given only after the entries up to there were verified against what
this node held before, in the same transaction, so it never vouches for two different histories.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.conf import settings

from cctns.lib import notes
from cctns.lib.clock import now

from . import realm
from .models import Peer


def cosign(note: str) -> str:
    """The signature line of this node under the note of a checkpoint."""
    return signer().cosign(notes.parse(note).text, int(now().timestamp()))


def signer() -> notes.Signer:
    return notes.Signer(realm.me(), cosign_key(), notes.COSIGNATURE)


def verifier_of(peer: Peer) -> notes.Verifier:
    """What checks a neighbour's cosignature."""
    return notes.Verifier(peer.name, notes.COSIGNATURE, bytes(peer.cosign_key))


def cosign_key() -> Ed25519PrivateKey:
    return _read(Path(settings.COSIGN_KEY_FILE), Path(settings.COSIGN_KEY_FILE).stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _read(path: Path, _written: int) -> Ed25519PrivateKey:
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{path} holds no Ed25519 key")
    return key
