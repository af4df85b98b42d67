"""Is this paper genuine? One sentence for anybody: verified, altered or unknown.

A file is checked byte by byte against the node's signature and then against the journal; of a
printed paper only the mark can be checked, so its sentence tells what to compare by eye.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext
from pyhanko.pdf_utils.reader import PdfFileReader

from cctns.journal.witnessed import Witnessed
from cctns.lib.wording import noop as _
from cctns.offices.models import Office

from . import ledger
from .ledger import Finding, Looked, Place
from .seal import Seal, examine
from .sign import certificates
from .stamp import ATTACHMENT, Stamp, read_statement

LARGEST = 10 * 1024 * 1024  # bytes of a file


class Status(StrEnum):
    VERIFIED = "verified"
    ALTERED = "altered"
    UNKNOWN = "unknown"


NOT_A_PDF = _("Unknown: this is not a PDF file.")
TOO_LARGE = _("Unknown: this file is larger than 10 MiB; no paper of this system is.")
FOREIGN = _("Unknown: this file does not carry this system's signature.")
BROKEN = _("Altered: this file is not as this system signed it.")
NO_SUCH_ENTRY = _("Unknown: no journal of this system has such an entry.")
_OF_FILE = {
    Finding.SOUND: _("Verified: this file is exactly as it was printed, and the journal agrees."),
    Finding.ERASED: _("Verified: this file is as it was printed; its record was removed by order."),
    Finding.NO_ENTRY: _("Altered: the journal no longer has the entry that this file names."),
    Finding.OTHER_ROOT: _("Altered: the journal is not what it was when this file was printed."),
    Finding.OTHER_ENTRY: _("Altered: the journal's entry is not the one that this file names."),
    Finding.BAD_PAYLOAD: _("Altered: the record behind this file was changed in the database."),
}
_OF_MARK = {
    Finding.SOUND: _(
        "Verified: the journal has this entry; compare the paper with the details below."
    ),
    Finding.ERASED: _("Verified: the journal has this entry; its record was removed by order."),
    Finding.NO_ENTRY: NO_SUCH_ENTRY,
    Finding.OTHER_ROOT: _(
        "Altered: the mark does not fit the journal; one of the two was changed."
    ),
    Finding.BAD_PAYLOAD: _("Altered: the record behind this mark was changed in the database."),
}
KINDS = {
    "fir": _("First Information Report"),
    "gd": _("General Diary"),
    "complaint": _("Complaint"),
    "lookup": _("Criminal history of a person"),
}
OTHER_KIND = _("Record")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """`sentence` is in the language that Django now speaks; the rest stands on the paper too."""

    status: Status
    sentence: str
    kind: str = ""
    office: Office | None = None
    recorded_at: datetime | None = None
    newer: bool = False
    seen: Witnessed | None = None  # by another node, which cosigned the journal


def verify_file(data: bytes) -> Answer:
    """Check a downloaded PDF. Raises CannotSign when the node has no certificate of its own."""
    if len(data) > LARGEST:
        return _unknown(TOO_LARGE)
    if not data.startswith(b"%PDF-"):
        return _unknown(NOT_A_PDF)
    seal = examine(data, certificates())
    if seal == Seal.FOREIGN:
        return _unknown(FOREIGN)
    if seal == Seal.BROKEN:
        return Answer(status=Status.ALTERED, sentence=gettext(BROKEN))
    return _verify_stamp(_statement(data))


def verify_mark(place: Place | None) -> Answer:
    """Check the place that a printed paper names; None is a mark that nobody can read."""
    if place is None:
        return _unknown(NO_SUCH_ENTRY)
    looked = ledger.look_up(place)
    if looked.finding != Finding.OTHER_ROOT:
        return _answer(looked, _OF_MARK)
    # Whoever guesses a mark learns nothing of the entry.
    return Answer(status=Status.ALTERED, sentence=gettext(_OF_MARK[looked.finding]))


def _unknown(sentence: str) -> Answer:
    return Answer(status=Status.UNKNOWN, sentence=gettext(sentence))


def _statement(data: bytes) -> Stamp | None:
    """The statement attached to a file that is known to be ours."""
    root = PdfFileReader(io.BytesIO(data)).root
    try:
        names = root["/Names"]["/EmbeddedFiles"]["/Names"]
        files = {str(names[at]): names[at + 1] for at in range(0, len(names), 2)}
        return read_statement(files[ATTACHMENT]["/EF"]["/F"].data)
    except KeyError:
        return None  # printed without a place in the journal, and says so


def _verify_stamp(stamp: Stamp | None) -> Answer:
    office = Office.objects.filter(pk=stamp.office).first() if stamp else None
    if stamp is None or office is None:
        return _unknown(NO_SUCH_ENTRY)
    place = Place(office=office, epoch=stamp.epoch, seq=stamp.seq, size=stamp.size, root=stamp.root)
    looked = ledger.look_up(place, stamp)
    if looked.finding == Finding.NO_ENTRY:
        return Answer(status=Status.ALTERED, sentence=gettext(_OF_FILE[looked.finding]))
    return _answer(looked, _OF_FILE)


def _answer(looked: Looked, sentences: dict[Finding, str]) -> Answer:
    sound = looked.finding in (Finding.SOUND, Finding.ERASED)
    missing = looked.finding == Finding.NO_ENTRY
    status = Status.VERIFIED if sound else Status.UNKNOWN if missing else Status.ALTERED
    return Answer(
        status=status,
        sentence=gettext(sentences[looked.finding]),
        kind=gettext(KINDS.get(looked.record_type, OTHER_KIND)),
        office=looked.office,
        recorded_at=looked.recorded_at,
        newer=looked.newer,
        seen=looked.seen if sound else None,
    )
