"""What stands in a header, computed in pieces and all the same."""

from __future__ import annotations

from hashlib import sha256

import pytest

from cctns.journal.header import payload_digest


@pytest.mark.parametrize("length", [0, 1, 2046, 2047, 2048, 4094, 4095, 100_000])
def test_the_digest_of_a_payload_is_that_of_salt_and_document_whole(length: int) -> None:
    salt, document = bytes(range(16)), bytes(at % 251 for at in range(length))
    assert payload_digest(salt, document) == sha256(salt + document).digest()
