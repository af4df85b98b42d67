"""What `cctns bench names` and the learning of weights stand on."""

import random

import pytest

from benchmarks import name_data, name_made, names
from cctns.search import evidence
from tools import name_weights


def test_persons_made_here_are_asked_about_in_every_way() -> None:
    people, asked = name_made.persons_and_questions(500, 80)
    assert len(people) == 500
    assert {one.kind for one in asked} == set(name_made.KINDS)
    assert {one.language for one in people} == {
        "en", "hi", "bn", "pa", "gu", "ta", "te", "kn", "ml", "ur",
    }  # fmt: skip


def test_the_given_stay_and_the_invented_are_made_of_their_words() -> None:
    given, _ = name_made.persons_and_questions(200, 0)
    people = list(name_data.enlarged(given, 500))
    assert people[:200] == given
    words = {word for one in given for word in one.name.split()}
    for one in people[200:]:
        assert one.invented
        assert set(one.name.split()) <= words
        assert len(one.name.split()) == len(one.name_class.split("|"))


def test_invented_namesakes_are_passed_over_by_name_alone_only() -> None:
    given, _ = name_made.persons_and_questions(2, 0)
    meant, other = given
    twin = name_data.Known(**{**_fields(meant), "district": "x", "invented": True})
    assert names._rank(meant, [twin, other, meant], full=True) == 2
    assert names._rank(meant, [twin, other, meant], full=False) == 1
    assert names._rank(meant, [other], full=True) == names.NOWHERE


def _fields(one: name_data.Known) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def test_learned_levels_never_rise_towards_the_weaker() -> None:
    choose = random.Random(4)
    for _ in range(200):
        rates = [choose.random() for _ in range(6)]
        made = name_weights.falling(rates)
        assert made == sorted(made, reverse=True)
        assert sum(made) == pytest.approx(sum(rates))
    for part in ("word", "relative"):
        held = [evidence.table()[part, name].match for name, _ in evidence.LEVELS]
        assert held == sorted(held, reverse=True)


def test_missing_and_extra_words_weigh_against_and_facts_both_ways() -> None:
    for part, level in evidence.table():
        told = evidence.weight(part, level)
        if level in ("missing", "extra", "other", "more", "alias"):
            assert told < 0, (part, level)
        elif level in ("same", "initial") and part != "word" and part != "relative":
            assert told > 0, (part, level)
