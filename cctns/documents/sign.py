"""The node's signature on a paper (PAdES B-B): the node seals what it printed.

It stands for the node that printed, not for the officer who signs the paper in ink. The key lies
in a file (with a self-signed certificate until the State gives one) or in a PKCS#11 token.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from asn1crypto import pem, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.conf import settings
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

FIELD = "CCTNS"
DIGEST = "sha256"
RESERVED = 8192  # bytes kept free for the signature: certificate, hashes, RSA up to 4096 bits


class CannotSign(Exception):
    """There is no usable signing key or token; the message says which and why."""


def sign(pdf: bytes) -> bytes:
    """The same PDF with the node's signature over every byte of it. Raises CannotSign."""
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm=DIGEST,
        subfilter=SigSeedSubFilter.PADES,
        location=settings.CHECKPOINT_ORIGIN,
        reason="CCTNS",
    )
    signer = signers.PdfSigner(metadata, signer=_signer())
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    signed: bytes = signer.sign_pdf(writer, bytes_reserved=RESERVED).getvalue()
    return signed


def certificates() -> list[x509.Certificate]:
    """The node's certificate first, then those of its former keys, all in SIGNING_CERT_FILE."""
    try:
        data = Path(settings.SIGNING_CERT_FILE).read_bytes()
    except OSError as error:
        raise CannotSign(f"The signing certificate cannot be read: {error.strerror}.") from None
    found = [x509.Certificate.load(der) for _, _, der in pem.unarmor(data, multiple=True)]
    if not found:
        raise CannotSign("The signing certificate file holds no certificate.")
    return found


@cache
def _signer() -> signers.Signer:
    return _from_token() if settings.SIGNING_PKCS11_MODULE else _from_file()


class FileSigner(signers.Signer):
    """A key out of a file, read and checked once a process: checking takes longer than signing."""

    def __init__(self, certificate: x509.Certificate, key: rsa.RSAPrivateKey) -> None:
        super().__init__(signing_cert=certificate)
        self._key = key

    async def async_sign_raw(
        self, data: bytes, digest_algorithm: str, dry_run: bool = False
    ) -> bytes:
        return self._key.sign(data, padding.PKCS1v15(), hashes.SHA256())


def _from_file() -> signers.Signer:
    try:
        key = load_pem_private_key(Path(settings.SIGNING_KEY_FILE).read_bytes(), password=None)
    except OSError as error:
        raise CannotSign(f"The signing key cannot be read: {error.strerror}.") from None
    except (ValueError, TypeError):
        raise CannotSign("The signing key file holds no unencrypted PEM key.") from None
    if not isinstance(key, rsa.RSAPrivateKey):
        raise CannotSign("The signing key is not an RSA key.")
    return FileSigner(certificates()[0], key)


def _from_token() -> signers.Signer:
    """A key that never leaves its token (DSC, HSM). Raises CannotSign when it does not answer."""
    try:
        from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
    except ImportError:
        raise CannotSign(
            "A PKCS#11 token is asked for, but python-pkcs11 is not installed."
        ) from None
    try:
        pin = Path(settings.SIGNING_PKCS11_PIN_FILE).read_text(encoding="utf-8").strip()
        session = open_pkcs11_session(
            settings.SIGNING_PKCS11_MODULE,
            token_criteria=TokenCriteria(label=settings.SIGNING_PKCS11_TOKEN or None),
            user_pin=pin,
        )
    except Exception as error:  # the library has an error class of its own for each fault
        raise CannotSign(f"The signing token does not answer: {error}.") from error
    return PKCS11Signer(
        session, key_label=settings.SIGNING_PKCS11_KEY, signing_cert=certificates()[0]
    )
