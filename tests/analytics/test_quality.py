"""What records lack, exact on known rows; how complete forms are, by form, officer and station."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from cctns.analytics.cuts import Cut
from cctns.analytics.dashboard import dashboard
from cctns.analytics.drill import cases_of
from cctns.analytics.events import events_of
from cctns.analytics.quality import FIR_FIELDS, Quality, Score, optional_fields, quality
from cctns.cases.books.arrest import ARREST
from cctns.cases.models import Fir
from cctns.journal import follow
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers import book as books
from cctns.registers.actions import make_entry
from cctns.registers.books.ncr import NCR
from tests.cases.asked import statement_of
from tests.cases.investigating import arrest_of, opened
from tests.cases.made import accused, complainant
from tests.cases.test_missing import missing
from tests.offices.land import Land

BARE: dict[str, Any] = {"relative_name": "", "relation": ""}
NOWHERE: dict[str, Any] = dict.fromkeys(("house", "street", "village", "district_name"), "")


def lacking(found: Quality) -> dict[str, tuple[int, int]]:
    return {one.name: (one.count, one.of) for one in found.lacks}


@pytest.mark.parametrize("stored", [False, True])
def test_complaint_18_the_five_counters_are_exact(
    land: Land, sho: Posting, io: Posting, sp: Posting, duty_officer: Posting, stored: bool
) -> None:
    """Telangana, 2019: no statement for 5,416 arrests, 85 photographs, 1,085 fathers blank ..."""
    full = accused(relative_name="Ram Lal", relation="father", house="7", village="Rampur Kalan")
    first = opened(sho, io, persons=[complainant(), full])
    short = complainant(**NOWHERE | {"village": "Rampur"})
    second = opened(sho, io, persons=[short, accused(**BARE, village="Delhi")])
    arrest_of(io, first, photo="P-12")
    arrest_of(io, second)
    statement_of(io, first)
    missing(duty_officer)
    missing(duty_officer, photo="", no_photo="refused")
    if stored:
        follow.run_all()
    found = quality(by=sp, office=sp.office)
    assert lacking(found) == {
        "no_statement": (1, 2),
        "no_photo": (1, 2),
        "missing_no_photo": (1, 2),
        "no_relative": (1, 4),
        "short_address": (2, 4),
    }
    for one in found.lacks:
        if isinstance(one.cut, Cut):
            assert [fir.pk for fir in cases_of(by=sp, office=sp.office, cut=one.cut).firs] == [
                second.fir_id
            ]
        else:
            assert len(events_of(by=sp, office=sp.office, cut=one.cut).rows) == one.count


def test_complaint_15_completeness_is_seen_by_form_officer_and_station(
    land: Land, sho: Posting, io: Posting, sp: Posting
) -> None:
    """CAG Assam: only mandatory fields were filled, and nobody saw it."""
    other = land.post(Role.SHO, "fort")
    bare = {"happened_at": now(), "place": "Bazaar", "substance": "He abused me"}
    bare |= {"offence": "BNS 352", "name": "Sita"}
    make_entry(by=sho, book=NCR, entry_id=uuid7(), details=bare)
    more = {"alias": "Seeta", "house": "14", "against": "A neighbour", "age": 40}
    make_entry(by=other, book=NCR, entry_id=uuid7(), details={**bare, **more})
    fields = len(optional_fields(NCR))
    found = quality(by=sp, office=land["circle"])
    assert found.by_form == {"ncr": Score(2, 4, 2 * fields)}
    assert found.by_part == [
        (land["bazaar"], Score(1, 0, fields)),
        (land["fort"], Score(1, 4, fields)),
    ]
    assert found.by_officer == [
        (sho.officer, Score(1, 0, fields)),
        (other.officer, Score(1, 4, fields)),
    ]
    assert dashboard(by=sp, office=sp.office).score == Score(2, 4, 2 * fields)


def test_an_fir_and_its_forms_count_for_their_officer(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    arrest_of(io, case)
    found = quality(by=sho, office=sho.office)
    told = [name for name in FIR_FIELDS if getattr(Fir.objects.get(), name) not in ("", None)]
    assert found.by_form["fir"] == Score(1, len(told), len(FIR_FIELDS))
    assert found.by_form["arrest"].fields == len(optional_fields(ARREST))
    assert {officer for officer, _score in found.by_officer} >= {io.officer}


@pytest.mark.parametrize("book", books.all_books(), ids=lambda one: one.name)
def test_what_is_optional_is_what_the_form_lets_pass(book: books.Book) -> None:
    names = {one.name for one in optional_fields(book)}
    assert names <= {*book.enter.fields}
    assert not names & {*book.enter.wants}
    assert "happened_at" not in names


def test_old_records_are_not_held_against_anybody(sho: Posting, io: Posting) -> None:
    opened(sho, io)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("UPDATE cases_fir SET legacy = true")
        cursor.execute("SET session_replication_role = origin")
    found = quality(by=sho, office=sho.office)
    assert "fir" not in found.by_form
    assert lacking(found)["short_address"] == (0, 0)
