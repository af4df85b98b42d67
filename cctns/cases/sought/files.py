"""Cases as the search reads them: all that their records say, a handful of questions a batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from cctns.journal.models import Erasure
from cctns.search.sources import Told

from ..models import (
    Accused,
    Appeal,
    Arrest,
    Bail,
    Case,
    Disposal,
    DisposalAccused,
    FinalReport,
    Remand,
    ReportAccused,
    Seizure,
)

Rows = dict[UUID, list[Any]]


@dataclass(frozen=True)
class File:
    """One case with everything that the search tells of it; lists are oldest first."""

    case: Case
    accused: Sequence[Accused]
    reports: Sequence[tuple[FinalReport, Sequence[ReportAccused]]]
    verdicts: Sequence[tuple[Disposal, Sequence[DisposalAccused]]]
    appeals: Sequence[Appeal]
    arrests: Sequence[Arrest]
    remands: Sequence[Remand]
    bails: Sequence[Bail]
    seizures: Sequence[Seizure]
    erased: bool  # a court sealed something of it


def load(wanted: Collection[UUID]) -> Told:
    """The cases among these ids of FIRs, cases and records."""
    from . import deeds, people, texts, things

    files = list(_files(wanted))
    return Told(
        records={
            "fir": [one.case.fir_id for one in files],
            "accused": [row.pk for one in files for row in one.accused],
            "seizure": [row.pk for one in files for row in one.seizures],
        },
        people=[row for one in files for row in people.mentions(one)],
        things=[row for one in files for row in things.numbers(one)],
        texts=[row for one in files for row in texts.accounts(one)],
        deeds=[row for one in files for row in deeds.deeds(one)],
    )


def _files(wanted: Collection[UUID]) -> Iterable[File]:
    cases = list(
        Case.objects.filter(Q(fir_id__in=wanted) | Q(pk__in=wanted))
        .select_related("fir", "office__district")
        .prefetch_related("fir__parties__papers", "fir__sections", "fir__property")
        .order_by("id")
    )
    ids = [one.pk for one in cases]
    reports, disposals = _by_case(FinalReport, ids), _by_case(Disposal, ids)
    lines = _by(ReportAccused, "finalreport_id", [row.pk for row in _all(reports)])
    verdicts = _by(DisposalAccused, "disposal_id", [row.pk for row in _all(disposals)])
    others = [_by_case(model, ids) for model in (Accused, Appeal, Arrest, Remand, Bail, Seizure)]
    erased = _erased([one.fir_id for one in cases] + ids)
    for case in cases:
        accused, appeals, arrests, remands, bails, seizures = (one[case.pk] for one in others)
        yield File(
            case=case,
            accused=accused,
            reports=[(row, lines[row.pk]) for row in reports[case.pk]],
            verdicts=[(row, verdicts[row.pk]) for row in disposals[case.pk]],
            appeals=appeals,
            arrests=arrests,
            remands=remands,
            bails=bails,
            seizures=seizures,
            erased=bool({case.pk, case.fir_id} & erased),
        )


def _by_case(model: Any, ids: Collection[UUID]) -> Rows:
    return _by(model, "case_id", ids)


def _by(model: Any, column: str, ids: Collection[UUID]) -> Rows:
    found: Rows = defaultdict(list)
    if ids:
        rows = model._base_manager.filter(**{f"{column}__in": ids})
        if model is Seizure:
            rows = rows.prefetch_related("items")
        for row in rows.order_by("id"):
            found[getattr(row, column)].append(row)
    return found


def _all(rows: Rows) -> list[Any]:
    return [row for several in rows.values() for row in several]


def _erased(ids: Collection[UUID]) -> set[UUID]:
    found = Erasure.objects.filter(record_id__in=ids)
    return set(found.values_list("record_id", flat=True))
