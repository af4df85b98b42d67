"""Prints a form: a typst template and data become an accessible, archivable PDF.

What people wrote reaches typst as JSON and is set as plain strings; typst never reads it as markup.
"""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).resolve().parent
FORMS, FONTS = HERE / "forms", HERE / "fonts"
# Archivable with attachments (ISO 19005-3, level A) and accessible (ISO 14289-1) at once.
STANDARDS: list[typst.PDFStandard] = ["a-3a", "ua-1"]
_OF_STANDARD = "PDF/"  # begins what typst says when a standard is not met


class FontsMissing(Exception):
    """The typefaces were not fetched; `./dev setup` does it."""


def press(form: str, data: dict[str, Any], *, at: datetime) -> bytes:
    """The PDF of forms/<form>.typ; `at` is its creation time.

    A character that no typeface of ours has, or a word of 32,768 letters, is not allowed in
    PDF/A; such a paper is printed all the same, tagged, with an empty box for the character.
    """
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    try:
        return _compile(form, inputs, at, STANDARDS)
    except typst.TypstError as error:
        if not str(error).startswith(_OF_STANDARD):
            raise
        return _compile(form, inputs, at, [])


def _compile(
    form: str, inputs: dict[str, str], at: datetime, standards: list[typst.PDFStandard]
) -> bytes:
    printed = _compiler().compile(
        str(FORMS / f"{form}.typ"),
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=standards,
        timestamp=int(at.timestamp()),
    )
    if not isinstance(printed, bytes):
        raise TypeError("typst did not return one PDF")
    return printed


@cache
def _compiler() -> typst.Compiler:
    """One a process: typefaces are read once, unchanged parts of a form are set once."""
    if not any(FONTS.glob("*.ttf")):
        raise FontsMissing("The typefaces of printed forms are missing; run ./dev setup.")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
    )
    return typst.Compiler(root=FORMS, font_paths=fonts, ignore_system_fonts=True)
