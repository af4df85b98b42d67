"""What `cctns bench names` and the learning of weights stand on."""

import random
from collections import Counter

import pytest

from benchmarks import name_data, name_fair, name_grown, name_made, name_peer, names
from benchmarks.name_data import Known, Question
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
    people = name_grown.Grown(given, 500)
    assert len(people) == 500
    assert people[:200] == given
    words = {word for one in given for word in one.name.split()}
    for one in people[200:]:
        assert one.invented
        assert set(one.name.split()) <= words
        assert len(one.name.split()) == len(one.name_class.split("|"))


def test_as_many_are_held_as_were_wanted_and_only_they_are_asked_about() -> None:
    few, asked = name_made.held_and_asked(None, None, made=240, least=1, hold=100)
    assert len(few) == 100
    assert [one.person for one in asked] == list(range(100))
    more, _ = name_made.held_and_asked(None, None, made=240, least=10_050)
    assert len(more) == 10_050
    assert more[:100] == few[:]
    assert not more[9_999].invented
    assert more[10_000].invented


def test_of_every_language_as_many_are_asked_in_latin_letters() -> None:
    people, _ = name_made.persons_and_questions(2_000, 0)
    asked = name_fair.of_languages(people, each=20)
    of_language = Counter(one.language for one in asked)
    assert of_language == dict.fromkeys({one.language for one in people}, 20)
    for one in asked:
        meant = people[one.person]
        assert one.text.isascii()
        assert one.text != meant.name
        assert one.district in ("", meant.district)
        assert one.birth_year is None or abs(one.birth_year - meant.birth_year) <= 3
    assert {bool(one.father) for one in asked} == {True, False}


def test_more_questions_than_persons_ask_about_them_again() -> None:
    people, asked = name_made.persons_and_questions(10, 25)
    assert [one.person for one in asked] == [*range(10), *range(10), *range(5)]
    assert len(people) == 10


def test_of_every_community_of_names_as_many_are_asked() -> None:
    people, _ = name_made.persons_and_questions(20_000, 0)
    asked = name_fair.of_communities(people, each=20)
    of_community = Counter(one.language for one in asked)
    assert of_community["muslim"] == of_community["other"] == 20
    told = name_fair._communities()
    for one in asked:
        words = {told.get(word.lower(), "other") for word in people[one.person].name.split()}
        if people[one.person].language == "en" and one.language == "other":
            assert words == {"other"}


def test_the_spread_of_languages_is_that_of_the_furthest_from_their_mean() -> None:
    def answer(language: str, rank: int) -> names.Answer:
        return names.Answer(Question(0, "fair", "", "", None, "", language), rank, 0, 1.0, 1)

    asked = [answer("hi", 0)] * 9 + [answer("hi", 10)] + [answer("ta", 9)] * 5
    told = names._fairness("fair", asked)
    assert told["fair_recall_at_10"] == pytest.approx(0.95)
    assert told["fair_spread_at_10"] == pytest.approx(0.05)


def test_nomenklatura_is_held_to_the_truths_that_the_search_is_held_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    people, asked = name_made.persons_and_questions(1_000, 80)

    def finds_the_half(held: list[Known], wanted: list[Question]) -> list[list[int]]:
        meant = [held.index(people[one.person]) for one in wanted]
        return [[at] if turn % 2 else [] for turn, at in enumerate(meant)]

    monkeypatch.setattr(name_peer, "_matched", finds_the_half)
    told = name_peer._nomenklatura(people, asked)
    assert [one["value"] for one in told.values()] == [0.5, 0.5]
    assert "200 persons" in str(told["sampled_recall_at_1"]["name"])


def test_a_name_alone_is_answered_by_its_bearers_and_all_evidence_by_the_person() -> None:
    given, _ = name_made.persons_and_questions(2, 0)
    meant, other = given
    twin = name_data.Known(**{**_fields(meant), "district": "x", "invented": True})
    hits = [other, twin, meant]
    assert names.place_of_name(meant, hits) == 1
    assert names.place_of(meant, hits, over_namesakes=False) == 2
    assert names.place_of(meant, hits, over_namesakes=True) == 1
    assert names.place_of_name(meant, [other]) == names.NOWHERE
    for over in (False, True):
        assert names.place_of(meant, [other], over_namesakes=over) == names.NOWHERE


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
