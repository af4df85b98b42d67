"""Alerts out of matches: each once, in the inbox of each office that it concerns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from uuid import UUID, uuid5

from django.db.models import Q

from cctns.identity.standing import judged_same
from cctns.lib.clock import now
from cctns.offices.models import Office
from cctns.search.tables import Lookup, Shown

from . import answering, rows
from .codes import Handling, Kind
from .matching import Match
from .models import Alert, Delivery

RECENT = timedelta(days=30)
_WORKING = ("investigation", "arrest")  # search.codes.Reason: what an officer works on


def raise_all(matches: Sequence[Match]) -> list[Alert]:
    """Keep and send what is new; an alert that stands already is left as it is."""
    if not matches:
        return []
    names = _names(one.met.office_id for one in matches)
    return keep([_alert(one, names) for one in matches])


def keep(alerts: Sequence[Alert]) -> list[Alert]:
    """Those that were new, with the inboxes they lie in."""
    wanted = {one.pk: one for one in alerts}
    held = set(Alert.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    new = [one for key, one in wanted.items() if key not in held]
    if new:
        answering.stand(new)
        rows.add(new)
        deliver(new)
    return new


def deliver(alerts: Iterable[Alert]) -> None:
    rows.add(
        [
            Delivery(office_id=office, alert=one, state=one.state, raised_at=one.raised_at)
            for one in alerts
            for office in concerned(one)
        ]
    )


def concerned(one: Alert) -> list[UUID]:
    """Of a silent watch nobody is told but the office that keeps it."""
    if one.handling == Handling.SILENT:
        return [one.office_id]
    return sorted({one.office_id, one.matched_office})


def _names(offices: Iterable[UUID]) -> dict[UUID, str]:
    return dict(Office.objects.filter(pk__in=set(offices)).values_list("pk", "name"))


def _alert(one: Match, names: dict[UUID, str]) -> Alert:
    notice, met = one.notice, one.met
    return Alert(
        id=one.id,
        state=notice.state,
        kind=met.kind,
        lookout_id=notice.pk,
        office_id=notice.office_id,
        office_name=notice.office_name,
        title=notice.title,
        handling=notice.handling,
        urgency=notice.urgency,
        matched_kind=met.record_kind,
        matched_record=met.record_id,
        matched_id=met.id,
        matched_office=met.office_id,
        matched_office_name=names.get(met.office_id, ""),
        matched_role="" if met.closed else met.role,
        matched_told="" if met.closed else met.told,
        score=one.score,
        reasons=one.reasons,
        raised_at=now(),
    )


def same_work(lookups: Collection[Lookup]) -> list[Alert]:
    """Two offices at work on one person: whoever opened the sheet, and who holds or opened it.

    The same person is the same mention, or one that officers have judged to be the same.
    """
    found: list[Alert] = []
    for lookup in lookups:
        if lookup.kind == "sheet" and lookup.reason in _WORKING:
            for row in lookup.shown.all():
                found += _others(lookup, row)
    return keep(found)


def _others(lookup: Lookup, row: Shown) -> list[Alert]:
    since = lookup.made_at - RECENT
    owners = {row.subject_id: row.owner_id, **judged_same(row.subject_id)}
    seen = Shown.objects.filter(
        Q(lookup__kind="sheet", lookup__reason__in=_WORKING, made_at__gt=since),
        owner_id__in=set(owners.values()),
        subject_id__in=owners,
        made_at__lt=lookup.made_at,
    )
    told = seen.order_by("made_at").values_list("asker_id", "officer_name", "subject_id")
    others = {asker: (officer, subject) for asker, officer, subject in told}
    for subject, owner in owners.items():
        others.setdefault(owner, ("", subject))
    others.pop(lookup.office_id, None)
    known = _known(owners, lookup.office_id, others)
    names = _names([*others, lookup.office_id])
    return [
        _unit(lookup, row, other, officer, names, judged=subject != row.subject_id)
        for other, (officer, subject) in others.items()
        if other not in known
    ]


def _unit_id(subject: UUID, one: UUID, other: UUID) -> UUID:
    return uuid5(subject, "/".join(sorted((str(one), str(other)))))


def _known(subjects: Collection[UUID], office: UUID, others: Collection[UUID]) -> set[UUID]:
    """With whom this office was told of the person before, under whichever record."""
    ids = {_unit_id(subject, office, other): other for subject in subjects for other in others}
    held = Alert.objects.filter(pk__in=ids).values_list("pk", flat=True)
    return {ids[one] for one in held}


def _unit(
    lookup: Lookup,
    row: Shown,
    other: UUID,
    officer: str,
    names: dict[UUID, str],
    *,
    judged: bool,
) -> Alert:
    return Alert(
        id=_unit_id(row.subject_id, lookup.office_id, other),
        state=lookup.state,
        kind=Kind.UNIT,
        office_id=lookup.office_id,
        office_name=names.get(lookup.office_id, ""),
        title=f"{lookup.officer_name}: {row.purpose}"[:300],
        matched_kind="lookup",
        matched_record=lookup.pk,
        matched_id=row.subject_id,
        matched_office=other,
        matched_office_name=names.get(other, ""),
        matched_told=", ".join(filter(None, (row.number, officer)))[:300],
        score=0.0,
        reasons=[["judged", "", "", "same", "0"]] if judged else [],
        raised_at=now(),
    )
