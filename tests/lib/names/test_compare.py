"""Names against each other: what must meet, what must stay apart, and the reason for every word."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cctns.lib.names import Level, compare, keys, likeness, parse, romanise, sound
from cctns.lib.names.compare import ONE_SLIP, one_slip
from cctns.lib.names.words import fold
from tests.shared import SHARED

EVAL = SHARED / "data" / "names" / "eval"

ALIKE = [
    ("Mohammed Rafiq", "मोहम्मद रफ़ीक"),
    ("Mohd. Rafiq", "Rafeeq Mohammed"),
    ("Rajesh Kumar", "राजेश कुमार"),
    ("Ram Kumar Singh", "Ramkumar Singh"),
    ("Chaudhary", "Choudhury"),
    ("Abdul Rahman", "Abdur Rehman"),
    ("Vijay Chauhan", "Bijoy Chouhan"),
    ("Lakshmi Narayanan", "Laxmi Narayanan"),
    ("Sheikh Iqbal", "Sk. Iqbaal"),
    ("Ashok Banerjee", "অশোক বন্দ্যোপাধ্যায়"),
    ("Sunil Gangopadhyay", "Sunil Ganguly"),
    ("Sarat Chatterjee", "सरत चट्टोपाध्याय"),
    ("Abanindra Tagore", "Abanindra Thakur"),
    ("Bidhan Ray", "Bidhan Roy"),
]
APART = [("Ramesh Singh", "Mahesh Singh"), ("Sunita Devi", "Kavita Devi"), ("Ravi Das", "Hari Das")]


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_one_name_written_twice(a: str, b: str) -> None:
    assert compare(a, b).likeness >= 0.84


@pytest.mark.parametrize(("a", "b"), APART)
def test_other_names_score_less_than_spellings(a: str, b: str) -> None:
    assert compare(a, b).likeness < 0.84


def test_every_word_has_its_reason() -> None:
    found = compare("K. Mohd Rafeek", "Krishna Mohammed Rafiq Devi")
    levels = {(one.asked, one.held): one.level for one in found.pairs}
    assert levels == {
        ("rafeek", "rafiq"): Level.SAME,
        ("mohammad", "mohammed"): Level.SOUND,
        ("k", "krishna"): Level.INITIAL,
        ("", "devi"): Level.MISSING,
    }


@pytest.mark.parametrize(
    ("told", "meant", "slip"),
    [
        ("kavcta", "kavita", True),  # a wrong letter
        ("araun", "arjun", True),
        ("dilp", "dilip", True),  # one missing
        ("mohmamad", "mohammad", True),  # two swapped
        ("rum", "ram", False),  # in three letters another name
        ("ravinder", "rajender", False),
        ("कमल", "कमला", False),  # scripts are compared by sound alone
    ],
)
def test_one_slip_of_the_pen(told: str, meant: str, slip: bool) -> None:
    assert one_slip(told, meant) is slip
    if slip:
        assert likeness(told, meant) >= ONE_SLIP


def test_a_pet_name_is_a_weak_reason() -> None:
    (only,) = compare("Raju", "Rajendra").pairs
    assert only.level is Level.SHORT


WORDS = st.text(
    st.sampled_from("abdeghijkmnoprstuvyz कखगरमनशिाेी्ंরমনািতமரன்காமرحمدویabc.@/' "), max_size=30
)


@given(WORDS, WORDS)
def test_comparing_never_fails_and_is_symmetric(a: str, b: str) -> None:
    here, there = compare(a, b), compare(b, a)
    assert 0 <= here.likeness <= 1
    assert here.likeness == pytest.approx(there.likeness)
    mirrored = sorted((one.held, one.asked) for one in there.pairs)
    assert sorted((one.asked, one.held) for one in here.pairs) == mirrored


@given(st.text(max_size=60))
def test_any_text_can_be_parsed_and_keyed(text: str) -> None:
    parsed = parse(text)
    for word in (*parsed.name, *parsed.relative):
        assert word == fold(word)
        assert all(one.isascii() for one in romanise(word))
    for key in keys.of_person(parsed.name, parsed.relative):
        assert -(2**31) <= key < 2**31


@given(WORDS)
def test_a_parsed_name_parses_to_itself(text: str) -> None:
    name = parse(text).name
    assert compare(" ".join(name), " ".join(name)).likeness in (0.0, 1.0)
    assert fold(fold(text)) == fold(text)


def test_keys_do_not_depend_on_the_order_of_words() -> None:
    assert keys.of_person(["ram", "lal"], ["mohan"]) == keys.of_person(["lal", "ram"], ["mohan"])


def test_a_name_of_one_sound_twice_is_kept_under_the_pair() -> None:
    assert keys.pair("rm", "rm") in keys.of_person(["ram", "rama"], [])


def test_keys_of_two_scripts_are_one() -> None:
    latin = keys.of_person(["rajesh", "kumar"], ["mohan"])
    assert latin == keys.of_person(["राजेश", "कुमार"], ["मोहन"])


@pytest.mark.skipif(not EVAL.exists(), reason="the development data is not here")
def test_spellings_of_one_name_meet_and_hard_negatives_do_not() -> None:
    with (EVAL / "dev_token_pairs.tsv").open(encoding="utf-8") as file:
        same = [(fold(one["form_a"]), fold(one["form_b"])) for one in _every(file, 10)]
    with (EVAL / "dev_token_hard_negatives.tsv").open(encoding="utf-8") as file:
        other = [(fold(one["form_a"]), fold(one["form_b"])) for one in _every(file, 1)]
    met = sum(bool(sound(a).coarse & sound(b).coarse) for a, b in same) / len(same)
    assert met >= 0.96
    alike = sum(likeness(a, b) for a, b in same) / len(same)
    assert alike - sum(likeness(a, b) for a, b in other) / len(other) >= 0.15


def _every(file, step: int) -> list[dict[str, str]]:
    return list(csv.DictReader(file, delimiter="\t"))[::step]
