"""The packaged demo State, wholly invented: no such State, district, station or officer exists.

Its code, 99, stands in no directory. Names come from data/demo_*.csv.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources

from django.contrib.auth.hashers import make_password
from django.db import transaction

from . import access, changes, tree
from .codes import Absence, Charge, OfficeKind, Role
from .models import District, Leave, Office, Officer, Posting, State, Supervision

CODE = 99
PASSWORD = "namuna-thana-99"  # noqa: S105 - printed by the demo for everyone to use
OPENED = date(2015, 4, 1)
# At this station the SHO is on leave and another holds acting charge.
_AWAY, _ACTING, _WITHOUT_SHO = "sho.nayaghat", "io.nayaghat", "9902002"


@dataclass(frozen=True)
class DemoLogin:
    """What the demo prints: who signs in, as what, where."""

    username: str
    name: str
    role: str
    office: str


def demo_roster(*, only_station: str = "") -> list[DemoLogin]:
    """Build the demo State unless it is there already; returns its logins, all with PASSWORD.

    With a station's code, the State has that one alone.
    """
    with transaction.atomic():
        if not Office.objects.filter(state_id=CODE).exists():
            _build(only_station)
    return demo_logins()


def demo_logins() -> list[DemoLogin]:
    """The logins of the demo State, in the order of its roster."""
    place = {row["login"]: number for number, row in enumerate(_rows("demo_officers.csv"))}
    postings = (
        Posting.objects.current(access.today())
        .filter(officer__is_demo=True, officer__username__in=place)
        .select_related("officer", "office")
        .order_by("id")
    )
    return [
        DemoLogin(one.officer.username, one.officer.name, one.role, one.office.name)
        for one in sorted(postings, key=lambda one: place[one.officer.username])
    ]


def _build(only_station: str) -> None:
    _land()
    offices = _offices(only_station)
    tree.flatten(access.today())
    officers = _officers(offices)
    if _WITHOUT_SHO in offices:
        _absence(officers, offices)
    headquarters = offices["HQ"]
    changes.note(by=None, action="found_demo", office=headquarters, subject=headquarters)


def _land() -> None:
    state = State.objects.create(
        code=CODE,
        name="Namuna Pradesh (synthetic)",
        name_hi="नमूना प्रदेश (काल्पनिक)",
        kind="state",
        iso="IN-ZZ",
        vehicle_code="ZZ",
        language="hi",
    )
    District.objects.bulk_create(
        [
            District(code=9901, state=state, name="Suryapur", name_hi="सूर्यपुर"),
            District(code=9902, state=state, name="Chandrapuri", name_hi="चंद्रपुरी"),
        ]
    )


def _offices(only_station: str) -> dict[str, Office]:
    rows = [
        row
        for row in _rows("demo_offices.csv")
        if not only_station or row["kind"] != OfficeKind.STATION or row["code"] == only_station
    ]
    offices = {
        row["code"]: Office(
            state_id=CODE,
            district_id=int(row["district"]) if row["district"] else None,
            kind=row["kind"],
            code=row["code"],
            name=row["name"],
            name_hi=row["name_hi"],
            opened_on=OPENED,
        )
        for row in rows
    }
    Office.objects.bulk_create(offices.values())
    Supervision.objects.bulk_create(
        Supervision(office=offices[row["code"]], supervisor=offices[row["under"]], from_date=OPENED)
        for row in rows
        if row["under"]
    )
    return offices


def _officers(offices: dict[str, Office]) -> dict[str, Officer]:
    rows = [row for row in _rows("demo_officers.csv") if row["office"] in offices]
    password = make_password(PASSWORD)
    officers = {
        row["login"]: Officer(
            username=row["login"],
            name=row["name"],
            name_hi=row["name_hi"],
            rank=row["rank"],
            password=password,
            is_demo=True,
        )
        for row in rows
    }
    Officer.objects.bulk_create(officers.values())
    Posting.objects.bulk_create(
        Posting(
            officer=officers[row["login"]],
            office=offices[row["office"]],
            role=row["role"],
            from_date=OPENED,
        )
        for row in rows
    )
    return officers


def _absence(officers: dict[str, Officer], offices: dict[str, Office]) -> None:
    today = access.today()
    until = today + timedelta(days=30)
    Leave.objects.create(
        officer=officers[_AWAY], kind=Absence.LEAVE, from_date=today, to_date=until
    )
    Posting.objects.create(
        officer=officers[_ACTING],
        office=offices[_WITHOUT_SHO],
        role=Role.SHO,
        charge=Charge.ACTING,
        from_date=today,
        to_date=until + timedelta(days=1),
    )


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files("cctns.offices").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
