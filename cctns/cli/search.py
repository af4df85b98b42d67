"""`cctns search QUERY`: the FIRs that the search page would show this officer."""

from __future__ import annotations

import argparse
import json
import re
from typing import TYPE_CHECKING, Any

from cctns.config.env import Misconfigured

from .acting import add_as, posting_for

if TYPE_CHECKING:
    from cctns.cases.models import Fir
    from cctns.cases.queries import Wanted

_SECTION = re.compile(r"(?P<act>[A-Za-z]{2,10})\s+(?P<number>\d{1,4}[A-Za-z]{0,3}(?:\(\w+\))*)")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", help='a number ("142/2024"), a section ("IPC 379") or a name')
    add_as(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    parser.add_argument("--after", default="", help='the "next" of the page before')


def run(arguments: argparse.Namespace) -> int:
    from cctns.cases import queries

    by = posting_for(arguments.login, "case.search")
    try:
        page = queries.find_firs(by=by, wanted=wanted(arguments.query, arguments.after))
    except ValueError as error:
        raise Misconfigured(f"this cannot be searched for: {error}.") from error
    if arguments.json:
        found = {"firs": [_told(fir) for fir in page.firs], "next": page.next_cursor}
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    for fir in page.firs:
        print("  ".join(map(str, _line(fir))))
    if page.next_cursor:
        print(f"There are more: --after {page.next_cursor}")
    return 0


def wanted(query: str, after: str = "") -> Wanted:
    """A number begins with a digit of any script, a section with an Act that we know."""
    from cctns import law
    from cctns.cases.queries import Wanted
    from cctns.lib.clock import IST, now

    text = query.strip()
    if text[:1].isdecimal() or text.upper().startswith("FIR "):
        return Wanted(number=text, after=after)
    match = _SECTION.fullmatch(text)
    known = {one.code for one in law.acts(now().astimezone(IST).date())} | {"IPC", "CRPC", "IEA"}
    if match and match["act"].upper() in known:
        return Wanted(act=match["act"].upper(), section=match["number"], after=after)
    return Wanted(name=text, after=after)


def _told(fir: Fir) -> dict[str, Any]:
    return {
        "id": str(fir.pk),
        "number": fir.number,
        "station": fir.office.name,
        "registered_at": fir.registered_at.isoformat(),
        "sections": [str(one) for one in fir.sections.all()],
        "legacy": fir.legacy,
        "quality": fir.quality,
    }


def _line(fir: Fir) -> tuple[str, ...]:
    from cctns.lib.clock import IST

    sections = ", ".join(str(one) for one in fir.sections.all())
    mark = f"[old, quality {fir.quality}]" if fir.legacy else ""
    day = f"{fir.registered_at.astimezone(IST):%d/%m/%Y}"
    return (fir.number, day, fir.office.name, sections, mark)
