"""`/verify`: anybody may ask, without sign-in or script; it tells one sentence and little more."""

from __future__ import annotations

import io
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.test import Client

from cctns.documents import queries
from cctns.documents.placing import stamp_of
from cctns.documents.stamp import Stamp
from cctns.journal import checkpoints
from cctns.journal.models import JournalCheckpoint
from cctns.lib import notes
from cctns.offices.codes import Role
from tests.cases.made import registered

from .conftest import SignIn
from .html import Page

PAGE = "/verify"


@pytest.fixture
def issued(sign_in: SignIn) -> tuple[bytes, Stamp]:
    by = sign_in(Role.SHO, "bazaar").posting
    fir = registered(by)
    stamp = stamp_of(fir, "fir")
    assert stamp is not None
    return queries.fir_pdf(by=by, fir_id=fir.id, language="hi"), stamp


def _upload(data: bytes, name: str = "paper.pdf") -> Any:
    file = io.BytesIO(data)
    file.name = name
    return Client().post(PAGE, {"file": file})


def _link(stamp: Stamp, **changes: str) -> Any:
    told = {name: str(getattr(stamp, name)) for name in ("office", "epoch", "seq", "size", "root")}
    return Client().get(PAGE, {**told, **changes})


def test_the_page_is_open_and_whole(client: Client) -> None:
    page = client.get(PAGE)
    assert page.status_code == 200
    assert not Page(page.content.decode()).faults


def test_a_good_file_is_verified_and_nobody_is_named(issued: tuple[bytes, Stamp]) -> None:
    told = _upload(issued[0]).content.decode()
    assert "Verified: this file is exactly as it was printed" in told
    assert "First Information Report" in told
    assert "bazaar" in told
    for secret in ("Sunita", "Ramesh", "Vikram", "304(2)", "chain", "PIS"):
        assert secret not in told, secret
    assert not Page(told).faults


def test_who_else_keeps_the_entry_is_told_with_the_time(issued: tuple[bytes, Stamp]) -> None:
    stamp = issued[1]
    assert "Kept by another node" not in _link(stamp).content.decode()
    signed = JournalCheckpoint.objects.get(office=stamp.office, epoch=stamp.epoch, size=stamp.size)
    state = notes.Signer("cctns.in/tl", Ed25519PrivateKey.generate(), notes.COSIGNATURE)
    line = state.cosign(notes.parse(signed.note).text, 1_780_000_000)
    checkpoints.cosign(signed, line, state.verifier)
    told = _link(stamp).content.decode()
    assert "Kept by another node" in told
    assert "cctns.in/tl, at the latest 29 May 2026" in told
    altered = _link(stamp, root="0" * 64).content.decode()
    assert "Kept by another node" not in altered


def test_one_changed_byte_is_altered(issued: tuple[bytes, Stamp]) -> None:
    changed = bytearray(issued[0])
    changed[len(changed) // 3] ^= 1
    assert (
        "Altered: this file is not as this system signed it."
        in _upload(bytes(changed)).content.decode()
    )


def test_other_files_are_unknown(db: None) -> None:
    assert "Unknown: this is not a PDF file." in _upload(b"GIF89a").content.decode()
    foreign = _upload(b"%PDF-1.7 something").content.decode()
    assert "does not carry this system&#x27;s signature" in foreign


def test_the_link_of_the_code_and_the_printed_mark_are_understood(
    issued: tuple[bytes, Stamp],
) -> None:
    stamp = issued[1]
    for page in (_link(stamp), Client().get(PAGE, {"mark": stamp.mark})):
        assert "Verified: the journal has this entry" in page.content.decode()


def test_a_guessed_root_learns_nothing(issued: tuple[bytes, Stamp]) -> None:
    told = _link(issued[1], root="0" * 64).content.decode()
    assert "Altered" in told
    assert "bazaar" not in told
    assert "First Information Report" not in told


def test_without_a_root_only_officers_are_answered(
    issued: tuple[bytes, Stamp], sign_in: SignIn
) -> None:
    assert "Unknown" in _link(issued[1], root="").content.decode()
    asked = {"office": issued[1].office, "epoch": "1", "seq": str(issued[1].seq)}
    officer = sign_in(Role.IO, "fort").get(PAGE, asked)
    assert "Verified" in officer.content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {"office": "x", "epoch": "1", "seq": "1", "root": "a" * 64},
        {"office": "01890a5d-ac96-774b-bcce-b302099a8057", "epoch": "1", "seq": "1"},
        {"office": "", "epoch": "१", "seq": "9" * 400, "root": "\x00"},
        {"mark": "%00"},
        {"mark": "98-1/1/99999999999999999999/1/0123456789abcdef"},
    ],
)
def test_senseless_questions_are_unknown(db: None, asked: dict[str, str]) -> None:
    page = Client().get(PAGE, asked)
    assert page.status_code == 200
    assert "Unknown" in page.content.decode()


def test_nothing_chosen_is_told_at_the_field(db: None) -> None:
    page = Client().post(PAGE, {})
    assert page.status_code == 400
    assert "Choose a file" in page.content.decode()
    assert Client().get(PAGE, {"mark": ""}).status_code == 400


def test_an_upload_beyond_ten_mebibytes_is_refused_unread(db: None) -> None:
    page = Client().post(PAGE, {}, CONTENT_LENGTH=str(11 * 1024 * 1024))
    assert page.status_code == 413
    assert "10 MiB" in page.content.decode()


@pytest.mark.usefixtures("one_minute")
def test_who_asks_too_often_waits(db: None) -> None:
    codes = [Client().get(PAGE).status_code for _ in range(40)]
    assert codes[0] == 200
    assert codes[-1] == 429


def test_an_officer_downloads_the_papers(sign_in: SignIn) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    fir = registered(sho.posting)
    for language in ("en", "hi"):
        paper = sho.get(f"/firs/{fir.id}/fir.pdf?lang={language}")
        assert paper["Content-Type"] == "application/pdf"
        assert paper.content.startswith(b"%PDF-1.7")
    assert sho.get(f"/firs/{fir.id}/fir.pdf?lang=xx").status_code == 404
