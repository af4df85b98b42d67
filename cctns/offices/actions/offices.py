"""Opening, moving, renaming and closing offices, and with them the supervision tree."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from .. import access, changes, rules, tree
from ..codes import PARTNERS, DiaryReset, OfficeKind, Role
from ..models import District, Office, Officer, Posting, Supervision


@access.action
def open_office(
    *,
    by: Posting,
    kind: OfficeKind,
    name: str,
    name_hi: str,
    code: str,
    supervisor: Office,
    opened_on: date,
    district: District | None = None,
    gd_reset: DiaryReset = DiaryReset.DAILY,
) -> Office:
    """Open a police office or bureau under its supervisor. Raises Refused, NotPossible."""
    access.require(by, "office.administer", supervisor)
    rules.must(kind not in PARTNERS, "kind", rules.PARTNER_ALONE)
    office = _new(by.office, kind, name, name_hi, code, opened_on, district, gd_reset)
    changes.note(by=by, action="open_office", office=office, subject=office)
    _supervise(by, office, supervisor, opened_on)
    return office


@access.action
def open_partner_office(
    *,
    by: Posting,
    kind: OfficeKind,
    name: str,
    name_hi: str,
    code: str,
    opened_on: date,
    administrator: Officer,
    district: District | None = None,
) -> Office:
    """Open a court, prosecution office, prison or laboratory under an administrator of its own.

    Nobody in the police supervises it or posts its people. Raises Refused, NotPossible.
    """
    access.require(by, "office.administer", by.office)
    rules.must(kind in PARTNERS, "kind", rules.NOT_A_PARTNER)
    rules.must(administrator.pk != by.officer_id, "administrator", rules.NOT_ONESELF)
    office = _new(by.office, kind, name, name_hi, code, opened_on, district, DiaryReset.DAILY)
    changes.note(by=by, action="open_office", office=office, subject=office)
    posting = Posting.objects.create(
        officer=administrator, office=office, role=Role.NODE_ADMIN, from_date=opened_on
    )
    changes.note(by=by, action="post_officer", office=office, subject=posting)
    tree.flatten(access.today())
    return office


def _new(
    beside: Office,
    kind: OfficeKind,
    name: str,
    name_hi: str,
    code: str,
    opened_on: date,
    district: District | None,
    gd_reset: DiaryReset,
) -> Office:
    rules.must(bool(name.strip()), "name", rules.NAME_MISSING)
    rules.must(bool(code.strip()), "code", rules.CODE_MISSING)
    taken = Office.objects.filter(state=beside.state_id, code=code.strip()).exists()
    rules.must(not taken, "code", rules.CODE_TAKEN)
    elsewhere = district is not None and district.state_id != beside.state_id
    rules.must(not elsewhere, "district", rules.OTHER_STATE)
    return Office.objects.create(
        state_id=beside.state_id,
        district=district,
        kind=kind,
        name=name.strip(),
        name_hi=name_hi.strip(),
        code=code.strip(),
        opened_on=opened_on,
        gd_reset=gd_reset,
    )


@access.action
def move_office(*, by: Posting, office: Office, supervisor: Office, from_date: date) -> Supervision:
    """Put an office under another supervisor from a day on. Raises Refused, NotPossible."""
    access.require(by, "office.administer", office)
    access.require(by, "office.administer", supervisor)
    rules.must(from_date >= access.today(), "from_date", rules.NOT_IN_THE_PAST)
    current = Supervision.objects.select_for_update().filter(office=office, to_date=None).first()
    if current:
        rules.must(from_date > current.from_date, "from_date", rules.MOVED_ALREADY)
        _end(by, office, current, from_date)
    return _supervise(by, office, supervisor, from_date)


def _end(by: Posting, office: Office, current: Supervision, on: date) -> None:
    before = changes.snapshot(current)
    current.to_date = on
    current.save(update_fields=["to_date"])
    changes.note(by=by, action="end_supervision", office=office, subject=current, before=before)


def _supervise(by: Posting, office: Office, supervisor: Office, on: date) -> Supervision:
    fits = rules.may_supervise(OfficeKind(supervisor.kind), OfficeKind(office.kind))
    rules.must(fits, "supervisor", rules.NOT_A_SUPERVISOR)
    open_then = supervisor.closed_on is None and supervisor.opened_on <= on
    rules.must(open_then, "supervisor", rules.OFFICE_CLOSED)
    link = Supervision.objects.create(office=office, supervisor=supervisor, from_date=on)
    changes.note(by=by, action="supervise", office=office, subject=link)
    tree.flatten(access.today())
    return link


@access.action
def rename_office(
    *, by: Posting, office: Office, name: str, name_hi: str, gd_reset: DiaryReset
) -> Office:
    """Correct what an office is called and when its diary begins again."""
    access.require(by, "office.administer", office)
    rules.must(bool(name.strip()), "name", rules.NAME_MISSING)
    before = changes.snapshot(office)
    office.name, office.name_hi, office.gd_reset = name.strip(), name_hi.strip(), gd_reset
    office.save(update_fields=["name", "name_hi", "gd_reset"])
    changes.note(by=by, action="rename_office", office=office, subject=office, before=before)
    return office


@access.action
def close_office(*, by: Posting, office: Office, on: date) -> Office:
    """Close an office that supervises nobody and has no one posted. Raises Refused, NotPossible.

    It stays under its supervisor, who goes on seeing its old records.
    """
    access.require(by, "office.administer", office)
    rules.must(on >= access.today(), "on", rules.NOT_IN_THE_PAST)
    rules.must(on > office.opened_on, "on", rules.CLOSED_BEFORE_OPENED)
    rules.must(office.closed_on is None, "office", rules.CLOSED_ALREADY)
    _must_be_empty(office, on)
    before = changes.snapshot(office)
    office.closed_on = on
    office.save(update_fields=["closed_on"])
    changes.note(by=by, action="close_office", office=office, subject=office, before=before)
    return office


def _must_be_empty(office: Office, on: date) -> None:
    beyond = Q(to_date=None) | Q(to_date__gt=on)
    open_below = Q(office__closed_on=None) | Q(office__closed_on__gt=on)
    supervises = Supervision.objects.filter(beyond, open_below, supervisor=office).exists()
    rules.must(not supervises, "office", rules.STILL_SUPERVISES)
    staffed = Posting.objects.filter(beyond, office=office).exists()
    rules.must(not staffed, "office", rules.STILL_STAFFED)
