"""Officers, their postings and their leave."""

from __future__ import annotations

from datetime import date, timedelta

from .. import access, changes, rules
from ..codes import Absence, Charge, OfficeKind, Rank, Role
from ..models import Leave, Office, Officer, Posting


@access.action
def enrol_officer(
    *,
    by: Posting,
    office: Office,
    username: str,
    name: str,
    name_hi: str,
    rank: Rank,
    role: Role,
    from_date: date,
    email: str = "",
) -> Posting:
    """Enter an officer with a first posting and no password yet (`reset_login` gives one)."""
    access.require(by, "posting.administer", office)
    number = username.strip()
    rules.must(bool(number), "username", rules.NUMBER_MISSING)
    rules.must(bool(name.strip()), "name", rules.NAME_MISSING)
    known = Officer.objects.filter(username__iexact=number).exists()
    rules.must(not known, "username", rules.NUMBER_TAKEN)
    officer = Officer.objects.create_user(
        number, name=name.strip(), name_hi=name_hi.strip(), rank=rank, email=email
    )
    changes.note(by=by, action="enrol_officer", office=office, subject=officer)
    return _post(by, officer, office, role, from_date, None)


@access.action
def post_officer(
    *,
    by: Posting,
    officer: Officer,
    office: Office,
    role: Role,
    from_date: date,
    to_date: date | None = None,
) -> Posting:
    """Post an officer to an office in a role; `to_date` is the first day no longer served."""
    access.require(by, "posting.administer", office)
    # An administrator who could post himself would read cases by that posting.
    rules.must(officer.pk != by.officer_id, "officer", rules.NOT_ONESELF)
    return _post(by, officer, office, role, from_date, to_date)


def _post(
    by: Posting, officer: Officer, office: Office, role: Role, start: date, end: date | None
) -> Posting:
    rules.must(rules.held_at(role, OfficeKind(office.kind)), "role", rules.WRONG_OFFICE)
    rules.must(end is None or end > start, "to_date", rules.ENDS_BEFORE_START)
    is_open = office.opened_on <= start and (office.closed_on is None or start < office.closed_on)
    rules.must(is_open, "from_date", rules.OFFICE_CLOSED)
    Office.objects.select_for_update().get(pk=office.pk)  # one posting at a time
    standing = Posting.objects.overlapping(start, end).filter(
        office=office, role=role, charge=Charge.SUBSTANTIVE
    )
    twice = standing.filter(officer=officer).exists()
    rules.must(not twice, "role", rules.POSTED_ALREADY)
    rules.must(role != Role.SHO or not standing.exists(), "role", rules.TWO_IN_CHARGE)
    posting = Posting.objects.create(
        officer=officer, office=office, role=role, from_date=start, to_date=end
    )
    changes.note(by=by, action="post_officer", office=office, subject=posting)
    return posting


@access.action
def end_posting(*, by: Posting, posting: Posting, on: date) -> Posting:
    """End a posting: from `on` the officer no longer acts by it. Sessions lose it at once."""
    access.require(by, "posting.administer", posting.office)
    rules.must(on >= posting.from_date, "on", rules.ENDS_BEFORE_START)
    ended = posting.to_date is not None and posting.to_date <= on
    rules.must(not ended, "posting", rules.ENDED_ALREADY)
    before = changes.snapshot(posting)
    posting.to_date = on
    posting.save(update_fields=["to_date"])
    changes.note(by=by, action="end_posting", office=posting.office, subject=posting, before=before)
    return posting


@access.action
def grant_leave(
    *,
    by: Posting,
    posting: Posting,
    kind: Absence,
    from_date: date,
    to_date: date | None,
) -> Leave:
    """Grant leave to the officer of a posting, or suspend them (then the end may stay open)."""
    act = "leave.suspend" if kind == Absence.SUSPENSION else "leave.grant"
    access.require(by, act, posting.office)
    rules.must(posting.officer_id != by.officer_id, "officer", rules.NOT_ONESELF)
    rules.must(kind == Absence.SUSPENSION or to_date is not None, "to_date", rules.LEAVE_ENDS)
    rules.must(to_date is None or to_date >= from_date, "to_date", rules.ENDS_BEFORE_START)
    leave = Leave.objects.create(
        officer_id=posting.officer_id, kind=kind, from_date=from_date, to_date=to_date
    )
    changes.note(by=by, action="grant_leave", office=posting.office, subject=leave)
    return leave


@access.action
def end_leave(*, by: Posting, posting: Posting, leave: Leave, back_on: date) -> Leave:
    """Record the day on which an officer is back on duty."""
    act = "leave.suspend" if leave.kind == Absence.SUSPENSION else "leave.grant"
    access.require(by, act, posting.office)
    rules.must(posting.officer_id != by.officer_id, "officer", rules.NOT_ONESELF)
    rules.must(posting.officer_id == leave.officer_id, "officer", rules.NOT_POSTED_HERE)
    rules.must(back_on >= leave.from_date, "back_on", rules.ENDS_BEFORE_START)
    ended = leave.to_date is not None and leave.to_date < back_on
    rules.must(not ended, "leave", rules.ENDED_ALREADY)
    before = changes.snapshot(leave)
    leave.to_date = back_on - timedelta(days=1)
    leave.save(update_fields=["to_date"])
    changes.note(by=by, action="end_leave", office=posting.office, subject=leave, before=before)
    return leave
