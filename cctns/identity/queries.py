"""What officers see of pairs: the review, and two mentions side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from cctns.offices import access
from cctns.offices.models import Office, Posting
from cctns.search.mentions import MentionRow

from . import rules
from .codes import LIKELY, Step
from .follower import live
from .models import Candidate, Cluster, Judgement
from .pairs import Pair, Side
from .sight import mentions
from .standing import records_of, standing_of

PAGE = 20
OPEN, WAITING, JUDGED = "open", "waiting", "judged"


@dataclass(frozen=True)
class Asked:
    """Which pairs the review shows: those nobody judged, proposals, or judgements that hold."""

    which: str = OPEN
    likely: bool = False  # only what comparison calls likely
    apart: bool = False  # only pairs of two stations


@dataclass(frozen=True)
class Half:
    """One mention in a list: where it stands, and the mention itself if it may be seen."""

    side: Side
    seen: MentionRow | None


@dataclass(frozen=True)
class Line:
    """A pair in the review, with the candidate or the judgement that puts it there."""

    first: Half
    second: Half
    candidate: Candidate | None = None
    judgement: Judgement | None = None


@dataclass(frozen=True)
class Review:
    lines: list[Line]
    next_cursor: str  # empty on the last page


@dataclass(frozen=True)
class Compared:
    """Two mentions side by side, all that was said of them, and what this posting may say."""

    pair: Pair
    first: Half
    second: Half
    records: list[Judgement]
    standing: rules.Standing
    candidate: Candidate | None
    may_propose: bool
    may_decide: bool


@access.query
def review(*, by: Posting, asked: Asked, after: str = "") -> Review:
    """What is worth most comes first. Raises Refused; ValueError for a broken cursor."""
    access.require(by, "identity.propose", by.office)
    rows = _candidates(asked, after) if asked.which == OPEN else _judgements(asked, after)
    found: list[Any] = list(rows.select_related("first_office", "second_office")[: PAGE + 1])
    shown = found[:PAGE]
    seen = mentions({one for row in shown for one in (row.first_id, row.second_id)})
    more = _cursor(shown[-1]) if len(found) > PAGE else ""
    return Review([_line(row, seen) for row in shown], more)


def _candidates(asked: Asked, after: str) -> QuerySet[Candidate]:
    """Those of whom nothing holds and nothing is proposed, beyond the cursor."""
    said = _holding().filter(first_id=OuterRef("first_id"), second_id=OuterRef("second_id"))
    rows = Candidate.objects.filter(~Exists(said)).order_by("-worth", "-id")
    rows = rows.filter(score__gte=LIKELY) if asked.likely else rows
    rows = _across(rows) if asked.apart else rows
    if not after:
        return rows
    worth, _sign, last = after.partition("_")
    beyond = Q(worth__lt=float(worth)) | Q(worth=float(worth), id__lt=UUID(last))
    return rows.filter(beyond)


def _judgements(asked: Asked, after: str) -> QuerySet[Judgement]:
    rows = (_proposals() if asked.which == WAITING else live()).order_by("-id")
    rows = _across(rows) if asked.apart else rows
    return rows.filter(id__lt=UUID(after)) if after else rows


def _across(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.exclude(first_office_id=F("second_office_id"))


def _proposals() -> QuerySet[Judgement]:
    answered = Judgement.objects.filter(answers=OuterRef("pk"))
    return Judgement.objects.filter(~Exists(answered), step=Step.PROPOSED)


def _holding() -> QuerySet[Judgement]:
    """Proposals that wait and judgements that hold."""
    later = Judgement.objects.filter(answers=OuterRef("pk"))
    ended = Exists(later.filter(step=Step.UNDONE)) | Q(Q(step=Step.PROPOSED) & Exists(later))
    return Judgement.objects.exclude(step=Step.UNDONE).exclude(ended)


def _cursor(row: Any) -> str:
    return f"{row.worth!r}_{row.pk}" if isinstance(row, Candidate) else str(row.pk)


def _line(row: Any, seen: dict[UUID, MentionRow]) -> Line:
    first, second = _halves(row, seen)
    if isinstance(row, Candidate):
        return Line(first, second, candidate=row)
    return Line(first, second, judgement=row)


def _halves(row: Any, seen: dict[UUID, MentionRow]) -> tuple[Half, Half]:
    return (
        Half(Side(row.first_id, row.first_office, row.first_told), seen.get(row.first_id)),
        Half(Side(row.second_id, row.second_office, row.second_told), seen.get(row.second_id)),
    )


@access.query
def compared(*, by: Posting, one: UUID, other: UUID) -> Compared:
    """Raises Refused; LookupError for mentions of whom this posting may know nothing."""
    access.require(by, "identity.propose", by.office)
    first, second = sorted((one, other))
    seen = mentions((first, second))
    rows = Candidate.objects.filter(first_id=first, second_id=second)
    candidate = rows.select_related("first_office", "second_office").first()
    records = records_of(first, second)
    halves = _known(candidate or (records[-1] if records else None), seen, (first, second))
    pair = Pair(halves[0].side, halves[1].side)
    acts = [access.acts_open_to(by, office) for office in set(pair.offices)]
    both = all(half.seen for half in halves)
    return Compared(
        pair,
        *halves,
        records,
        standing_of(records),
        candidate,
        may_propose=any("identity.propose" in one for one in acts),
        may_decide=both and all("identity.confirm" in one for one in acts),
    )


def _known(
    row: Candidate | Judgement | None, seen: dict[UUID, MentionRow], ids: Sequence[UUID]
) -> tuple[Half, Half]:
    """As a candidate or judgement names them; two that one sees may be compared in any case."""
    if row is not None:
        return _halves(row, seen)
    if len(seen) < 2:
        raise LookupError("no such pair within reach")
    offices = Office.objects.in_bulk([one.office_id for one in seen.values()])
    first, second = (seen[one] for one in ids)
    return tuple(  # type: ignore[return-value]
        Half(Side(one.id, offices[one.office_id], told(one.number, one.record_kind)), one)
        for one in (first, second)
    )


def told(number: str, record_kind: str) -> str:
    """Where a mention stands, for anybody: never who it is."""
    return f"FIR {number}" if record_kind in ("fir", "accused") else number


@access.query
def cluster_of(*, by: Posting, mention: UUID) -> list[UUID]:
    """All mentions judged to be this person, itself too, as far as row-level security shows."""
    own = Cluster.objects.filter(mention_id=mention).values("cluster_id")
    found = Cluster.objects.filter(cluster_id__in=own).order_by("mention_id")
    return list(found.values_list("mention_id", flat=True)) or [mention]
