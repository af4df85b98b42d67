"""The packaged demo States, wholly invented: no such State, district, station or officer exists.

Their codes, 97 to 99, stand in no directory. Names come from data/demo*.csv.
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

PASSWORD = "namuna-thana-99"  # noqa: S105 - printed by the demo for everyone to use
OPENED = date(2015, 4, 1)
# At this station the SHO is on leave and another holds acting charge.
_AWAY, _ACTING, _WITHOUT_SHO = "sho.nayaghat", "io.nayaghat", "9902002"


@dataclass(frozen=True)
class DemoState:
    """An invented State: its row, its districts (code, name, Hindi), how its files begin."""

    code: int
    name: str
    name_hi: str
    letters: str  # of its vehicles
    districts: tuple[tuple[int, str, str], ...] = ()
    files: str = ""


NAMUNA = DemoState(
    99,
    "Namuna Pradesh (synthetic)",
    "नमूना प्रदेश (काल्पनिक)",
    "ZZ",
    ((9901, "Suryapur", "सूर्यपुर"), (9902, "Chandrapuri", "चंद्रपुरी")),
    "demo",
)
UDAHARAN = DemoState(
    98,
    "Udaharan Pradesh (synthetic)",
    "उदाहरण प्रदेश (काल्पनिक)",
    "ZY",
    ((9801, "Kirangarh", "किरनगढ़"),),
    "demo98",
)
# The demo's nation is a bureau; offices belong to a State.
BUREAU = DemoState(97, "National bureau (synthetic)", "राष्ट्रीय ब्यूरो (काल्पनिक)", "ZX")
CODE = NAMUNA.code


@dataclass(frozen=True)
class DemoLogin:
    """What the demo prints: who signs in, as what, where."""

    username: str
    name: str
    role: str
    office: str


def demo_roster(state: DemoState = NAMUNA, *, only_station: str = "") -> list[DemoLogin]:
    """Build a demo State unless it is there already; returns its logins, all with PASSWORD.

    With a station's code, the State has that one alone.
    """
    with transaction.atomic():
        if not Office.objects.filter(state_id=state.code).exists():
            _build(state, only_station)
    return demo_logins(state)


def demo_logins(state: DemoState = NAMUNA) -> list[DemoLogin]:
    """The logins of a demo State, in the order of its roster."""
    told = _rows(f"{state.files}_officers.csv")
    place = {row["login"]: number for number, row in enumerate(told)}
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


def _build(state: DemoState, only_station: str) -> None:
    land(state)
    offices = _offices(state, only_station)
    tree.flatten(access.today())
    officers = _officers(state, offices)
    if _WITHOUT_SHO in offices:
        _absence(officers, offices)
    headquarters = offices["HQ"]
    changes.note(by=None, action="found_demo", office=headquarters, subject=headquarters)


def land(told: DemoState) -> State:
    """The rows of an invented State and its districts, as the directory has those of real ones."""
    state, _new = State.objects.get_or_create(
        code=told.code,
        defaults={
            "name": told.name,
            "name_hi": told.name_hi,
            "kind": "state",
            "iso": f"IN-{told.letters}",
            "vehicle_code": told.letters,
            "language": "hi",
        },
    )
    for code, name, name_hi in told.districts:
        District.objects.get_or_create(
            code=code, defaults={"state": state, "name": name, "name_hi": name_hi}
        )
    return state


def _offices(state: DemoState, only_station: str) -> dict[str, Office]:
    rows = [
        row
        for row in _rows(f"{state.files}_offices.csv")
        if not only_station or row["kind"] != OfficeKind.STATION or row["code"] == only_station
    ]
    offices = {
        row["code"]: Office(
            state_id=state.code,
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


def _officers(state: DemoState, offices: dict[str, Office]) -> dict[str, Officer]:
    told = _rows(f"{state.files}_officers.csv")
    rows = [row for row in told if row["office"] in offices]
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
