"""A list of names held against the index, line by line: a file of any length in flat memory."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, BinaryIO, TypeVar
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, QuerySet, Sum

from cctns.lib.clock import now
from cctns.lib.text import BadText, ascii_digits, clean_line
from cctns.lib.wording import noop as _
from cctns.offices import access, rules
from cctns.offices.models import Posting

from .codes import Scope
from .looking import ACT, Look, Purpose, Row, begin, keep
from .people import Asked, Hit, find_each
from .sexes import sex_of
from .tables import Screened, Screening

Line = TypeVar("Line")

MOST_BYTES = 8 * 1024 * 1024
MOST_LINES = 100_000
AT_ONCE = 200  # lines of one transaction
SHOWN = 3  # hits that are kept of a line
PAGE = 50
DECISIONS = ("same", "other", "unsure")
_LONGEST = 300
# What a column may be called; everything else of a line is kept and not asked.
COLUMNS = {
    "name": ("name", "नाम"),
    "relative": ("relative", "father", "father's name", "husband", "पिता", "पिता का नाम"),
    "age": ("age", "आयु"),
    "birth_year": ("birth year", "birth_year", "year of birth", "जन्म वर्ष"),
    "sex": ("sex", "gender", "लिंग"),
    "place": ("place", "district", "address", "जिला", "पता"),
    "phone": ("phone", "mobile", "telephone", "दूरभाष"),
}
_FOUND = """
UPDATE search_screened line SET found = told.found, best = told.best
FROM jsonb_to_recordset(%s) AS told (ordinal int, found jsonb, best float8)
WHERE line.screening_id = %s AND line.ordinal = told.ordinal
"""
NO_NAMES = _("The first line names the columns; one of them is called name")
TOO_LONG = _("At most 100,000 lines at a time")
NOT_TEXT = _("This is no CSV file in UTF-8")


def lines_of(file: BinaryIO) -> Iterator[dict[str, str]]:
    """The lines of a CSV in UTF-8, by the columns that are known. Raises NotPossible."""
    reader = csv.DictReader(io.TextIOWrapper(file, encoding="utf-8-sig", newline=""))
    try:
        known = _known(reader.fieldnames or ())
        for place, line in enumerate(reader):
            rules.must(place < MOST_LINES, "file", TOO_LONG)
            yield {name: _told(line.get(column)) for name, column in known.items()}
    except (UnicodeDecodeError, csv.Error, BadText) as error:
        raise rules.NotPossible("file", NOT_TEXT) from error


def _known(written: Iterable[str]) -> dict[str, str]:
    by_name = {one.strip().casefold(): one for one in written if one}
    known = {
        name: by_name[one] for name, called in COLUMNS.items() for one in called if one in by_name
    }
    rules.must("name" in known, "file", NO_NAMES)
    return known


def _told(value: str | None) -> str:
    return clean_line(value or "")[:_LONGEST]


def asked_of(line: Mapping[str, str]) -> Asked:
    return Asked(
        line["name"],
        relative=line.get("relative", ""),
        age=_number(line.get("age", "")),
        birth_year=_number(line.get("birth_year", "")),
        sex=sex_of(line.get("sex", "")),
        place=line.get("place", ""),
        phone=line.get("phone", ""),
    )


def _number(text: str) -> int | None:
    plain = ascii_digits(text)
    return int(plain) if plain.isdigit() and len(plain) <= 4 else None


@access.action
def screened(
    *, by: Posting, look: Look, lines: Sequence[Mapping[str, str]]
) -> list[tuple[Hit, ...]]:
    """The best hits of each line, in order; kept as one look-up. Raises Refused, PurposeWanted."""
    return _hits(by, look, lines)


def _hits(by: Posting, look: Look, lines: Sequence[Mapping[str, str]]) -> list[tuple[Hit, ...]]:
    begin(by, look)
    found = [one.hits for one in find_each([asked_of(line) for line in lines], limit=SHOWN)]
    shown = [one.mention for hits in found for one in hits]
    rows = [Row(one.office_id, one.number, one.id) for one in shown]
    keep(by, look, "list", {"lines": len(lines)}, rows)
    return found


def batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """As many at a time as one transaction looks up."""
    rest = iter(lines)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch


@access.action
def take_list(*, by: Posting, title: str, file: BinaryIO, purpose: Purpose) -> Screening:
    """Store a list for the worker. Raises Refused, PurposeWanted, NotPossible."""
    begin(by, Look(Scope.NATION, purpose))
    taken = Screening(
        state=by.office.state_id,
        office_id=by.office_id,
        posting=by,
        title=clean_line(title)[:200],
        reason=purpose.reason,
        reference=clean_line(purpose.reference)[:300],
        total=0,
        made_at=now(),
    )
    taken.save()
    for batch in batches(lines_of(file)):
        rows = [
            Screened(screening=taken, ordinal=taken.total + place, told=line)
            for place, line in enumerate(batch, start=1)
        ]
        Screened.objects.bulk_create(rows)
        taken.total += len(batch)
    rules.must(taken.total > 0, "file", NO_NAMES)
    taken.save(update_fields=["total"])
    return taken


def waiting() -> int:
    """How many lines nobody has looked at yet."""
    left = _open_lists().aggregate(lines=Sum(F("total") - F("done")))
    return left["lines"] or 0


def run_waiting() -> int:
    """Look at what waits, a transaction a batch; how many lines.

    Runs in the worker; of several processes that run it each takes lines that no other holds.
    """
    looked = 0
    for waits in _open_lists():
        while more := _step(waits.pk):
            looked += more
    return looked


def _open_lists() -> QuerySet[Screening]:
    return Screening.objects.filter(done__lt=F("total"), failed="")


def _step(screening_id: UUID) -> int:
    """The next lines of one list, on behalf of who brought it, as far as the posting lasts."""
    with transaction.atomic():
        taken = Screening.objects.select_related("posting__office").get(pk=screening_id)
        free = taken.lines.filter(found__isnull=True).select_for_update(skip_locked=True)
        lines = list(free.order_by("ordinal")[:AT_ONCE])
        look = Look(Scope.NATION, Purpose(taken.reason, taken.reference))
        access.act_for(taken.posting)
        try:
            hits = _hits(taken.posting, look, [one.told for one in lines]) if lines else []
        except access.Refused as refusal:
            Screening.objects.filter(pk=taken.pk).update(failed=refusal.reason)
            hits = []
        _keep_found(taken, lines[: len(hits)], hits)
        Screening.objects.filter(pk=taken.pk).update(done=F("done") + len(hits))
    return len(hits)


def _keep_found(
    taken: Screening, looked: Sequence[Screened], hits: Sequence[Sequence[Hit]]
) -> None:
    """What was found of each line, in one statement: Django's own writes a case for every line."""
    told = [
        {
            "ordinal": line.ordinal,
            "found": [_kept(one) for one in best],
            "best": best[0].score if best else None,
        }
        for line, best in zip(looked, hits, strict=True)
    ]
    with connection.cursor() as cursor:
        cursor.execute(_FOUND, [json.dumps(told), taken.pk])


def _kept(hit: Hit) -> dict[str, Any]:
    mention = hit.mention
    names = ("name", "alias", "relative_name", "birth_to", "district", "role", "standing", "number")
    told = {name: getattr(mention, name) for name in names}
    return {**told, "id": str(mention.id), "score": round(hit.score, 2)}


@access.query
def lists(*, by: Posting) -> list[Screening]:
    """The lists of one's own office, newest first. Raises Refused."""
    access.require(by, ACT, by.office)
    return list(Screening.objects.filter(office_id=by.office_id).order_by("-id")[:PAGE])


@access.query
def list_for(*, by: Posting, screening_id: UUID) -> Screening:
    """Screening.DoesNotExist for another office's."""
    access.require(by, ACT, by.office)
    return Screening.objects.get(pk=screening_id, office_id=by.office_id)


@access.query
def to_review(*, by: Posting, screening: Screening) -> list[Screened]:
    """Lines with a hit that nobody has decided, the likeliest first; a page of them."""
    access.require(by, ACT, by.office)
    open_lines = Screened.objects.filter(screening=screening, decision="", best__isnull=False)
    return list(open_lines.order_by("-best", "ordinal")[:PAGE])


@access.action
def decide(*, by: Posting, screening: Screening, ordinal: int, decision: str) -> None:
    """An officer's word on a line (DECISIONS); no score decides. Raises Refused, NotPossible."""
    access.require(by, ACT, by.office)
    rules.must(decision in DECISIONS, "decision", _("Choose one of these"))
    Screened.objects.filter(screening=screening, ordinal=ordinal).update(decision=decision)
