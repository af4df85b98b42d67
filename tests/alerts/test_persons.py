"""A person met is held against a lookout's person: let go as soon as enough speaks against it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from cctns.alerts import persons
from cctns.alerts.met import Met, of_mention
from cctns.lib.clock import now
from cctns.search.mentions import MentionRow
from cctns.search.vocabulary import Vocabulary

SOUGHT = {
    "text": "Ramesh Kumar @ Pappu",
    "relative": "Shyam Lal",
    "birth_year": 1990,
    "sex": "male",
    "place": "Kolar",
    "phone": "9876543210",
    "marks": "",
}


def met(name: str, relative: str = "", **told: Any) -> Met:
    ids = {"id": uuid4(), "record_id": uuid4(), "office_id": uuid4()}
    row = {"state": 9, "record_kind": "fir", "role": "accused", "told_at": now(), **ids, **told}
    return of_mention(MentionRow(name=name, relative_name=relative, **row))


@pytest.fixture
def known() -> Vocabulary:
    made = Vocabulary()
    words = "ramesh suresh kumar verma shyam lal shyamlal mohan pappu k"
    for times, word in enumerate(words.split(), start=1):
        made.add(word, times)
    made.persons = 1000
    return made


@pytest.mark.parametrize(
    "one",
    [
        met("Ramesh Kumar", "Shyamlal", birth_from=1991, birth_to=1991, district="Kolar"),
        met("Ramesh Kumar Verma", "Shyam Lal", district="Tumkur"),
        met("Ramesh Kumar", "Mohan", district="Kolar"),
        met("Suresh Kumar", "Shyam Lal", sex="female"),
        met("Suresh Verma", "Mohan Lal", birth_from=1950, birth_to=1950),
        met("Verma", alias="Pappu", phones=("9876543210",)),
        met("K. Ramesh", "Kumar"),
        met("रमेश कुमार", "श्याम लाल"),
        met("?"),
    ],
)
def test_let_go_is_whom_his_reasons_speak_against(
    one: Met, known: Vocabulary, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = persons.held_against(SOUGHT, one, known)
    monkeypatch.setattr(persons, "AGAINST", float("-inf"))
    reasons = persons.held_against(SOUGHT, one, known)
    assert reasons
    against = sum(min(reason.weight, 0.0) for reason in reasons)
    assert found == (None if against <= -5.0 else reasons)


def test_two_lookouts_of_one_name_are_each_held_by_their_own_facts(known: Vocabulary) -> None:
    one = met("Ramesh Kumar", "Shyam Lal", birth_from=1990, birth_to=1990, district="Kolar")
    other = {**SOUGHT, "birth_year": 1950, "place": "Tumkur"}
    assert persons.held_against(other, one, known) is None
    reasons = persons.held_against(SOUGHT, one, known)
    assert reasons
    assert {"year", "place"} <= {reason.part for reason in reasons}


def test_a_relative_that_stands_in_the_text_is_the_relative(known: Vocabulary) -> None:
    told = {**SOUGHT, "text": "Ramesh Kumar s/o Shyam Lal", "relative": ""}
    reasons = persons.held_against(told, met("Ramesh Kumar", "Shyam Lal"), known)
    assert reasons
    assert [one.held for one in reasons if one.part == "relative"] == ["shyam", "lal"]


def test_a_word_that_is_learned_after_the_lookout_was_read_is_met_all_the_same(
    known: Vocabulary,
) -> None:
    sought = {**SOUGHT, "text": "Zubin Irani", "relative": ""}
    assert persons.held_against(sought, met("Mohan Verma"), known) is None  # now it has been read
    for word in ("zubin", "irani"):
        known.add(word, 1)
    known.forget_answers()
    assert persons.held_against(sought, met("Zubin Irani"), known)
