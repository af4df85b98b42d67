"""Between which two moments an entry came into its journal, by the clock of another node."""

from __future__ import annotations

from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cctns.journal import checkpoints
from cctns.journal.witnessed import Witnessed, witnessed
from cctns.lib import notes
from cctns.offices.models import Posting

from .conftest import Make

STATE = notes.Signer("cctns.in/tl", Ed25519PrivateKey.generate(), notes.COSIGNATURE)
COURT = notes.Signer("court.example", Ed25519PrivateKey.generate(), notes.COSIGNATURE)


def _cosigned(by: Posting, witness: notes.Signer, at: int) -> None:
    signed = checkpoints.checkpoint(by.office)
    assert signed is not None
    line = witness.cosign(notes.parse(signed.note).text, at)
    checkpoints.cosign(signed, line, witness.verifier)


def _moment(at: int) -> datetime:
    return datetime.fromtimestamp(at, UTC)


def test_an_entry_stands_between_two_checkpoints(write: Make, by: Posting) -> None:
    write()
    assert witnessed(by.office, 1, 0) is None
    _cosigned(by, STATE, 1_000)
    assert witnessed(by.office, 1, 0) == Witnessed("cctns.in/tl", None, _moment(1_000))
    write()
    assert witnessed(by.office, 1, 1) is None  # written, and not yet cosigned by anybody
    write()
    _cosigned(by, STATE, 2_000)
    for seq in (1, 2):
        assert witnessed(by.office, 1, seq) == Witnessed(
            "cctns.in/tl", _moment(1_000), _moment(2_000)
        )
    assert witnessed(by.office, 1, 3) is None


def test_the_first_who_cosigned_is_named_and_vouches_for_its_own_past_alone(
    write: Make, by: Posting
) -> None:
    write()
    _cosigned(by, STATE, 1_000)
    write()
    _cosigned(by, STATE, 3_000)
    _cosigned(by, COURT, 2_500)
    assert witnessed(by.office, 1, 1) == Witnessed("court.example", None, _moment(2_500))
