"""Lost and found property: listed, kept somewhere, gone only to its owner or by order."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.lib.clock import now
from cctns.offices.access import Refused
from cctns.offices.models import Posting
from cctns.registers.books.property import PROPERTY
from cctns.registers.models import Property, PropertyItem

from .entering import enter, go_on, refused_fields

BAG = {"description": "Black bag, name tag Verma", "quantity": "1", "value": "1200"}
END = {"end": "returned", "received_by": "Receipt 3"}


def found(by: Posting, items: Any = (BAG,), **changes: Any) -> Property:
    told = {
        "kind": "found",
        "place": "Bus stand",
        "circumstances": "Left on a bench",
        "kept_at": "Property room, shelf 2",
        "name": "Driver of bus 12",
    }
    made = enter(by, PROPERTY, {"items": list(items)}, **{**told, **changes})
    assert isinstance(made, Property)
    return made


def test_its_life_to_the_owner(duty_officer: Posting, sho: Posting) -> None:
    made = found(duty_officer)
    told = {"claimant": "R. Verma, Ward 2", "claimed_at": now(), "proof": "Name tag, contents"}
    go_on(duty_officer, PROPERTY, made, "claim", **told)
    go_on(sho, PROPERTY, made, "dispose", **END, ended_at=now())
    assert Property.objects.get().stage == "disposed"
    assert PropertyItem.objects.get().value == 1200


def test_its_life_to_the_auction(duty_officer: Posting, sho: Posting) -> None:
    made = found(duty_officer, kind="unclaimed")
    court = {"court_name": "JMFC"}
    go_on(duty_officer, PROPERTY, made, "notify", **court, notified_at=now())
    order = {"order_number": "7 of 1/11/2026", "order_text": "Auction"}
    go_on(sho, PROPERTY, made, "order", **court, **order)
    sold = {"end": "auctioned", "ended_at": now(), "received_by": "Challan 9"}
    go_on(sho, PROPERTY, made, "dispose", **sold)
    assert Property.objects.get().stage == "disposed"


def test_nothing_is_recorded_without_its_articles_and_place(duty_officer: Posting) -> None:
    assert refused_fields(lambda: found(duty_officer, items=())) == ["items"]
    assert refused_fields(lambda: found(duty_officer, kept_at="")) == ["kept_at"]
    assert found(duty_officer, kind="lost", kept_at="").stage == "recorded"


def test_without_a_claimant_it_wants_an_order(duty_officer: Posting, sho: Posting) -> None:
    made = found(duty_officer)
    told = refused_fields(lambda: go_on(sho, PROPERTY, made, "dispose", **END, ended_at=now()))
    assert told == ["end"]
    rows = Property.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="property_disposed_by_order"), transaction.atomic():
        rows.update(stage="disposed", version=made.version + 1)


def test_the_duty_officer_gives_nothing_away(duty_officer: Posting) -> None:
    made = found(duty_officer)
    with pytest.raises(Refused):
        go_on(duty_officer, PROPERTY, made, "dispose", **END, ended_at=now())
