"""The nightly comparison: candidates with reasons, the same every night, nobody whom law hides."""

from __future__ import annotations

import shutil
from importlib.util import find_spec

import pytest

from cctns.cli import identity as command
from cctns.identity.codes import LIKELY
from cctns.identity.models import Candidate
from cctns.identity.resolve import candidates, settings
from cctns.identity.resolve.rows import MOST, Facts, rows
from cctns.web.officer.identity.words import WORDS
from tests.offices.land import Land

from .people import known, ordered


def test_one_man_at_two_stations_is_proposed_with_reasons(land: Land) -> None:
    here = known(land["bazaar"], "Mohd. Rafiq", relative_name="Abdul Karim", phones=("9876543210",))
    there = known(land["mills"], "मोहम्मद रफ़ीक", relative_name="अब्दुल करीम", phones=("9876543210",))
    known(land["fort"], "Suresh Patil", relative_name="Vishnu", birth_from=1961, birth_to=1961)
    steps: list[int] = []
    assert candidates.run(steps.append) == 1
    assert sum(steps) == candidates.count() == 3
    found = Candidate.objects.get()
    assert (found.first_id, found.second_id) == ordered(here, there)
    assert found.score > LIKELY
    assert ["phone", "shared"] in [one[:2] for one in found.reasons]
    assert found.worth == pytest.approx(found.score * 3 * 2)


def test_run_twice_it_proposes_the_same(land: Land) -> None:
    for name in ("Ramesh Kumar", "Ramesh Kr.", "रमेश कुमार"):
        known(land["bazaar"], name)
    candidates.run()
    before = list(Candidate.objects.order_by("id").values("id", "first_id", "score", "reasons"))
    assert len(before) == 3
    candidates.run()
    after = Candidate.objects.order_by("id").values("id", "first_id", "score", "reasons")
    assert list(after) == before


def test_whom_the_law_hides_is_compared_with_nobody(land: Land) -> None:
    known(land["bazaar"], "Kavita Rani", phones=("9876543210",))
    known(land["bazaar"], "Kavita Rani", phones=("9876543210",), closed="victim", role="victim")
    assert candidates.run() == 0
    assert not Candidate.objects.exists()


def test_nothing_is_compared_where_there_is_nobody(db: None) -> None:
    assert candidates.run() == 0


@pytest.mark.parametrize(
    "name",
    ["", "?", "R.", "12345", "🙂", "a" * 200, "'; DROP TABLE x; --", "\u200e\u200f", "म" * 99],
)
def test_odd_names_break_nothing(name: str) -> None:
    told = rows([Facts(id="1", name=name), Facts(id="2", name="Ramesh Kumar")])
    assert {one["id"] for one in told} <= {"1", "2"}


def test_a_common_key_is_narrowed_and_the_work_stays_bounded() -> None:
    told = [
        Facts(id=str(one), name="Rajesh Kumar", district=f"D{one % 5}", born_from=1850 + one)
        for one in range(MOST * 3)
    ]
    keys = [key for one in rows(told) for key in one["keys"]]
    assert max(keys.count(key) for key in set(keys)) <= MOST
    assert all(one["keys"] for one in rows(told))


def test_no_comparison_asks_for_religion_caste_or_community() -> None:
    """Nor could it: there is no such column."""
    columns = set(rows([Facts(id="1", name="Ramesh")])[0])
    assert columns == {
        *("id", "plain", "fine", "words", "initials", "sex", "birth_year", "place", "district"),
        *("relative_plain", "relative_fine", "relative_words", "phones", "identities", "keys"),
    }


def test_every_level_has_a_weight_and_words() -> None:
    levels = {
        (name, level) for name in settings.COMPARED for level in settings.level_names(name)[:-1]
    }
    assert levels | {settings.PRIOR} == set(settings.weights())
    assert levels == set(WORDS)


def test_the_command_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "find_spec", lambda _name: None)
    with pytest.raises(command.Misconfigured, match="requirements-resolve"):
        command.run(None)  # type: ignore[arg-type]


def test_what_all_have_is_told_neither_for_nor_against() -> None:
    """Under what speaks against one person it stood that the initials fit."""
    assert settings.weights()["initials", "fit"].bits == 0


@pytest.mark.skipif(
    shutil.which("java") is None or find_spec("pyspark") is None,
    reason="Spark needs Java and what ./dev bench resolve installs",
)
def test_spark_gives_the_very_pairs_of_duckdb() -> None:
    from benchmarks.invented.persons import mentions
    from benchmarks.learn_identity import facts
    from benchmarks.resolve_peers import spark_equal

    assert spark_equal(rows(map(facts, mentions(200, 1)))) == 1
