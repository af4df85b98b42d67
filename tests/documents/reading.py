"""Reads our PDFs back with programs that had no part in writing them.

pypdf maps glyphs to letters one by one, which no Indic script survives; poppler reads the text that
the PDF states for each cluster, as readers and screen readers do.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata

from pypdf import PdfReader


def reader(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


_UNSEEN = r"\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\f"  # blanks, joiners, directions
POPPLER = shutil.which("pdftotext")


def shaped(data: bytes) -> str:
    """All text without blanks, Indic scripts too; poppler's place for some blanks is its own."""
    done = subprocess.run(
        [str(POPPLER), "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True
    )
    return squeezed(done.stdout.decode())


def text(data: bytes) -> str:
    """All text, one blank between words; right for Latin letters."""
    pages = "\n".join(page.extract_text() for page in reader(data).pages)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", pages))


def squeezed(words: str) -> str:
    """Without blanks and joiners: extraction may part a conjunct or a broken line differently."""
    return re.sub(f"[{_UNSEEN}]", "", unicodedata.normalize("NFC", words))
