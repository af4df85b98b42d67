"""The two papers of an enrolment: a request that a node makes of itself, and the grant it gets.

Both are files, to be carried by hand, by mail or by drive; each is signed by the key it names, and
people compare the fingerprint by voice before they believe it.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.conf import settings

from cctns.journal.checkpoints import node_key
from cctns.lib import canonical
from cctns.lib.clock import now

from . import realm, witness
from .models.peer import NodeRole

Paper = dict[str, Any]


class NotAPaper(ValueError):
    """This file is no paper of an enrolment, or was altered; says which."""


def keys_of_this_node() -> Paper:
    """Name, role and public keys, as either paper tells them."""
    return {
        "node": realm.me(),
        "role": str(realm.role()),
        "log_key": node_key().public_key().public_bytes_raw().hex(),
        "cosign_key": witness.cosign_key().public_key().public_bytes_raw().hex(),
        "box_key": box_key().public_key().public_bytes_raw().hex(),
    }


def box_key() -> X25519PrivateKey:
    key = load_pem_private_key(Path(settings.BOX_KEY_FILE).read_bytes(), password=None)
    if not isinstance(key, X25519PrivateKey):
        raise TypeError(f"{settings.BOX_KEY_FILE} holds no X25519 key")
    return key


def request() -> Paper:
    """What a new node shows to the one above it."""
    return signed({"paper": "request", **keys_of_this_node(), "at": now().isoformat()})


def signed(told: Paper) -> Paper:
    """The paper with this node's signature over everything else in it."""
    made = node_key().sign(canonical.dumps(told)).hex()
    return {**told, "signature": made}


def opened(data: bytes, kind: str) -> Paper:
    """A paper out of a file, its signature checked by the key it names. Raises NotAPaper."""
    try:
        told = json.loads(data)
        bare = {name: value for name, value in told.items() if name != "signature"}
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(told["log_key"]))
        key.verify(bytes.fromhex(told["signature"]), canonical.dumps(bare))
        NodeRole(told["role"])
        for name in ("cosign_key", "box_key"):
            if len(bytes.fromhex(told[name])) != 32:
                raise ValueError(name)
    except InvalidSignature:
        raise NotAPaper("The paper was altered: its signature does not fit.") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotAPaper(f"This is no paper of an enrolment: {error}") from None
    if told.get("paper") != kind:
        raise NotAPaper(f"This paper is a {told.get('paper')}; a {kind} is wanted.")
    return bare


def fingerprint(told: Paper) -> str:
    """Twelve groups of four digits, to be read aloud: of the name and the three keys."""
    said = "\n".join(str(told[name]) for name in ("node", "log_key", "cosign_key", "box_key"))
    number = int.from_bytes(sha256(said.encode()).digest()[:20])
    digits = f"{number % 10**48:048d}"
    return " ".join(digits[at : at + 4] for at in range(0, 48, 4))
