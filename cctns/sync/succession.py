"""A node that takes a new key says so with the old one; whoever knew the old one believes the new.

The statement goes along with every request and answer, so no line has to be up at the moment.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings

from cctns.journal.checkpoints import node_key
from cctns.journal.models import NodeKey
from cctns.lib.clock import now

HEADER = "Key-Succession"
_FILE = "succession.json"


def rotate() -> str:
    """Make a new key for this node, and the statement that hands over to it; returns the new key.

    What the old one signed stays signed by it.
    """
    old, new = node_key(), Ed25519PrivateKey.generate()
    held, told = _public(old), _public(new)
    statement = {"old": held, "new": told, "signature": old.sign(_said(held, told)).hex()}
    NodeKey.objects.get_or_create(
        node=settings.CHECKPOINT_ORIGIN,
        key=bytes.fromhex(held),
        defaults={"since": now(), "until": now()},
    )
    # First the statement, then the key: a cut between leaves the old one at work.
    _write(_path(), json.dumps([*_statements(), statement]).encode())
    pem = new.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    _write(Path(settings.NODE_KEY_FILE), pem)
    return told


def header() -> dict[str, str]:
    """What goes along: the last statements, as far as a neighbour may have missed them."""
    told = _statements()[-4:]
    return {HEADER: json.dumps(told, separators=(",", ":"))} if told else {}


def accept(node: str, said: str) -> bool:
    """Believe a neighbour's statements as far as they lead on from the key that is known of it."""
    try:
        statements = json.loads(said)
    except ValueError:
        return False
    moved = False
    for one in statements if isinstance(statements, list) else ():
        moved = _believe(node, one) or moved
    return moved


def _believe(node: str, one: dict[str, str]) -> bool:
    held = NodeKey.objects.filter(node=node, until=None).first()
    if held is None or bytes(held.key).hex() != one.get("old"):
        return False
    try:
        signature, new = bytes.fromhex(one["signature"]), bytes.fromhex(one["new"])
        Ed25519PublicKey.from_public_bytes(bytes(held.key)).verify(
            signature, _said(one["old"], one["new"])
        )
    except (InvalidSignature, ValueError, KeyError):
        return False
    NodeKey.objects.filter(pk=held.pk).update(until=now())
    NodeKey.objects.update_or_create(node=node, key=new, defaults={"since": now(), "until": None})
    return True


def _said(old: str, new: str) -> bytes:
    return f"cctns key succession\n{old}\n{new}\n".encode()


def _public(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()


def _path() -> Path:
    return Path(settings.NODE_KEY_FILE).with_name(_FILE)


def _statements() -> list[dict[str, str]]:
    path = _path()
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, mode 600."""
    half = path.with_suffix(".new")
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    half.rename(path)
