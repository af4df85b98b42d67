"""A small index: persons of common names, and those who are looked for among them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from cctns.search import vocabulary
from cctns.search.mentions import MentionRow, store

OFFICE, RECORD = uuid4(), uuid4()
GIVEN = ("Ramesh Suresh Mahesh Dinesh Sunita Kavita Anil Sunil Vijay Ajay Prakash Lakshmi").split()
SURNAMES = "Kumar Singh Sharma Patel Reddy Nair Das Yadav Khan Gowda Naik".split()


def row(name: str, relative: str = "", **facts: object) -> MentionRow:
    told: dict[str, object] = {
        "state": 29,
        "id": uuid4(),
        "record_kind": "fir",
        "record_id": RECORD,
        "office_id": OFFICE,
        "role": "accused",
        "told_at": datetime(2026, 1, 1, tzinfo=UTC),
        **facts,
    }
    return MentionRow(name=name, relative_name=relative, **told)  # type: ignore[arg-type]


@pytest.fixture
def crowd(db: None) -> Iterator[list[MentionRow]]:
    """132 persons of common names, and those who are looked for."""
    vocabulary.forget()
    common = [
        row(f"{given} {surname}", f"{GIVEN[(at + 5) % 12]} {surname}", birth_from=1960 + at,
            birth_to=1960 + at, district="Kurnool", record_id=uuid4())
        for at, given in enumerate(GIVEN) for surname in SURNAMES
    ]  # fmt: skip
    wanted = [
        row("Mohd Rafeeq", "Abdul Karim", birth_from=1991, birth_to=1991, district="Ballari"),
        row("ಲಕ್ಷ್ಮಣ ಗೌಡ", "ಕೃಷ್ಣ ಗೌಡ", birth_from=1980, birth_to=1980, district="Mandya"),
        row("Ramkumar Verma", "Hari Verma", alias="Pappu, Raju"),
        row("Chinnaswamy", "Muthu", phones=("9876543210",)),
    ]
    store([*common, *wanted])
    vocabulary.recount()
    yield wanted
    vocabulary.forget()
