"""Search before a record names somebody once more: one person, many ways to write the name."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from random import Random
from uuid import UUID

import pytest
from django.db import connection

from benchmarks.invented.persons import Told, mentions
from cctns.identity.known import MOST, known_already
from cctns.identity.pairs import Pair, Side
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Office, Posting
from cctns.search import vocabulary
from cctns.search.mentions import MentionRow, store
from cctns.search.people import Asked
from tests.offices.land import Land

from .people import known, row_of
from .saying import clusters_now, same, take_back

VARIANTS = Path(__file__).with_name("variants.csv")
STRANGERS = 400
TABLES = ("search_person", "cases_party", "cases_accused", "identity_cluster")


def asked(one: dict[str, str]) -> Asked:
    """As an officer writes down a person of an FIR."""
    return Asked(
        one["asked"], relative=one["asked_relative"], birth_year=int(one["asked_born"]), sex="male"
    )


def contents() -> dict[str, list[tuple[object, ...]]]:
    """Every byte of the tables in which mentions and clusters stand."""
    found = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT held::text FROM {table} held ORDER BY 1")
            found[table] = cursor.fetchall()
    return found


def test_complaint_9_one_person_is_not_entered_under_many_numbers(land: Land) -> None:
    """95 of 100 who are on record are among the ten shown, among hundreds of strangers."""
    station = land["bazaar"]
    store(row_of(station, one) for one in mentions(STRANGERS, 5))
    with VARIANTS.open(encoding="utf-8") as file:
        told = list(csv.DictReader(file))
    held = {
        one["record"]: known(
            station,
            one["record"],
            relative_name=one["relative"],
            birth_from=int(one["born"]),
            birth_to=int(one["born"]),
            place=one["place"],
        ).id
        for one in told
    }
    vocabulary.recount()  # as every night
    sho = land.post(Role.SHO, "bazaar")
    missed: list[tuple[str, list[float]]] = []
    for one in told:
        hits = known_already(by=sho, asked=asked(one))
        assert len(hits) <= MOST
        if held[one["record"]] not in {hit.mention.id for hit in hits}:
            missed.append((one["asked"], [round(hit.score, 1) for hit in hits]))
    assert len(missed) <= 0.05 * len(told), missed


def test_the_threshold_holds_on_a_list_that_it_was_not_set_on(land: Land) -> None:
    """Set on seed 101, held here on another: who is on record is shown, and few others are."""
    asked_again, strangers = held_out(land["bazaar"], rows=2_000, seed=202, most=120)
    sho = land.post(Role.SHO, "bazaar")
    shown = [(known_already(by=sho, asked=one), names) for one, names in asked_again]
    found = [bool({hit.mention.id for hit in hits} & names) for hits, names in shown]
    others = [len(known_already(by=sho, asked=one)) for one in strangers]
    assert sum(found) >= 0.88 * len(found)  # 0.935 of 400; three standard errors of 120 below
    rows = sum(others) + sum(len(hits) for hits, _ in shown)
    right = sum(hit.mention.id in names for hits, names in shown for hit in hits)
    assert right >= 0.55 * rows  # 0.682 of them
    assert sum(map(bool, others)) <= 0.4 * len(others)  # 0.286 of 245


def held_out(
    station: Office, *, rows: int, seed: int, most: int
) -> tuple[list[tuple[Asked, set[UUID]]], list[Asked]]:
    """A quarter of the invented persons is on no record; of the others one mention is asked for.

    Gives those who are asked for again with the ids of their mentions, and the strangers.
    """
    told: dict[int, list[Told]] = {}
    for one in mentions(rows, seed):
        told.setdefault(one.person, []).append(one)
    persons = sorted(told)
    Random(seed).shuffle(persons)
    away = persons[: len(persons) // 4]
    stored, again = list[MentionRow](), list[tuple[Asked, set[UUID]]]()
    for number in persons[len(away) :]:
        first, *others = told[number]
        held = [row_of(station, one) for one in others or [first]]
        stored += held
        if others:
            again.append((question(first), {one.id for one in held}))
    store(stored)
    vocabulary.recount()
    return again[:most], [question(told[number][0]) for number in away[:most]]


def question(one: Told) -> Asked:
    return Asked(
        one.name,
        relative=one.relative,
        birth_year=one.birth_year,
        sex={"m": "male", "f": "female"}.get(one.sex, ""),
        place=one.district,
        phone=one.phones[0] if one.phones else "",
    )


def test_complaint_9_taken_back_everything_is_as_it_was(
    examiner: Posting, second: Posting, mention: Callable[[str], Side]
) -> None:
    """Byte by byte; only the judgements themselves stay, for they were made."""
    a, b, c = (mention(at) for at in ("bazaar", "mills", "fort"))
    same(examiner, second, Pair.of(a, b))
    clusters_now()
    before = contents()
    same(second, examiner, Pair.of(b, c))
    clusters_now()
    assert contents() != before
    take_back(examiner, Pair.of(b, c))
    clusters_now()
    assert contents() == before


def test_only_within_reach_and_never_whom_the_law_hides(land: Land) -> None:
    known(land["mills"], "Sukhwinder Singh", relative_name="Balwinder Singh")
    known(land["bazaar"], "Sukhwinder Singh", closed="victim", role="victim")
    one = Asked("Sukhwinder Singh", relative="Balwinder Singh", birth_year=1990)
    with connection.cursor() as cursor:
        io = land.post(Role.IO, "bazaar")
        scrb = land.post(Role.SCRB, "scrb")
        cursor.execute("SET ROLE cctns_app")
        here, there = known_already(by=io, asked=one), known_already(by=scrb, asked=one)
        cursor.execute("RESET ROLE")
    assert here == []
    assert [hit.mention.office_id for hit in there] == [land["mills"].pk]


def test_nobody_is_asked_for_without_a_name_or_the_right(land: Land) -> None:
    assert known_already(by=land.post(Role.IO, "bazaar"), asked=Asked(" ")) == []
    with pytest.raises(Refused):
        known_already(by=land.post(Role.COURT, "court"), asked=Asked("Ramesh Kumar"))
