"""The node's secrets and keys: made at first start, never shown, readable by their owner only."""

from __future__ import annotations

import json
import os
import secrets
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.x509.oid import NameOID

from cctns.lib.clock import now

from .env import ROLES

FOLDER = "keys"
SECRETS = "secrets.json"  # Django's secret key, database passwords, identity keys by number
NODE_KEY = "node.pem"  # Ed25519: signs checkpoints and requests
COSIGN_KEY = "cosign.pem"  # Ed25519: witnesses what others signed
BOX_KEY = "box.pem"  # X25519: what is brought on a drive is sealed for it
SIGNING_KEY, SIGNING_CERT = "signing.pem", "signing.crt"  # signs papers (PAdES)
CERT_LIFE = timedelta(days=3650)


def ensure(home: Path) -> None:
    """Make what is missing of the node's keys; what is there stays."""
    folder = home / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _ensure_secrets(folder / SECRETS)
    for name, kind in _NODE_KEYS.items():
        if not (folder / name).exists():
            _write(folder / name, _pem(kind.generate()))
    if not (folder / SIGNING_CERT).exists():
        _make_certificate(folder)


_NODE_KEYS: dict[str, type[Ed25519PrivateKey] | type[X25519PrivateKey]] = {
    NODE_KEY: Ed25519PrivateKey,
    COSIGN_KEY: Ed25519PrivateKey,
    BOX_KEY: X25519PrivateKey,
}


def _ensure_secrets(path: Path) -> None:
    """What is there stays; what a newer program needs besides is added."""
    held = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    told = {**_new_secrets(), **held}
    if told != held:
        _write(path, json.dumps(told, indent=1).encode())


def read_secrets(home: Path) -> dict[str, str]:
    """The secrets of a node that was set up. Raises FileNotFoundError before that."""
    told: dict[str, str] = json.loads((home / FOLDER / SECRETS).read_text(encoding="utf-8"))
    return told


def identity_keys(told: dict[str, str]) -> dict[int, bytes]:
    """The keys of identity numbers by their number: "identity.1" -> {1: 32 bytes}."""
    found = {name: value for name, value in told.items() if name.startswith("identity.")}
    return {int(name.partition(".")[2]): bytes.fromhex(value) for name, value in found.items()}


def _new_secrets() -> dict[str, str]:
    passwords = {f"database.{role}": secrets.token_urlsafe(32) for role in ("superuser", *ROLES)}
    return {"django": secrets.token_urlsafe(64), "identity.1": secrets.token_hex(32), **passwords}


def _pem(key: PrivateKeyTypes) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def _make_certificate(folder: Path) -> None:
    """A certificate that the node signs itself, until the State gives it one.

    RSA, as on the tokens in use: a curve would make PDF 2.0 of an archivable PDF 1.7.
    """
    key = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "CCTNS node")])
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now() - timedelta(minutes=5))
        .not_valid_after(now() + CERT_LIFE)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    _write(folder / SIGNING_KEY, _pem(key))
    _write(folder / SIGNING_CERT, certificate.public_bytes(serialization.Encoding.PEM))


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, mode 600: a power cut leaves no half key."""
    half = path.with_suffix(".new")
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    half.rename(path)
