"""Is this file, byte for byte, one that this node signed?

Decided on the raw bytes: nothing of a file is unpacked or parsed as PDF before it is known to be
ours, and of the signature's own bytes only the one form that this node writes is accepted, so that
not even a changed letter case passes.
"""

from __future__ import annotations

import hashlib
import re
from enum import StrEnum

from asn1crypto import cms, x509
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from .sign import DIGEST

_RANGE = re.compile(rb"/ByteRange \[0 (\d{1,9}) (\d{1,9}) (\d{1,9})\]")
_MECHANISM = "sha256_rsa"


class Seal(StrEnum):
    WHOLE = "whole"  # signed by this node, no byte changed
    BROKEN = "broken"  # carries this node's certificate, but is not what was signed
    FOREIGN = "foreign"  # nothing in it is this node's


def examine(data: bytes, certificates: list[x509.Certificate]) -> Seal:
    """`certificates`: the node's own, present and former."""
    if any(_is_whole(data, certificate) for certificate in certificates):
        return Seal.WHOLE
    known = any(_mentions(data, certificate) for certificate in certificates)
    return Seal.BROKEN if known else Seal.FOREIGN


def _mentions(data: bytes, certificate: x509.Certificate) -> bool:
    """Either half will do: one changed byte cannot hide whose paper it was."""
    written = certificate.dump().hex().upper().encode()
    half = len(written) // 2
    return written[:half] in data or written[half:] in data


def _is_whole(data: bytes, certificate: x509.Certificate) -> bool:
    ranges = _RANGE.findall(data)
    if len(ranges) != 1:
        return False
    end, start, rest = (int(number) for number in ranges[0])
    if start + rest != len(data) or not 0 < end < start:
        return False
    digest = hashlib.new(DIGEST, data[:end] + data[start:]).digest()
    try:
        return _signs(data[end:start], digest, certificate)
    except (ValueError, TypeError, KeyError):
        return False  # what cannot be read was not written by us


def _signs(container: bytes, digest: bytes, certificate: x509.Certificate) -> bool:
    signed = cms.ContentInfo.load(bytes.fromhex(container[1:-1].decode("ascii")))["content"]
    (signer,) = signed["signer_infos"]
    if _written(signer, certificate, len(container)) != container:
        return False
    intact, valid = validate_sig_integrity(
        signer, certificate, expected_content_type="data", actual_digest=digest
    )
    return bool(intact and valid)


def _written(signer: cms.SignerInfo, certificate: x509.Certificate, length: int) -> bytes:
    """How this node would have written this signature into a gap of that length."""
    algorithm = cms.DigestAlgorithm({"algorithm": DIGEST})
    issuer = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
    ours = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                "issuer_and_serial_number", cms.IssuerAndSerialNumber(issuer)
            ),
            "digest_algorithm": algorithm,
            "signed_attrs": signer["signed_attrs"],
            "signature_algorithm": cms.SignedDigestAlgorithm({"algorithm": _MECHANISM}),
            "signature": signer["signature"].native,
        }
    )
    whole = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [algorithm],
            "encap_content_info": {"content_type": "data"},
            "certificates": [certificate],
            "signer_infos": [ours],
        }
    )
    der: bytes = cms.ContentInfo({"content_type": "signed_data", "content": whole}).dump()
    return b"<" + der.hex().upper().encode().ljust(length - 2, b"0") + b">"
