"""What the index holds follows the journals and is made anew from them."""

from __future__ import annotations

from typing import Any

from django.db import connection

from cctns.journal import follow
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.actions import take_step
from cctns.registers.books.character import CHARACTER
from tests.cases.investigating import another_accused, arrest_of, opened
from tests.cases.made import registered
from tests.offices.land import Land
from tests.registers.test_rolls import sheet

from .conftest import NATION, Seeks, names

END = {"end_reason": "Acquitted in appeal"}
TABLES = ("search_person", "search_thing", "search_text", "search_deed")


def held() -> dict[str, list[Any]]:
    found = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT * FROM {table} ORDER BY id")
            found[table] = cursor.fetchall()
    return found


def test_rebuilding_gives_what_following_gave(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    arrest_of(io, case)
    another_accused(io, case)
    follow.run_all()
    followed = held()
    assert all(followed[table] for table in ("search_person", "search_text", "search_deed"))
    follow.rebuild("search")
    assert held() == followed
    follow.run_all()
    assert held() == followed


def test_a_stolen_vehicle_is_found_from_anywhere_by_its_plate(
    sho: Posting, far: Posting, seeks: Seeks
) -> None:
    plate = {"registration": "KA34EQ4521", "engine": "JC65E1234567"}
    thing = {"property_class": "vehicle", "description": "Motor cycle", "particulars": plate}
    registered(sho, things=[{**thing, "value": "60000"}])
    assert seeks(far, "ka 34 eq 4521").things.hits == []
    for words in ("ka 34 eq 4521", "KA-34-EQ-4521"):
        (hit,) = seeks(far, words, NATION).things.hits
        assert (hit.what, hit.role, hit.kind) == ("Motor cycle", "stolen", "registration")
    (hit,) = seeks(far, "JC65E", NATION, as_="thing").things.hits
    assert hit.kind == "engine"


def test_a_closed_sheet_of_a_bad_character_is_no_mark_on_anybody(
    sho: Posting, land: Land, seeks: Seeks
) -> None:
    kept = sheet(sho)
    duty = land.post(Role.DUTY_OFFICER, "bazaar")
    assert kept.name in names(seeks(sho, kept.name))
    assert names(seeks(duty, kept.name)) == []
    take_step(by=sho, book=CHARACTER, entry=kept, step="close", details=END)
    assert names(seeks(sho, kept.name)) == []
