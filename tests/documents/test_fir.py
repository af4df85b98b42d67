"""The FIR as paper: everything told stands on it, in both languages, and nothing else."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from cctns.documents import fir, wording

from . import sample
from .conftest import Printed
from .reading import POPPLER, reader, shaped, squeezed, text

needs_poppler = pytest.mark.skipif(not POPPLER, reason="poppler's pdftotext is not installed")


@needs_poppler
@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_items_stand_in_the_order_of_the_form(printed: Printed, language: str) -> None:
    told = shaped(printed(language=language))
    captions = wording.captions("fir", language)
    items = (
        "fir_number",
        "acts",
        "occurrence",
        "information",
        "place",
        "complainant",
        "accused",
        "delay",
        "property",
        "total",
        "inquest",
        "contents",
        "action",
        "dispatch",
    )
    for both in (0, 1):
        places = [told.index(squeezed(captions[key][both]), 120) for key in items]
        assert places == sorted(places)


def test_what_was_told_can_be_read_back(printed: Printed) -> None:
    told = text(printed(language="en"))
    for words in (
        "0142/2026",
        "12/06/2026 18:10",
        "Bharatiya Nyaya Sanhita",
        "304(2)",
        "Civil Lines",
        "Rampur East",
        "North-east, 1.5 km",
        "Sunil Yadav, SI, DX-2231",
        "1,25,000.00",
        "Gold chain, twisted",
        "left cheek",
        "ASI Meena Devi",
        "…7781",
        "Printed 24/11/2026 18:05 by Kavita Rathore",
    ):
        assert words in told, words


@needs_poppler
def test_a_hindi_account_is_whole_in_the_text_of_the_pdf(printed: Printed) -> None:
    told = shaped(printed())
    assert squeezed("सिविल लाइन्स") in told
    assert told.count(squeezed(sample.ACCOUNT_HI)) == 3


def test_pages_are_numbered_and_headed(printed: Printed) -> None:
    pages = reader(printed(language="en")).pages
    assert len(pages) == 3
    for number, page in enumerate(pages, start=1):
        said = page.extract_text()
        assert f"Page {number} of 3" in re.sub(r"\s+", " ", said)
        assert "FIR No. 0142/2026" in said
        assert sample.stamp().mark in said


def test_the_pdf_is_archivable_tagged_titled_and_names_its_language(printed: Printed) -> None:
    told = reader(printed())
    root = told.trailer["/Root"]
    assert root["/Lang"] == "hi-IN"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert told.metadata is not None
    assert told.metadata.title == "प्रथम सूचना रिपोर्ट 0142/2026"
    xmp = root["/Metadata"].get_data().decode()
    for said in ('pdfaid:part="3"', 'pdfaid:conformance="A"', 'pdfuaid:part="1"'):
        assert said in xmp
    assert told.pdf_header == "%PDF-1.7"
    assert "/Version" not in root


def test_serials_of_any_width_are_printed(printed: Printed) -> None:
    for serial in (10_000, 100_000):
        assert f"{serial}/2026" in text(printed(sample.paper(serial=serial), "en"))


def test_the_code_of_procedure_is_that_of_the_day(printed: Printed) -> None:
    old = {"registered_at": datetime(2024, 6, 30, 18, 29, tzinfo=UTC)}
    new = {"registered_at": datetime(2024, 6, 30, 18, 30, tzinfo=UTC)}
    assert "Section 154 CrPC" in text(printed(sample.paper(**old), "en"))
    assert "Section 173 BNSS" in text(printed(sample.paper(**new), "en"))


def test_a_row_of_an_older_system_says_so(printed: Printed) -> None:
    old = sample.paper(legacy=True, legacy_number="77/09", legacy_source="CIPA", quality=41)
    told = text(printed(old, "en"))
    assert "Brought in from an older system" in told
    assert "77/09 · CIPA" in told
    assert ": 41" in told
    assert "not the signed FIR" in told
    assert "Signature" not in told
    ours = text(printed(language="en"))
    assert "older system" not in ours
    assert "Signature" in ours


def test_an_fir_that_came_from_another_station_names_its_first_number(printed: Printed) -> None:
    paper = sample.paper(zero_fir_number="0/0007/2026", zero_fir_station="Bazaar")
    told = text(printed(paper, "en"))
    assert "0/0007/2026, Bazaar" in told[told.index("Registered before as") :][:80]
    assert "Registered before" not in text(printed(sample.paper(), "en"))


def test_an_unknown_time_is_not_invented(printed: Printed) -> None:
    unknown = sample.paper(time_known=False, occurred_from=None, occurred_to=None)
    told = text(printed(unknown, "en"))
    assert "Not known" in told
    assert "Time from" not in told


def test_there_is_no_third_language() -> None:
    with pytest.raises(ValueError, match="ta"):
        fir.pdf(sample.paper(), language="ta", stamp=None, printed_at=sample.PRINTED_AT, by_name="")
