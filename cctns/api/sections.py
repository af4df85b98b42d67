"""Acts and sections: the finder by plain words, for whoever writes an FIR outside these pages."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema, Status

from cctns import law
from cctns.offices.access import today

from .schemas import ERRORS, ErrorOut, FoundSectionOut, SectionOut

router = Router(tags=["law"])


class Words(Schema):
    """What is looked for; `on` is the day of the offence (IST), today when not given."""

    words: str = Field(min_length=1, max_length=200)
    on: date | None = None
    limit: int = Field(10, ge=1, le=50)


@router.get("/sections", response={200: list[FoundSectionOut], **ERRORS})
def find_sections(request: HttpRequest, asked: Query[Words]) -> list[dict[str, object]]:
    """Sections that plain English or Hindi words point at, the best first, each with its reason."""
    found = law.find_by_words(asked.words, on=asked.on or today(), limit=asked.limit)
    return [
        {"section": section_out(one.section), "score": one.score, "why": one.why} for one in found
    ]


@router.get("/sections/{act}/{number}", response={200: SectionOut, 404: ErrorOut, **ERRORS})
def one_section(
    request: HttpRequest, act: str, number: str
) -> dict[str, object] | Status[dict[str, str]]:
    """One section with its class in the First Schedule; `unverified` marks what is not certain."""
    section = law.find_section(act, number)
    if section is None:
        return Status(404, {"detail": f"The law tables have no section {number} of {act}."})
    return section_out(section)


def section_out(section: law.Section) -> dict[str, object]:
    known = {name: getattr(section, name) for name in SectionOut.model_fields}
    return known
