"""The General Diary's page of one day, in the order in which it was written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from cctns.offices.models import Office
from cctns.registers.models import GeneralDiaryEntry

from . import printing, wording
from .fir_paper import place_of
from .stamp import Stamp


def pdf(
    *,
    office: Office,
    day: date,
    entries: Sequence[GeneralDiaryEntry],
    language: str,
    stamp: Stamp | None,
    printed_at: datetime,
    by_name: str,
) -> bytes:
    """A signed PDF of the entries given; `day` is a day in India. Raises CannotSign."""
    with printing.speaking(language):
        form = page(office=office, day=day, entries=entries, language=language)
    return printing.printed(
        "diary", form, stamp=stamp, language=language, printed_at=printed_at, by_name=by_name
    )


def page(
    *, office: Office, day: date, entries: Sequence[GeneralDiaryEntry], language: str
) -> dict[str, Any]:
    """The template's data; kinds are named in the language that Django now speaks."""
    return {
        "caption": wording.captions("diary", language),
        **place_of(office, language),
        "day": wording.day(day),
        "entries": [_entry(one) for one in entries],
    }


def _entry(one: GeneralDiaryEntry) -> dict[str, Any]:
    return {
        "number": str(one.serial),
        "kind": one.get_kind_display(),
        "event": wording.moment(one.occurred_at),
        "entry": wording.moment(one.recorded_at),
        "officer": one.officer_name,
        "text": wording.paragraphs(one.text),
        "corrects": str(one.corrects) if one.corrects else "",
    }
