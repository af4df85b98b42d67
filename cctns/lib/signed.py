"""HTTP message signatures (RFC 9421) over method, path, content digest, with time and nonce.

Ed25519 only, the few components that the nodes agreed on: what a proxy may change is left out.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

COVERED = ("@method", "@path", "@query", "content-digest")
_INPUT = re.compile(
    r"sig=(?P<params>\((?P<covered>[^()]*)\);created=(?P<created>\d{1,12})"
    r';keyid="(?P<keyid>[!#-\[\]-~]{1,120})";nonce="(?P<nonce>[A-Za-z0-9_-]{16,64})";alg="ed25519")'
)
_SIGNATURE = re.compile(r"sig=:([A-Za-z0-9+/=]{88}):")


class SignatureError(ValueError):
    """The request is not signed as agreed; says what is missing or wrong."""


@dataclass(frozen=True)
class Stated:
    """What a request says of its signer; nothing of it is proved before `verify`."""

    keyid: str
    created: int  # Unix seconds by the signer's clock
    nonce: str
    params: str
    signature: bytes


def content_digest(body: bytes) -> str:
    """RFC 9530: sha-256=:...:"""
    return f"sha-256=:{base64.b64encode(sha256(body).digest()).decode()}:"


def sign(
    key: Ed25519PrivateKey,
    *,
    keyid: str,
    method: str,
    path: str,
    query: str,
    body: bytes,
    created: int,
    nonce: str,
) -> dict[str, str]:
    """The three headers of a signed request; `query` without its question mark."""
    digest = content_digest(body)
    covered = " ".join(f'"{one}"' for one in COVERED)
    params = f'({covered});created={created};keyid="{keyid}";nonce="{nonce}";alg="ed25519"'
    base = signature_base(_components(method, path, query, digest), params)
    made = base64.b64encode(key.sign(base)).decode()
    return {
        "Content-Digest": digest,
        "Signature-Input": f"sig={params}",
        "Signature": f"sig=:{made}:",
    }


def stated(headers: Mapping[str, str]) -> Stated:
    """Read the signature of a request. Raises SignatureError."""
    told = _INPUT.fullmatch(headers.get("Signature-Input", ""))
    made = _SIGNATURE.fullmatch(headers.get("Signature", ""))
    if told is None or made is None:
        raise SignatureError("the request is not signed, or not as RFC 9421 writes it")
    if told["covered"] != " ".join(f'"{one}"' for one in COVERED):
        raise SignatureError("the signature does not cover method, path, query and content")
    return Stated(
        told["keyid"],
        int(told["created"]),
        told["nonce"],
        told["params"],
        base64.b64decode(made[1]),
    )


def verify(said: Stated, key: bytes, *, method: str, path: str, query: str, digest: str) -> None:
    """Raises SignatureError unless the 32 bytes of `key` made this signature.

    Whoever has read the body compares it with `digest` himself (`content_digest`).
    """
    base = signature_base(_components(method, path, query, digest), said.params)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(said.signature, base)
    except InvalidSignature:
        raise SignatureError(f"the signature is not that of {said.keyid}") from None


def _components(method: str, path: str, query: str, digest: str) -> dict[str, str]:
    values = (method.upper(), path, f"?{query}", digest)
    return dict(zip(COVERED, values, strict=True))


def signature_base(components: Mapping[str, str], params: str) -> bytes:
    """RFC 9421 s.2.5: one line a component, the parameters last, no newline at the end."""
    lines = [f'"{name}": {value}' for name, value in components.items()]
    return "\n".join([*lines, f'"@signature-params": {params}']).encode()


def sign_answer(key: Ed25519PrivateKey, *, status: int, body: bytes, nonce: str) -> dict[str, str]:
    """The headers of a signed answer to the request of that nonce."""
    digest = content_digest(body)
    made = base64.b64encode(key.sign(_answer(status, digest, nonce))).decode()
    return {"Content-Digest": digest, "Signature": f"sig=:{made}:"}


def verify_answer(
    headers: Mapping[str, str], key: bytes, *, status: int, body: bytes, nonce: str
) -> None:
    """Raises SignatureError unless the node of that key gave this answer to this very request."""
    told = _SIGNATURE.fullmatch(headers.get("Signature", ""))
    if told is None:
        raise SignatureError("the answer is not signed")
    message = _answer(status, content_digest(body), nonce)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(base64.b64decode(told[1]), message)
    except (InvalidSignature, ValueError):
        raise SignatureError("the answer is not signed by the node that was asked") from None


def _answer(status: int, digest: str, nonce: str) -> bytes:
    components = {"@status": str(status), "content-digest": digest}
    return signature_base(components, f'("@status" "content-digest");nonce="{nonce}"')
