"""Identity numbers, encrypted one by one (AES-256-GCM), bound to the record that holds them.

Stored as key id (1 byte) | nonce (12 bytes) | ciphertext. Aadhaar is never stored whole: only its
last four digits (UIDAI asks for a vault; the last four and a look at the card are enough here).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .codes import PaperKind

NONCE_BYTES = 12
VISIBLE = 4


def visible_part(number: str) -> str:
    """The last four characters, the only part that pages and papers show."""
    return number.replace(" ", "")[-VISIBLE:]


def seal(number: str, *, kind: str, record: UUID, keys: dict[int, bytes]) -> bytes | None:
    """Encrypt under the newest key; None for Aadhaar and for an empty number."""
    if not number or kind == PaperKind.AADHAAR:
        return None
    key_id = max(keys)
    nonce = secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(keys[key_id]).encrypt(nonce, number.encode(), _bound_to(record))
    return bytes((key_id,)) + nonce + sealed


def unseal(secret: bytes, *, record: UUID, keys: dict[int, bytes]) -> str:
    """Decrypt. Raises cryptography's InvalidTag when the value was moved to another record."""
    nonce, sealed = secret[1 : 1 + NONCE_BYTES], secret[1 + NONCE_BYTES :]
    return AESGCM(keys[secret[0]]).decrypt(nonce, sealed, _bound_to(record)).decode()


def fingerprint(number: str, *, kind: str, keys: dict[int, bytes]) -> str:
    """32 hexadecimal digits by which a number is found again, and from which nobody reads it.

    Under the first key: a new one must not make what was kept before unfindable. Nodes have keys of
    their own, so that a number is found within one node.
    """
    told = f"{kind}|{number.replace(' ', '').replace('-', '').upper()}"
    return hmac.new(keys[min(keys)], told.encode(), hashlib.sha256).hexdigest()[:32]


def _bound_to(record: UUID) -> bytes:
    return b"identity|" + record.bytes
