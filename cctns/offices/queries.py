"""What this officer may see of offices, staff, refusals and administrative changes.

Lists go page by page from the last row of the page before; none counts or skips rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from . import access, charge
from .models import (
    Jurisdiction,
    Leave,
    Office,
    OfficeChange,
    Officer,
    Posting,
    RefusedAct,
    Supervision,
)

PAGE = 50
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class OfficeView:
    """One office as its administrator sees it."""

    office: Office
    supervisions: list[Supervision]  # newest first; the first without end is today's
    in_charge: Posting | None


@access.query
def offices_in_reach(*, by: Posting, words: str = "", after: UUID | None = None) -> list[Office]:
    """Offices one administers, by name; `after` is the office that ended the page before."""
    access.require(by, "office.administer", by.office)
    found = Office.objects.filter(pk__in=_reach(by)).select_related("district")
    if words:
        named = Q(name__icontains=words) | Q(name_hi__contains=words) | Q(code__iexact=words)
        found = found.filter(named)
    if after:
        last = Office.objects.get(pk=after)
        found = found.filter(Q(name__gt=last.name) | Q(name=last.name, id__gt=last.id))
    return list(found.order_by("name", "id")[:PAGE])


@access.query
def office_for(*, by: Posting, office_id: UUID) -> OfficeView:
    """One office with its supervisors through time. Raises Refused, Office.DoesNotExist."""
    office = Office.objects.select_related("state", "district").get(pk=office_id)
    access.require(by, "office.administer", office)
    links = Supervision.objects.filter(office=office).select_related("supervisor")
    holder = charge.in_charge(office, access.today())
    return OfficeView(office, list(links.order_by("-from_date")), holder)


@access.query
def staff(*, by: Posting, office: Office) -> list[Posting]:
    """Postings at an office that run today or begin later, each marked `away` when on leave."""
    access.require(by, "staff.view", office)
    away = Leave.objects.covering(access.today()).filter(officer=OuterRef("officer"))
    posted = Posting.objects.overlapping(access.today(), None).filter(office=office)
    ordered = posted.annotate(away=Exists(away)).order_by("role", "from_date", "id")
    return list(ordered.exclude(to_date=access.today()).select_related("officer", "office"))


@access.query
def office_by_code(*, by: Posting, code: str) -> Office | None:
    """An office of one's own State by its code; the act that follows asks whether one may."""
    return Office.objects.filter(state=by.office.state_id, code__iexact=code.strip()).first()


@access.query
def posting_for(*, by: Posting, posting_id: UUID) -> Posting:
    """One posting with its officer. Raises Refused, Posting.DoesNotExist."""
    posting = Posting.objects.select_related("officer", "office__state").get(pk=posting_id)
    access.require(by, "staff.view", posting.office)
    return posting


@access.query
def leaves(*, by: Posting, posting: Posting) -> list[Leave]:
    """The leave and suspensions of a posted officer, newest first."""
    access.require(by, "leave.grant", posting.office)
    return list(Leave.objects.filter(officer=posting.officer_id).order_by("-from_date", "-id"))


@access.query
def officer_by_number(*, by: Posting, number: str) -> Officer | None:
    """Who has this police number: an administrator posts officers from anywhere in the State."""
    access.require(by, "posting.administer", by.office)
    return Officer.objects.filter(username__iexact=number.strip()).first()


@access.query
def refused_acts(*, by: Posting, before: UUID | None = None) -> list[RefusedAct]:
    """What was refused in one's reach, newest first, sign-ins of its officers among them."""
    access.require(by, "access.audit", by.office)
    mine = Posting.objects.filter(officer=OuterRef("officer"), office__in=_reach(by))
    found = RefusedAct.objects.filter(
        Q(office__in=_reach(by)) | Q(Q(office=None), Exists(mine))
    ).select_related("officer", "office", "posting__office")
    return _older(found, before)


@access.query
def changes(*, by: Posting, before: UUID | None = None) -> list[OfficeChange]:
    """What was changed in offices, postings, leave and logins of one's reach, newest first."""
    access.require(by, "access.audit", by.office)
    found = OfficeChange.objects.filter(office__in=_reach(by))
    return _older(found.select_related("posting__officer", "posting__office", "office"), before)


def _older(rows: QuerySet[Row], before: UUID | None) -> list[Row]:
    """Ids are UUIDv7: they sort by time."""
    earlier = rows.filter(id__lt=before) if before else rows
    return list(earlier.order_by("-id")[:PAGE])


def _reach(by: Posting) -> QuerySet[Jurisdiction, UUID]:
    return Jurisdiction.objects.filter(supervisor=by.office_id).values_list("office_id", flat=True)
