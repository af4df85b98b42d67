"""A search for FIRs as an officer remembers them, turned into SQL."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q, QuerySet, Value

from cctns.law import heads
from cctns.lib.clock import midnight
from cctns.lib.text import ascii_digits, clean_line, search_key
from cctns.offices.models import Posting

from ..codes import Series
from ..masking import findable
from ..models import CrimeDetails, Fir, FirSection, Party
from ..writing import number_in_table

LARGEST_SERIAL = 2**31 - 1


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Every part that is given must hold. Dates are days in Indian time, both included."""

    number: str = ""
    since: date | None = None
    until: date | None = None
    act: str = ""
    section: str = ""
    station: UUID | None = None
    officer: str = ""
    name: str = ""
    exact_name: bool = False
    head: str = ""  # major head of crime, by IIF-II or else by the sections
    method: str = ""  # of IIF-II
    status: str = ""  # codes.CaseStatus
    area: str = ""  # words of the place of occurrence
    after: str = ""  # the cursor of the page before

    def told(self) -> dict[str, Any]:
        """What was asked, in JSON, without what was not."""
        asked = {name: value for name, value in asdict(self).items() if value}
        return {name: value if value is True else str(value) for name, value in asked.items()}


def matching(firs: QuerySet[Fir], wanted: Wanted, by: Posting) -> QuerySet[Fir]:
    if wanted.number:
        firs = firs.filter(_numbered(wanted.number))
    if wanted.since:
        firs = firs.filter(registered_at__gte=midnight(wanted.since))
    if wanted.until and wanted.until < date.max:  # nothing lies behind the last day there is
        firs = firs.filter(registered_at__lt=midnight(wanted.until + timedelta(days=1)))
    if wanted.station:
        firs = firs.filter(office_id=wanted.station)
    if wanted.officer:
        firs = firs.filter(case__investigating_officer__username=wanted.officer)
    if wanted.section or wanted.act:
        firs = firs.filter(Exists(_sections(wanted)))
    if wanted.name:
        firs = firs.filter(Exists(_named(wanted, by)))
    return _faceted(firs, wanted)


def _faceted(firs: QuerySet[Fir], wanted: Wanted) -> QuerySet[Fir]:
    described = CrimeDetails.objects.filter(case__fir=OuterRef("pk"))
    if wanted.head:
        by_sections = ~Exists(described) & Exists(_of_head(wanted.head))
        firs = firs.filter(Exists(described.filter(major_head=wanted.head)) | by_sections)
    if wanted.method:
        told = (Q(**{f"method_{one}": wanted.method}) for one in (1, 2, 3))
        firs = firs.filter(Exists(described.filter(reduce(or_, told))))
    if wanted.status:
        firs = firs.filter(case__status=wanted.status)
    for word in wanted.area.split():
        told = (Q(**{f"{part}__icontains": word}) for part in _AREA)
        firs = firs.filter(reduce(or_, told))
    return firs


# What an FIR with a hidden person tells everybody of its place (cases.masking).
_AREA = ("beat", "village", "area", "district_name", "pin")


def _of_head(head: str) -> QuerySet[FirSection]:
    """Sections that the tables of law count under a head, with their sub-sections."""
    sections = FirSection.objects.filter(fir=OuterRef("pk"))
    lines = heads.sections_of(head)
    whole = Q(act__in=[act for act, number in lines if number == "*"])
    single = (
        Q(act=act) & (Q(number=number) | Q(number__startswith=f"{number}("))
        for act, number in lines
        if number != "*"
    )
    return sections.filter(reduce(or_, single, whole))


# Other States write "0/2031/3" for what is "0/0003/2031" here.
_NUMBER = re.compile(
    r"(?:(?P<zero>0\s*/\s*)(?:(?P<early>(?:19|20)\d{2})\s*/\s*(?!(?:19|20)\d{2}$))?)?"
    r"0*(?P<serial>\d{1,10})(?:\s*(?:/|of|-)\s*(?P<year>\d{4}))?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"^(zero fir|fir|crime|case|cr)?\.?\s*(number|no)?\.?\s*", re.IGNORECASE)


def _numbered(number: str) -> Q:
    """As people write it: "142", "0142/2024", "FIR No. 142 of 2024", "0/0003/2026", "१४२/२०२४".

    A number in an old record's own spelling is met as it stands.
    """
    told = ascii_digits(clean_line(number))
    as_it_stands = Q(legacy_number=clean_line(number)) & ~Q(legacy_number="")
    match = _NUMBER.fullmatch(_WORDS.sub("", told, count=1))
    if not match or int(match["serial"]) > LARGEST_SERIAL:
        return as_it_stands
    parts = Q(serial=int(match["serial"]))
    year = match["year"] or match["early"]
    if year:
        parts &= Q(year=int(year))
    if match["zero"]:
        parts &= Q(series=Series.ZERO)
    return parts | as_it_stands


def _sections(wanted: Wanted) -> QuerySet[FirSection]:
    sections = FirSection.objects.filter(fir=OuterRef("pk"))
    if wanted.act:
        sections = sections.filter(act=wanted.act)
    if not wanted.section:
        return sections
    typed = ascii_digits(clean_line(wanted.section))
    number = number_in_table(wanted.act, typed) if wanted.act else typed.replace(" ", "")
    return sections.filter(number=number)


def _named(wanted: Wanted, by: Posting) -> QuerySet[Party]:
    key = search_key(wanted.name)
    parties = findable(Party.objects.filter(fir=OuterRef("pk")), by)
    if wanted.exact_name:
        return parties.filter(name_key=key)
    return parties.filter(_begins("name_key", key))


def _begins(column: str, text: str) -> Func:
    """starts_with() leaks nothing, so that the index is used beneath row-level security; LIKE
    is not trusted there and would read every row."""
    return Func(F(column), Value(text), function="starts_with", output_field=BooleanField())
