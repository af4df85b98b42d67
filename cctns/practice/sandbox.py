"""The sandbox station: founded once, joined by officers under their own number, a role a lesson."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import transaction

from cctns.lib.wording import noop as _
from cctns.offices import access, changes, demo
from cctns.offices.codes import Role
from cctns.offices.models import Office, Officer, Posting
from cctns.offices.rules import NotPossible

from .lessons import Lesson
from .progress import BEGUN

STATION = "9901001"
STAY = timedelta(days=365)
ONLY_IN_PRACTICE = _("Lessons are taken on a practice node only")
KNOWN = _("This number has practised here before: sign in")
OF_THE_STATION = _("This login belongs to the station: practise under your own police number")


def found() -> list[demo.DemoLogin]:
    """The demo State with one station, and invented officers of each role; their logins."""
    _must_be_practice()
    return demo.demo_roster(only_station=STATION)


def join(*, number: str, name: str, rank: str, password: str) -> Officer:
    """A login at the sandbox under the officer's own police number. Raises NotPossible.

    At the desk first: each lesson brings its own role.
    """
    _must_be_practice()
    with transaction.atomic():
        if Officer.objects.filter(username__iexact=number).exists():
            raise NotPossible("number", KNOWN)
        officer = Officer.objects.create_user(number, password, name=name, rank=rank, is_demo=True)
        station = Office.objects.get(state=demo.CODE, code=STATION)
        posting = _post(officer, station, Role.DUTY_OFFICER)
        changes.note(by=posting, action="join_practice", office=station, subject=officer)
    return officer


@access.action
def begin_lesson(*, by: Posting, lesson: Lesson) -> Posting:
    """Begin, or begin again, under the lesson's role, which the officer now has. NotPossible."""
    _must_be_practice()
    posting = by if by.role == lesson.role else _change_role(by, lesson.role)
    changes.note(by=posting, action=BEGUN + lesson.id, office=by.office, subject=by.officer)
    return posting


def _must_be_practice() -> None:
    if not settings.PRACTICE:
        raise NotPossible("", ONLY_IN_PRACTICE)


def _change_role(by: Posting, role: Role) -> Posting:
    """Officers of the sandbox have one posting at a time; the invented staff keep theirs."""
    if by.to_date is None:
        raise NotPossible("", OF_THE_STATION)
    Posting.objects.current(access.today()).filter(officer=by.officer_id).update(
        to_date=access.today()
    )
    return _post(by.officer, by.office, role)


def _post(officer: Officer, station: Office, role: Role) -> Posting:
    """With an end, as many as like may be in charge: only one may be so without (models)."""
    return Posting.objects.create(
        officer=officer,
        office=station,
        role=role,
        from_date=access.today(),
        to_date=access.today() + STAY,
    )
