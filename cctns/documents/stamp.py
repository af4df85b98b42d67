"""Where a paper stands in the journal of its office: printed, as a QR code, and for machines.

The statement says nothing of the case: only numbers, hashes and what kind of paper it is.
"""

from __future__ import annotations

import io
from dataclasses import asdict, dataclass
from urllib.parse import urlencode
from uuid import UUID

import segno
from django.conf import settings

from cctns.lib import canonical

ATTACHMENT = "cctns-statement.json"
SHORT_ROOT = 16  # hexadecimal characters of the root in the printed mark: 64 bits


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """One record's version at its place: entry `seq` of a tree of `size` leaves with this root.

    Hashes are lower-case hexadecimal, ids are UUIDs as text, `station` is State-code.
    """

    origin: str
    paper: str  # "fir", "gd", "complaint"
    station: str
    office: str
    epoch: int
    seq: int
    size: int
    root: str
    record: str
    version: int
    leaf: str
    digest: str

    @property
    def mark(self) -> str:
        """What a person can type: 27-1203/1/4710/4711/9f86d081884c7d65."""
        root = self.root[:SHORT_ROOT]
        return f"{self.station}/{self.epoch}/{self.seq}/{self.size}/{root}"

    @property
    def url(self) -> str:
        """The link of the QR code."""
        place = {key: getattr(self, key) for key in ("office", "epoch", "seq", "size", "root")}
        return f"{settings.PUBLIC_URL}/verify?{urlencode(place)}"

    @property
    def statement(self) -> str:
        """Canonical JSON, attached to the PDF."""
        return canonical.dumps(asdict(self)).decode()

    def printed(self) -> dict[str, str]:
        """What the templates show."""
        return {
            "mark": self.mark,
            "address": f"{settings.PUBLIC_URL}/verify",
            "qr": qr_code(self.url),
            "statement": self.statement,
            "attachment": ATTACHMENT,
        }


def read_statement(data: bytes) -> Stamp:
    """Read an attached statement back. Raises ValueError for anything that never was ours."""
    told = canonical.loads(data)
    if not isinstance(told, dict):
        raise ValueError("the statement is not an object")
    try:
        stamp = Stamp(**told)
        UUID(stamp.office), UUID(stamp.record)
        bytes.fromhex(stamp.root + stamp.leaf + stamp.digest)
    except (TypeError, ValueError, AttributeError) as error:
        raise ValueError(f"the statement cannot be read: {error}") from error
    if not all(isinstance(n, int) for n in (stamp.epoch, stamp.seq, stamp.size, stamp.version)):
        raise ValueError("the statement's numbers are no numbers")
    return stamp


def qr_code(text: str) -> str:
    """SVG of a QR code (level M: a seventh of it may be soiled).

    The mask is fixed: trying all eight takes longer than printing, and any reader takes each.
    """
    drawn = io.BytesIO()
    segno.make(text, error="m", mask=3, boost_error=False).save(
        drawn, kind="svg", border=0, xmldecl=False, svgns=True, omitsize=True
    )
    return drawn.getvalue().decode()
