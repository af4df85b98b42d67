"""What a document looks like: golden bytes, and the way back to the record."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from cctns.journal import fields, kinds, payloads
from cctns.lib import canonical
from cctns.offices.models import Office

from .notebook import Notebook, Page

IDENTITY = UUID("01980000-0000-7000-8000-000000000001")
GOLDEN = (
    '{"bought_on":"2026-11-03","cover":"AP8=","id":"01980000-0000-7000-8000-000000000001",'
    '"marks":{"ink":"नीला"},"office_id":"01980000-0000-7000-8000-000000000002",'
    '"opened_at":"2026-11-24T04:09:00.000001Z","owner_id":null,"pages":'
    '[{"id":"01980000-0000-7000-8000-000000000003","number":1,"text":"गश्त"}],'
    '"price":"12.50","ruled":true,"state":9,"title":"Beat book","version":1,"words":["a","b"]}'
)


@pytest.fixture(autouse=True)
def _known(monkeypatch: pytest.MonkeyPatch) -> None:
    for registry in ("_by_name", "_by_model"):
        monkeypatch.setattr(kinds, registry, dict(getattr(kinds, registry)))
    kinds.register("notebook", model=Notebook, schema=1, children={"pages": Page})


def notebook() -> tuple[Notebook, dict[str, list[Page]]]:
    made = Notebook(
        id=IDENTITY,
        state=9,
        office=Office(id=UUID("01980000-0000-7000-8000-000000000002")),
        version=1,
        title="Beat book",
        price="12.5",
        bought_on=date(2026, 11, 3),
        opened_at=datetime(2026, 11, 24, 4, 9, 0, 1, tzinfo=UTC),
        ruled=True,
        cover=b"\x00\xff",
        marks={"ink": "नीला"},
        words=["a", "b"],
    )
    page = Page(
        id=UUID("01980000-0000-7000-8000-000000000003"), notebook=made, number=1, text="गश्त"
    )
    return made, {"pages": [page]}


def test_the_golden_document() -> None:
    made, children = notebook()
    assert kinds.to_bytes(kinds.document(made, children)).decode() == GOLDEN


def test_the_way_back_gives_the_same_document() -> None:
    made, children = kinds.from_document("notebook", 1, canonical.loads(GOLDEN.encode()))
    assert isinstance(made, Notebook)
    assert (made.price, made.cover) == (Decimal("12.50"), b"\x00\xff")
    assert kinds.to_bytes(kinds.document(made, children)).decode() == GOLDEN


def test_upcasters_lead_from_any_older_schema() -> None:
    told = canonical.loads(GOLDEN.encode())
    told["name"] = told.pop("title")
    kinds.register(
        "notebook",
        model=Notebook,
        schema=3,
        children={"pages": Page},
        upcasters={
            1: lambda old: {**old, "heading": old["name"]},
            2: lambda old: {**old, "title": old["heading"]},
        },
    )
    made, _ = kinds.from_document("notebook", 1, told)
    assert isinstance(made, Notebook)
    assert made.title == "Beat book"
    with pytest.raises(kinds.UnknownKind, match="schema 4"):
        kinds.from_document("notebook", 4, told)


def test_unknown_kinds_and_fields_without_a_place_are_refused() -> None:
    with pytest.raises(kinds.UnknownKind):
        kinds.named("unheard_of")
    with pytest.raises(kinds.UnknownKind):
        kinds.of(Page())
    with pytest.raises(TypeError, match="no place in a document"):
        fields.writer(models.FloatField(name="speed"))


def test_a_float_hidden_in_json_is_refused() -> None:
    made, children = notebook()
    made.marks = {"ratio": 0.5}
    with pytest.raises(canonical.NotCanonical, match="float"):
        kinds.document(made, children)


@given(st.binary(max_size=5000))
def test_payloads_come_back_as_they_were(data: bytes) -> None:
    number, packed = payloads.pack(data)
    assert payloads.unpack(number, packed) == data


def test_damaged_payloads_and_unknown_dictionaries_are_told() -> None:
    number, packed = payloads.pack(GOLDEN.encode())
    for wrong in ((number, packed[:-3]), (number, b"not zstd"), (999, packed)):
        with pytest.raises(ValueError, match="cannot be read"):
            payloads.unpack(*wrong)


def test_a_short_document_shrinks_with_the_packaged_dictionary() -> None:
    number, packed = payloads.pack(GOLDEN.encode())
    assert number == payloads.newest() >= 1
    assert len(packed) < len(GOLDEN.encode()) * 0.75
