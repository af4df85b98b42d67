"""The table of lessons: every event is one of the books', every page exists, Hindi is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.urls import reverse

from cctns.offices.matrix import MATRIX
from cctns.practice.lessons import Lesson, Step, Words, lessons
from cctns.practice.progress import Did, Progress
from cctns.registers import book as books
from cctns.registers.codes import WRITTEN_BY_HAND
from cctns.web.officer.practice import address
from tools import house

every_step = pytest.mark.parametrize(
    ("lesson", "step"),
    [(one, step) for one in lessons() for step in one.steps],
    ids=lambda one: one.id if isinstance(one, Lesson) else one.event,
)


def events_of_books() -> set[str]:
    return {step.event for one in books.all_books() for step in (one.enter, *one.steps)}


def events_of_actions() -> set[str]:
    """What actions outside the books write, read where they write it."""
    paths = sorted(house.ROOT.glob("cctns/*/actions/*.py"))
    text = "\n".join(one.read_text(encoding="utf-8") for one in paths)
    written = re.findall(r'(?:Write\([\w()., ]+, |kind=)"([a-z_]+\.[a-z_]+)"', text)
    return {*written, *(f"gd.{kind}" for kind in WRITTEN_BY_HAND)}


@every_step
def test_every_event_is_one_that_the_journal_gets(lesson: Lesson, step: Step) -> None:
    assert step.event in events_of_books() | events_of_actions()


@every_step
def test_every_page_is_there(lesson: Lesson, step: Step) -> None:
    made = [Did("fir.registered", uuid4(), None), Did(f"{step.book}.made", uuid4(), None)]  # type: ignore[arg-type]
    assert address(step, Progress((), tuple(made))).startswith("/")


@every_step
def test_a_step_of_a_book_names_a_book_that_has_its_event(lesson: Lesson, step: Step) -> None:
    if step.book:
        book = books.named(step.book)
        found = [one for one in (book.enter, *book.steps) if one.event == step.event]
        assert len(found) == 1
        assert lesson.role in MATRIX[found[0].act]


def sentences() -> Iterator[Words]:
    for lesson in lessons():
        yield lesson.title
        for step in lesson.steps:
            yield from (step.text, step.hint)


def test_every_sentence_is_in_english_and_in_hindi() -> None:
    for one in sentences():
        assert re.search(r"[A-Za-z]{3}", one.en), one
        assert re.search(r"[\u0900-\u097f]{3}", one.hi), one
        assert not re.search(r"[\u0900-\u097f]", one.en), one


def test_the_page_of_a_case_waits_for_a_case() -> None:
    (arrest,) = [one for one in lessons() if one.id == "arrest"]
    assert address(arrest.steps[0], Progress((), ())) == ""
    assert reverse("fir_start") == address(lessons()[1].steps[0], Progress((), ()))
