"""A paper is verified, altered or unknown: the file byte by byte, the journal behind it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.db import connection

from cctns.cli import verify as command
from cctns.documents import gd, ledger, sign, verify
from cctns.documents.ledger import Finding
from cctns.documents.placing import stamp_of
from cctns.documents.stamp import Stamp
from cctns.documents.verify import Status
from cctns.lib.clock import now
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.actions import write_diary_entry
from cctns.registers.codes import GdKind
from cctns.registers.models import GeneralDiaryEntry
from tests.offices.conftest import in_days, land
from tests.offices.land import Land

from . import sample

__all__ = ["in_days", "land"]
Issue = Callable[..., bytes]


@pytest.fixture
def sho(land: Land, db: None) -> Posting:
    return land.post(Role.SHO, "bazaar")


def _write(*, by: Posting, text: str) -> GeneralDiaryEntry:
    return write_diary_entry(by=by, kind=GdKind.FREE, text=text, occurred_at=now())


@pytest.fixture
def entry(sho: Posting) -> GeneralDiaryEntry:
    """The third of five entries of a station's diary."""
    entries = [_write(by=sho, text=f"Entry number {n}") for n in range(5)]
    return entries[2]


@pytest.fixture
def stamp(entry: GeneralDiaryEntry) -> Stamp:
    found = stamp_of(entry, "gd")
    assert found is not None
    return found


@pytest.fixture
def issue(entry: GeneralDiaryEntry, stamp: Stamp) -> Issue:
    """Print the entry's page, with this stamp or with another."""

    def printed(**changes: Any) -> bytes:
        return gd.pdf(
            office=sample.office(),
            day=sample.PRINTED_AT.date(),
            entries=[entry],
            language="en",
            stamp=replace(stamp, **changes),
            printed_at=sample.PRINTED_AT,
            by_name="",
        )

    return printed


def _sql(statement: str, *values: Any) -> None:
    """As someone who has the database in hand and switches its guards off."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, values)
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_a_printed_file_is_verified_and_tells_what_it_is(
    issue: Issue, entry: GeneralDiaryEntry
) -> None:
    answer = verify.verify_file(issue())
    assert answer.status == Status.VERIFIED
    assert answer.sentence.startswith("Verified: this file is exactly as it was printed")
    assert answer.office == entry.office
    assert answer.kind == "General Diary"
    assert answer.recorded_at is not None
    assert abs(answer.recorded_at - entry.recorded_at) < timedelta(seconds=5)


def test_no_single_changed_byte_passes(issue: Issue) -> None:
    data, random = issue(), Random(20261124)
    for place in random.sample(range(len(data)), 200):
        changed = bytearray(data)
        changed[place] ^= 1 << random.randrange(8)
        assert verify.verify_file(bytes(changed)).status != Status.VERIFIED, place


def test_not_even_the_signatures_own_bytes_may_change(issue: Issue) -> None:
    """Letter case and padding of the signature are outside what it signs."""
    data = issue()
    begin = data.index(b"/Contents <3082") + len(b"/Contents <")
    for place in [*range(begin, begin + 3000, 7), data.index(b"00>", begin)]:
        changed = bytearray(data)
        changed[place] = ord(chr(changed[place]).swapcase()) ^ (chr(changed[place]).isdigit())
        assert changed != data
        assert verify.verify_file(bytes(changed)).status == Status.ALTERED, place


def test_anything_added_or_cut_off_is_altered(issue: Issue) -> None:
    data = issue()
    for changed in (data + b"\n", data[:-1], data + data, data.replace(b"%%EOF", b"%%EOF ")):
        assert verify.verify_file(changed).status == Status.ALTERED


def test_a_paper_of_another_system_is_unknown(issue: Issue, tmp_path: Path, settings: Any) -> None:
    from cctns.config import keys

    data = issue()
    keys.ensure(tmp_path)
    settings.SIGNING_CERT_FILE = tmp_path / keys.FOLDER / keys.SIGNING_CERT
    assert verify.verify_file(data).status == Status.UNKNOWN


def test_papers_signed_with_a_former_key_stay_verified(
    issue: Issue, tmp_path: Path, settings: Any
) -> None:
    from cctns.config import keys

    data, former = issue(), Path(settings.SIGNING_CERT_FILE).read_bytes()
    keys.ensure(tmp_path)
    both = tmp_path / "both.crt"
    both.write_bytes((tmp_path / keys.FOLDER / keys.SIGNING_CERT).read_bytes() + former)
    settings.SIGNING_CERT_FILE = both
    assert verify.verify_file(data).status == Status.VERIFIED


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-", b"%PDF-1.7\n" + b"x" * 99, b"PK\x03\x04", b"\x00" * 500]
)
def test_what_is_no_paper_is_unknown(db: None, data: bytes) -> None:
    assert verify.verify_file(data).status == Status.UNKNOWN


def test_a_file_beyond_ten_mebibytes_is_not_read(db: None) -> None:
    answer = verify.verify_file(b"%PDF-" + b"0" * verify.LARGEST)
    assert (
        answer.sentence == "Unknown: this file is larger than 10 MiB; no paper of this system is."
    )


def test_a_paper_without_a_place_in_the_journal_is_unknown(entry: GeneralDiaryEntry) -> None:
    data = gd.pdf(
        office=sample.office(),
        day=sample.PRINTED_AT.date(),
        entries=[entry],
        language="hi",
        stamp=None,
        printed_at=sample.PRINTED_AT,
        by_name="",
    )
    assert verify.verify_file(data).status == Status.UNKNOWN


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"seq": 4, "size": 5}, "is not the one that this file names"),
        ({"seq": 400, "size": 401}, "no longer has the entry"),
        ({"root": "00" * 32}, "not what it was when this file was printed"),
        ({"size": 900}, "not what it was when this file was printed"),
        ({"leaf": "00" * 32}, "is not the one that this file names"),
        ({"digest": "00" * 32}, "is not the one that this file names"),
        ({"version": 7}, "is not the one that this file names"),
    ],
)
def test_a_journal_that_says_otherwise_makes_the_paper_altered(
    issue: Issue, changes: dict[str, Any], said: str
) -> None:
    answer = verify.verify_file(issue(**changes))
    assert answer.status == Status.ALTERED
    assert said in answer.sentence


def test_a_changed_payload_is_found(issue: Issue, stamp: Stamp) -> None:
    data = issue()
    _sql(
        "UPDATE journal_payload SET salt = set_byte(salt, 0, get_byte(salt, 0) # 1) "
        "WHERE office_id = %s AND seq = %s",
        stamp.office,
        stamp.seq,
    )
    answer = verify.verify_file(data)
    assert answer.sentence == "Altered: the record behind this file was changed in the database."


@pytest.mark.parametrize(
    "change",
    ["kind = 'gd.other'", "role = 'io'", "recorded_at = recorded_at + interval '1 second'"],
)
def test_a_changed_entry_is_found(issue: Issue, stamp: Stamp, change: str) -> None:
    data = issue()
    _sql(
        f"UPDATE journal_entry SET {change} WHERE office_id = %s AND seq = %s",
        stamp.office,
        stamp.seq,
    )
    assert verify.verify_file(data).status == Status.ALTERED


def test_a_paper_stays_verified_while_the_journal_grows(issue: Issue, sho: Posting) -> None:
    data = issue()
    for number in range(300):
        _write(by=sho, text=f"Later entry {number}")
    assert verify.verify_file(data).status == Status.VERIFIED


def test_the_printed_mark_leads_to_the_entry(stamp: Stamp) -> None:
    for mark in (stamp.mark, f"  {stamp.mark.upper()} "):
        answer = verify.verify_mark(ledger.place_of_mark(mark))
        assert answer.status == Status.VERIFIED
        assert answer.kind == "General Diary"


def test_a_mark_with_a_wrong_root_tells_nothing_of_the_entry(stamp: Stamp) -> None:
    wrong = replace(stamp, root="00" * 32).mark
    answer = verify.verify_mark(ledger.place_of_mark(wrong))
    assert answer.status == Status.ALTERED
    assert (answer.kind, answer.office, answer.recorded_at) == ("", None, None)


@pytest.mark.parametrize(
    "mark",
    ["", "x", "98-1203", "98-NOWHERE/1/0/1/0123456789abcdef", "1-1/1/1/1/0123456789abcdef"],
)
def test_what_is_no_mark_is_unknown(db: None, mark: str) -> None:
    assert verify.verify_mark(ledger.place_of_mark(mark)).status == Status.UNKNOWN


def test_the_pages_role_may_check_without_an_officer(
    issue: Issue, stamp: Stamp, as_app: None
) -> None:
    place = ledger.place_of_mark(stamp.mark)
    assert place is not None
    assert ledger.look_up(place).finding == Finding.SOUND


def test_the_command_says_one_sentence_and_its_exit_code(
    issue: Issue, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = issue()
    expected = {"good.pdf": (data, 0), "bad.pdf": (data + b" ", 1), "other.pdf": (b"%PDF-1.7", 2)}
    for name, (content, code) in expected.items():
        (tmp_path / name).write_bytes(content)
        assert command.run(Namespace(file=tmp_path / name)) == code
        assert len(capsys.readouterr().out.splitlines()) == 1
    assert command.run(Namespace(file=tmp_path / "missing.pdf")) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_other_validators_find_the_signature_good(issue: Issue) -> None:
    """pyHanko's own validator, which shares nothing with our check but the format."""
    import io

    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    (signature,) = PdfFileReader(io.BytesIO(issue())).embedded_signatures
    trusted = ValidationContext(trust_roots=sign.certificates(), moment=now())
    status = validate_pdf_signature(signature, trusted)
    assert status.intact
    assert status.valid
    assert status.trusted
    assert status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    assert signature.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
