"""Persons stored and found again, in PostgreSQL: by any spelling and script, with reasons."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DataError, connection, transaction

from cctns.lib.names import keys
from cctns.search import people, probes, vocabulary
from cctns.search.candidates import Wanted
from cctns.search.evidence import unspelt
from cctns.search.mentions import MentionRow, drop, store
from cctns.search.people import Asked, Filters
from cctns.search.quest import Stage, is_found

from .crowd import RECORD, row

pytestmark = pytest.mark.django_db


def namesakes() -> list[MentionRow]:
    """Sixty of one common name, each of another year and district."""
    return [
        row("Anil Kumar", birth_from=1930 + at, birth_to=1930 + at, district=f"D{at}")
        for at in range(60)
    ]


def first(text: str, **facts: object) -> str:
    hits = people.find(Asked(text, **facts)).hits  # type: ignore[arg-type]
    return hits[0].mention.name if hits else ""


@pytest.mark.parametrize(
    "text",
    [
        "मोहम्मद रफ़ीक s/o abdul, about 35, Ballari",
        "Mohammed Rafiq son of Abdul Kareem",
        "Rafik Mohammad",
        "Md. Rafeek @ Babu",
        "محمد رفیق",
        "முகமது ரபீக்",
        "M. Rafiq s/o Abdul",
    ],
)
def test_one_person_is_found_however_he_is_written(crowd: None, text: str) -> None:
    assert first(text) == "Mohd Rafeeq"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Laxman Gowda", "ಲಕ್ಷ್ಮಣ ಗೌಡ"),
        ("लक्ष्मण गौडा", "ಲಕ್ಷ್ಮಣ ಗೌಡ"),
        ("Ram Kumar Verma", "Ramkumar Verma"),
        ("Pappu s/o Hari Verma", "Ramkumar Verma"),
        ("Ramkumra Varma", "Ramkumar Verma"),
        ("Chinnasamy", "Chinnaswamy"),
    ],
)
def test_joined_names_aliases_slips_and_single_names(crowd: None, text: str, name: str) -> None:
    assert first(text) == name


def test_a_telephone_number_alone_finds_its_bearer(crowd: None) -> None:
    assert first("", phone="9876543210") == "Chinnaswamy"


def test_the_number_of_equals_is_told(crowd: None) -> None:
    store([row("Anil Kumar", record_id=uuid4()) for _ in range(7)])
    vocabulary.recount()
    found = people.find(Asked("Anil Kumar"), limit=3)
    assert found.equals == 8
    assert len(found.hits) == 3


def test_pages_follow_each_other_without_gap_or_repetition(crowd: None) -> None:
    whole = people.find(Asked("Anil Kumar"), limit=1000)
    seen: list[UUID] = []
    after = None
    while True:
        page = people.find(Asked("Anil Kumar"), limit=4, after=after)
        seen += [one.mention.id for one in page.hits]
        if page.more is None:
            break
        after = page.more
    assert seen == [one.mention.id for one in whole.hits]


def test_filters_hold(crowd: None) -> None:
    assert people.find(Asked("Anil Kumar"), only=Filters(states=(28,))).hits == ()
    assert people.find(Asked("Anil Kumar"), only=Filters(roles=("accused",))).hits
    assert people.find(Asked("Anil Kumar"), only=Filters(districts=("Mandya",))).hits == ()


def test_a_mention_told_again_is_replaced_and_a_dropped_record_is_gone(db: None) -> None:
    vocabulary.forget()
    told = row("Zubeda Khatun")
    store([told])
    again = row("Zubeda Begum", id=told.id)
    assert store([again]) == 1
    assert first("Zubeda Khatun") == "Zubeda Begum"
    assert drop("complaint", [RECORD]) == 0
    assert drop("fir", [RECORD]) == 1
    assert people.find(Asked("Zubeda Begum")).hits == ()
    vocabulary.forget()


def test_a_word_told_a_moment_ago_is_found_without_a_recount(crowd: None) -> None:
    assert first("Xenobia Quetzal") == ""
    store([row("Zenobia Ketsal")])
    assert first("Xenobia Quetzal") == "Zenobia Ketsal"


BAD = [
    "", " ", "a", "k", "क", "ab" * 250, "x " * 250, "😀😀", "राmeश kuमार", "12345", "1/2026",
    "' OR 1=1 --", "a & b | !c <-> d:*", "%_\\", "\u202e\u200frafiq\u202c", "\x00",
    "\ud800", "@ s/o r/o",
    "Kumar", "Singh Singh Singh", "s/o s/o s/o", "王小明", "A. B. C. D.", "()[]{}", "NULL",
    "a" * 500,
]  # fmt: skip


@pytest.mark.parametrize("text", BAD)
def test_bad_input_gets_an_answer(crowd: None, text: str) -> None:
    found = people.find(Asked(text, relative=text, place=text, phone=text[:20]))
    assert found.candidates <= 3_000
    plain = people.find(Asked(text))
    assert plain.hits or plain.advice


class _Explained:
    """Asks the planner about every search for candidates before it runs."""

    def __init__(self) -> None:
        self.plans: list[str] = []

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "keys &&" in sql:
            with connection.connection.cursor() as plain:
                told = plain.execute("EXPLAIN " + sql, params).fetchall()
            self.plans.append("\n".join(str(line[0]) for line in told))
        return execute(sql, params, many, context)


def test_no_question_reads_the_table_through(crowd: None) -> None:
    explained = _Explained()
    with connection.execute_wrapper(explained):
        for text in ("Anil Kumar", "Kumar", "K. Kumar", "Mohd Rafiq s/o Abdul"):
            people.find(Asked(text), only=Filters(states=(29,)))
    assert len(explained.plans) == 6  # one is read in two portions, of one two keys are met
    for plan in explained.plans:
        assert "search_by_key" in plan
        assert "Seq Scan" not in plan


def test_what_the_server_refuses_is_told_and_the_next_question_answered(crowd: None) -> None:
    """Questions are asked ahead of their answers; an error comes out of the one that made it."""
    with pytest.raises(DataError), transaction.atomic():
        people.find(Asked("Anil Kumar"), only=Filters(offices=("no office",)))  # type: ignore[arg-type]
    assert people.find(Asked("Anil Kumar")).hits
    with connection.cursor() as cursor:  # and the planner is as free as before
        cursor.execute("SHOW enable_seqscan")
        assert cursor.fetchone() == ("on",)


def test_a_recount_reaches_a_process_that_has_read_before(crowd: None) -> None:
    known = vocabulary.held()
    before = known.of_word["zubeda"].times if "zubeda" in known.of_word else 0
    store([row("Zubeda Khatun", record_id=uuid4()) for _ in range(5)])
    assert vocabulary.held().of_word["zubeda"].times == before + 1  # a new word counts as rare
    vocabulary.recount()
    assert vocabulary.held().of_word["zubeda"].times == before + 5
    kumar = vocabulary.held().of_word["kumar"].times
    vocabulary.recount()
    assert vocabulary.held().of_word["kumar"].times == kumar


def test_a_relative_written_as_one_word_or_as_two_is_one(crowd: None) -> None:
    store([row("Ramesh Yadav", "Shivkumar Yadav", record_id=uuid4())])
    vocabulary.recount()
    hits = people.find(Asked("Ramesh Yadav", relative="Shiv Kumar Yadav")).hits
    assert hits[0].mention.relative_name == "Shivkumar Yadav"
    told = {(one.part, one.level) for one in hits[0].reasons}
    assert ("relative", "missing") not in told
    assert hits[0].score == pytest.approx(sum(one.weight for one in hits[0].reasons), abs=0.001)


@pytest.mark.parametrize("text", ["Sri Devi", "Devi Sri", "Mr. Shri Devi", "Sree Devi"])
def test_a_shri_may_be_the_given_name(crowd: None, text: str) -> None:
    store([row("श्री देवी", record_id=uuid4()), *(row("Rama Devi") for _ in range(3))])
    vocabulary.recount()
    assert first(text) == "श्री देवी"


def test_the_very_spelling_comes_before_the_same_sound(crowd: None) -> None:
    store([row("Rafiq Khaan", record_id=uuid4()), row("Rafeeq Khan", record_id=uuid4())])
    vocabulary.recount()
    for text in ("Rafiq Khaan", "Rafeeq Khan"):
        hits = people.find(Asked(text)).hits
        assert hits[0].mention.name == text
        assert hits[0].reasons[0].level == "spelt"


def test_of_a_crowd_the_server_sifts_by_year_and_place(
    crowd: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under a name that more bear than are read, he is found by what else is told of him."""
    bearers = namesakes()
    store(bearers)
    vocabulary.recount()
    monkeypatch.setattr("cctns.search.probes.BUDGET", 5)
    monkeypatch.setattr("cctns.search.quest.OF_CROWD", 10)
    for at in (3, 31, 58):
        hits = people.find(Asked("Anil Kumar", birth_year=1930 + at, place=f"D{at}")).hits
        assert len(hits) <= 15
        assert hits[0].mention.id == bearers[at].id


def test_of_a_broad_portion_the_likeliest_are_met_and_who_is_untold_before_who_differs(
    crowd: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Most namesakes differ in year and place; a record that tells neither may be his."""
    bearers = namesakes()
    untold = row("Anil Kumar")
    store([*bearers, untold])
    vocabulary.recount()
    monkeypatch.setattr("cctns.search.probes.PORTION", 5)
    monkeypatch.setattr("cctns.search.quest.OF_PORTION", 10)
    for at in (3, 31, 58):
        found = people.find(Asked("Anil Kumar", birth_year=2020, place=f"Ward 4, d{at}"))
        assert found.hits[0].mention.id == bearers[at].id
        assert found.candidates < len(bearers)
        assert untold.id in {one.mention.id for one in found.hits}
    assert people.find(Asked("Anil Kumar"), limit=100).candidates > len(bearers), "all, by name"


def test_of_a_small_portion_too_the_server_looks_at_more_than_it_hands_over(
    crowd: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pair of words may have more bearers than its words make expect (Chandra Pradeep)."""
    bearers = namesakes()
    store(bearers)
    vocabulary.recount()
    monkeypatch.setattr("cctns.search.probes.most_rows", lambda expected: 10)
    monkeypatch.setattr("cctns.search.quest.SIFTED", 20)
    for at in (3, 31, 58):
        hits = people.find(Asked("Anil Kumar", birth_year=1930 + at, place=f"D{at}")).hits
        assert hits[0].mention.id == bearers[at].id


def test_a_word_in_another_script_cannot_be_spelt_as_asked_and_loses_nothing_by_it(
    crowd: None,
) -> None:
    store([row("Gopaal Thaakur", record_id=uuid4()), row("गोपाल ठाकुर", record_id=uuid4())])
    vocabulary.recount()
    other, latin = people.find(Asked("Gopal Thakur")).hits[:2]
    assert (other.mention.name, latin.mention.name) == ("गोपाल ठाकुर", "Gopaal Thaakur")
    assert other.score == pytest.approx(latin.score + 2 * unspelt("word"))
    assert other.score == pytest.approx(sum(one.weight for one in other.reasons), abs=0.001)


def test_who_has_one_word_in_a_script_has_the_other_in_it_too() -> None:
    """Tamil's pair of skeletons is rare, but not as rare as both alone would make it."""
    known = vocabulary.Vocabulary()
    for word, times in (("prakash", 21_000), ("prkash", 900), ("பிரகாஷ்", 130)):
        known.add(word, times)
    known.persons = 1_000_000
    question = people.Question(Asked("Parkash Praqash"), known, 2026)
    key = keys.pair(keys.bones("பிரகாஷ்"), keys.bones("பிரகாஷ்"))
    (tamil,) = (one for one in probes.choose(question).keys if one.key == key)
    apart = [one.chance for word in question.names[0] for one in word.of_scripts]
    assert len(apart) == 2
    assert apart[0] * apart[1] < tamil.chance / 5 < tamil.chance < min(apart)


def test_who_has_a_common_name_is_found_by_where_he_lives_and_whose_son_he_is(
    crowd: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No key of the name can be read to its end: it is met with another that is as common."""
    monkeypatch.setattr("cctns.search.probes.BUDGET", 0)
    monkeypatch.setattr("cctns.search.probes.WITH_INITIAL", 0)
    monkeypatch.setattr("cctns.search.probes._CROWDED", 2.0)  # a chance that no key has
    for told in ({"place": "Mandya"}, {"place": "Maddur, MANDYA"}):
        assert people.find(Asked("L. Gowda", **told)).hits[0].mention.name == "ಲಕ್ಷ್ಮಣ ಗೌಡ"
    assert not people.find(Asked("L. Gowda", place="Hassan")).hits
    bearers = [row("Anil Kumar", one) for one in ("Dinesh", "Mahesh", "Abdul")]
    store(bearers)
    vocabulary.recount()
    found = people.find(Asked("Aneel Kumar", relative="Mahesh"))
    assert found.hits[0].mention.id == bearers[1].id
    assert bearers[2].id not in {one.mention.id for one in found.hits}, "son of quite another"


@pytest.mark.django_db(transaction=True)
def test_how_many_persons_there_are_is_told_to_every_role() -> None:
    store([row(f"Anil {at}") for at in range(40)])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_person")
        try:
            for role in ("cctns_app", "cctns_worker"):
                cursor.execute(f"SET ROLE {role}")
                cursor.execute("SELECT search_persons()")
                assert cursor.fetchone() == (40,)
                cursor.execute("RESET ROLE")
        finally:  # no rollback takes back what ANALYZE told of the table's size
            cursor.execute("DELETE FROM search_person")
            cursor.execute("ANALYZE search_person")
    vocabulary.forget()


def test_a_portion_of_much_chance_is_read_after_one_of_little() -> None:
    """One of little chance used to end the search before it (Mohmmad Yadav, मोहम्मद यादव)."""
    question = people.Question(Asked("Anil Kumar"), vocabulary.Vocabulary(), 2026)
    weak, strong = ([Stage(Wanted(question, [1], 10), chance)] for chance in (0.001, 0.02))
    assert is_found(question, question.most, weak)
    assert not is_found(question, question.most, weak + strong)


def test_many_questions_answer_as_each_alone(crowd: None) -> None:
    told = [
        Asked("Mohammed Rafiq", relative="Abdul", place="Ballari"),
        Asked("Anil Kumar", birth_year=2020),
        Asked("Anil Kumar"),
        Asked("x", phone="9876543210"),
        Asked(""),
        Asked('"; {} \\ DROP', identity='a",{}\\'),
    ]
    together = people.find_each(told, limit=5)
    alone = [people.find(one, limit=5) for one in told]
    assert [[hit.mention.id for hit in one.hits] for one in together] == [
        [hit.mention.id for hit in one.hits] for one in alone
    ]
    assert [(one.equals, one.candidates, one.advice) for one in together] == [
        (one.equals, one.candidates, one.advice) for one in alone
    ]
