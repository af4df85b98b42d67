"""A missing child: no entry without its FIR, found at another station, matched by night, home."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta

import pytest

from cctns.cases import tracing
from cctns.cases.models import Fir
from cctns.lib.clock import now
from cctns.offices.codes import Role

from .desk import Desk
from .fir import registers_fir
from .station import hours_ago

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own

CHILD = "मुन्नी"
LOOKS = {"feature_height_cm": 120, "feature_tattoo": "right forearm, Om"}
WORDS = "मेरी बेटी मुन्नी कल शाम से घर नहीं आई।"
ORDER = "CWC 3/2026"


def test_a_child_is_missed_found_elsewhere_and_brought_home(
    sits_down: Callable[..., Desk],
) -> None:
    desk, sho = sits_down(Role.DUTY_OFFICER, "bazaar"), sits_down(Role.SHO, "bazaar")
    fort = sits_down(Role.DUTY_OFFICER, "fort")
    refused_without_fir(desk)
    fir = registers_fir(sho, "BNS 137(2)", WORDS, by=sho.officer, persons={"victim": victim()})
    child = missed(desk, fir)
    hidden_from_who_need_not_know(sits_down, fir)
    person = found_elsewhere(fort)
    with_the_rights_of_the_worker(tracing.run)
    matched(desk, child)
    fort.opens(person)
    fort.clicks("Possible matches")
    fort.sees("The same person", desk.officer.name)
    brought_home(desk, sho, child)
    for officer in (desk, sho, fort):
        officer.has_them_verified()


def victim() -> dict[str, object]:
    return {"name": CHILD, "sex": "female", "age": 9, "village": "Rampur"}


def told() -> dict[str, object]:
    return {
        **victim(),
        "relation": "father",
        "relative_name": "Suresh",
        "house": "14",
        "district_name": "East",
        "happened_at": hours_ago(20),
        "place": "Bus stand, Rampur",
        "reason": "unknown",
        "photo": "File 3",
        "informant_name": "सीता देवी",
        **LOOKS,
    }


def refused_without_fir(desk: Desk) -> None:
    desk.opens("/registers/missing/new/")
    desk.answers(told())
    desk.clicks("Go on")
    desk.sees("A missing child wants an FIR: register it first")


def missed(desk: Desk, fir: Fir) -> str:
    child = desk.enters("missing", **told(), fir=fir.number)
    desk.prints_all(CHILD)
    desk.prints("Missing person report", "Bus stand, Rampur", fir.number)
    desk.prints("Look-out notice", "गुमशुदा", language="hi")
    return child


def hidden_from_who_need_not_know(sits_down: Callable[..., Desk], fir: Fir) -> None:
    clerk = sits_down(Role.CONSTABLE, "bazaar")
    for part in ("", "persons/"):
        clerk.opens(f"/firs/{fir.pk}/{part}")
        clerk.sees("Identity withheld (JJ Act 74)")
        clerk.sees_not(CHILD)


def found_elsewhere(fort: Desk) -> str:
    person = fort.enters(
        "found",
        happened_at=hours_ago(2),
        place="Railway station, Fort",
        condition="Says her name is Munni",
        custodian="Children's home, Fort",
        custodian_contact="0123 456789",
        sex="female",
        age_from=8,
        age_to=10,
        name="मुन्नी",
        photo="File 9",
        **LOOKS,
    )
    fort.prints_all("Railway station, Fort")
    return person


def with_the_rights_of_the_worker(act: Callable[[], object]) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET ROLE cctns_worker")
        assert act() == 1
        cursor.execute("RESET ROLE")


def matched(desk: Desk, child: str) -> None:
    """A machine proposes, with reasons; a named officer says what it is."""
    desk.opens(child)
    desk.clicks("Possible matches")
    desk.sees("right forearm")
    desk.page.get_by_role("link", name="Decide").click()
    desk.look(desk.page)
    desk.answers({"same": "yes", "reason": "Her mother knew her at once"})
    desk.clicks("Enter the decision")
    desk.sees("The same person", desk.officer.name)


def brought_home(desk: Desk, sho: Desk, child: str) -> None:
    desk.opens(child)
    traced = {"traced_condition": "alive", "traced_place": "Children's home, Fort"}
    desk.goes_on("missing", "trace", **traced, traced_at=now() - timedelta(minutes=1))
    home = {"handed_to": "Suresh, father", "handed_at": now()}
    why = "A child is handed over by order of the Child Welfare Committee"
    desk.is_refused("missing", "hand_over", why, **home)
    desk.goes_on("missing", "hand_over", **home, committee_order=ORDER)
    desk.prints("Receipt for a person", CHILD, ORDER)
    sho.opens(child)
    sho.goes_on("missing", "close", end_reason="Home again")
    sho.sees("Closed")
