"""Complaint 38: exhibits stolen, swapped, or lost when officers change, and nobody knew it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from cctns.cases.books.room import MOVEMENT, STOCK
from cctns.cases.models import Case, Movement, SeizedItem, Seizure, Stocktaking
from cctns.cases.queries import property_room, red_exhibits
from cctns.cases.queries.room import BACK_BY
from cctns.lib.clock import now
from cctns.offices.access import Refused
from cctns.offices.models import Posting
from cctns.registers.rules import NotPossible
from tests.registers.entering import enter

from .investigating import opened, write
from .scene import CHAIN, seizure_of

RING = {
    **CHAIN,
    "description": "Silver ring",
    "register_number": "32/2026",
    "packet": "P2, seal RK",
}


def moved(by: Posting, item: SeizedItem, kind: str, **changes: Any) -> Movement:
    details = {
        "item_id": item.pk,
        "kind": kind,
        "place": "Shelf 4",
        "giver": "SI Anil Kumar",
        "taker": "HC Ramesh, in charge of the property room",
        "seal": "intact",
        "photo": "P-2026-31",
        **({"road_certificate": "12/2026"} if kind in ("lab", "court", "expert") else {}),
        **changes,
    }
    made = write(by, MOVEMENT, item.seizure.case, **details)
    assert isinstance(made, Movement)
    return made


def seized(sho: Posting, io: Posting) -> tuple[Case, list[SeizedItem]]:
    case = opened(sho, io)
    seizure: Seizure = seizure_of(io, case, {"items": [CHAIN, RING]})
    return case, list(seizure.items.all())


def counted(sho: Posting, io: Posting, number: int, lists: Any = None, **changes: Any) -> Any:
    told = {"reason": "charge", "giver_id": sho.officer_id, "taker_id": io.officer_id}
    return enter(sho, STOCK, lists, **{"happened_at": now(), **told, **changes}, counted=number)


def red(by: Posting) -> dict[str, str]:
    return {one.register_number: one.red for one in property_room(by=by, show="red")}


def test_complaint_38_in_out_and_back_between_two_persons(sho: Posting, io: Posting) -> None:
    _case, (chain, _ring) = seized(sho, io)
    moved(io, chain, "in")
    moved(io, chain, "lab", place="FSL, Rampur", giver="HC Ramesh", taker="Ct. Suresh")
    back = moved(io, chain, "back", giver="Ct. Suresh")
    assert back.gd_entry is not None
    assert "Ct. Suresh to HC Ramesh" in back.gd_entry.text
    moved(io, chain, "returned", place="Sunita Devi", order_number="JMFC, 12 of 2026")
    (found,) = [one for one in property_room(by=sho, show="gone")]
    assert (found.register_number, found.last_place) == ("31/2026", "Sunita Devi")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"taker": "SI Anil Kumar"}, "taker"),
        ({"seal": "broken"}, "seal_remark"),
        ({"photo": ""}, "photo"),
        ({"kind": "back"}, "kind"),
        ({"kind": "lab", "road_certificate": ""}, "road_certificate"),
        ({"kind": "destroyed"}, "order_number"),
        ({"place": ""}, "place"),
    ],
)
def test_what_every_movement_says(
    sho: Posting, io: Posting, changed: dict[str, Any], field: str
) -> None:
    _case, (chain, _ring) = seized(sho, io)
    with pytest.raises(NotPossible) as error:
        moved(io, chain, **{"kind": "in", **changed})
    assert field in [one.field for one in error.value.problems]


def test_complaint_38_the_database_keeps_the_order(sho: Posting, io: Posting) -> None:
    """Nothing comes back that never went out, nothing moves that left for good."""
    _case, (chain, ring) = seized(sho, io)
    made = moved(io, chain, "in")
    for item, kind in ((ring, "back"), (chain, "in"), (chain, "back")):
        row = Movement.objects.get(pk=made.pk)
        row.pk, row.serial, row.item, row.kind = chain.seizure_id, 99, item, kind
        with pytest.raises(IntegrityError, match=f"{kind} after"), transaction.atomic():
            row.save(force_insert=True)


def test_complaint_38_what_nobody_accounts_for_is_red(sho: Posting, io: Posting) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        _case, (chain, ring) = seized(sho, io)
        moved(io, chain, "in")
        assert red_exhibits(by=sho) == 0
        clock.shift(timedelta(days=2))
        assert red(sho) == {"32/2026": "waiting"}
        moved(io, ring, "in")
        clock.shift(timedelta(minutes=1))
        moved(io, ring, "court", place="JMFC, Rampur")
        clock.shift(BACK_BY + timedelta(days=1))
        assert red(sho) == {"32/2026": "away"}
        moved(io, ring, "back")
        assert red_exhibits(by=sho) == 0


def test_complaint_38_the_new_officer_counts_what_is_handed_over(sho: Posting, io: Posting) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        _case, (chain, ring) = seized(sho, io)
        moved(io, chain, "in")
        moved(io, ring, "in")
        clock.shift(timedelta(hours=1))
        with pytest.raises(NotPossible, match="name each that is missing"):
            counted(sho, io, 1)
        gone = {"item_id": ring.pk, "finding": "missing", "remark": "Shelf 4 is empty"}
        made = counted(sho, io, 1, {"findings": [gone]})
        assert (made.due, made.counted) == (2, 1)
        clock.shift(timedelta(hours=1))
        assert red(sho) == {"32/2026": "missing"}
        moved(io, ring, "court", place="JMFC, Rampur")
        assert red(sho) == {}


def test_two_officers_count(sho: Posting, io: Posting) -> None:
    with pytest.raises(NotPossible, match="choose another"):
        counted(sho, io, 0, taker_id=sho.officer_id)
    with pytest.raises(Refused):
        counted(io, sho, 0)
    assert not Stocktaking.objects.exists()


def test_an_exhibit_moves_in_its_own_case(sho: Posting, io: Posting) -> None:
    _case, (chain, _ring) = seized(sho, io)
    other = opened(sho, io)
    made = moved(io, chain, "in")
    row = Movement.objects.get(pk=made.pk)
    row.pk, row.serial, row.case, row.kind = other.pk, 99, other, "lab"
    with pytest.raises(IntegrityError, match="another case"), transaction.atomic():
        row.save(force_insert=True)
