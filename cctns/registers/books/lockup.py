"""The lock-up register: admitted, fed, examined every 48 hours, visited, released (D.K. Basu)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _

from ..book import Book, Paper, Part, Rows, Step
from ..codes import GdKind
from ..models import Lockup, LockupExamination, Meal, Visit
from ..rules import Problem
from .parts import ADDRESS, PERSON

LAW = "D.K. Basu (1997) 1 SCC 416"
_ADULT = 18


def admission_problems(entry: Any, _now: datetime) -> Iterator[Problem]:
    if entry.age is None:
        yield Problem("age", _("Give the age: a child is never put in a lock-up"), "JJ Act 10(1)")
    elif entry.age < _ADULT:
        yield Problem("age", _("A child is never put in a lock-up"), "JJ Act 10(1)")


def release_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    if entry.left_at and not entry.happened_at <= entry.left_at <= now:
        yield Problem("left_at", _("This is before the admission, or in the future"), LAW)


_IN = Part(
    _("Admission"),
    (
        *("happened_at", "fir_number", "accused_code", "cell", "articles", "condition"),
        *("searched_by", "relative_told", "camera"),
    ),
)
_OUT = Part(_("Release"), ("left_at", "left_for", "articles_back", "end_condition"))
_MEALS = Rows("meals", _("Meals"), Meal, ("at", "what", "given_by"), least=1, grows=True)
_SEEN = Rows(
    "examinations",
    _("Medical examinations"),
    LockupExamination,
    ("at", "doctor", "result"),
    least=1,
    grows=True,
)
_VISITS = Rows("visits", _("Visits"), Visit, ("at", "visitor", "remarks"), least=1, grows=True)

LOCKUP = Book(
    name="lockup",
    title=_("Lock-up register"),
    one=_("Person in the lock-up"),
    model=Lockup,
    view="register.view",
    columns=("name", "cell", "fir_number", "happened_at", "stage"),
    enter=Step(
        name="enter",
        event="lockup.admitted",
        act="register.enter",
        title=_("Put a person in the lock-up"),
        told=_("The person is entered"),
        stage="admitted",
        law=LAW,
        parts=(PERSON, ADDRESS, _IN),
        wants=(
            *("name", "fir_number", "cell", "articles", "condition", "searched_by"),
            *("relative_told", "camera"),
        ),
        rule=admission_problems,
        diary=GdKind.LOCK_UP,
        tells="Lock-up {number}: {name} put in {cell}, {fir_number}; articles: {articles}",
    ),
    steps=(
        Step(
            name="feed",
            event="lockup.meal",
            act="register.enter",
            title=_("Enter a meal"),
            told=_("The meal is entered"),
            start=("admitted",),
            stage="",
            law=LAW,
            rows=(_MEALS,),
            diary=GdKind.LOCK_UP,
            tells="Lock-up {number}: {name} was given food",
        ),
        Step(
            name="examine",
            event="lockup.examined",
            act="register.enter",
            title=_("Enter a medical examination"),
            told=_("The examination is entered"),
            start=("admitted",),
            stage="",
            law=LAW,
            rows=(_SEEN,),
            diary=GdKind.LOCK_UP,
            tells="Lock-up {number}: {name} was examined by a doctor",
        ),
        Step(
            name="visit",
            event="lockup.visited",
            act="register.enter",
            title=_("Enter a visit"),
            told=_("The visit is entered"),
            start=("admitted",),
            stage="",
            law="BNSS 38",
            rows=(_VISITS,),
            diary=GdKind.LOCK_UP,
            tells="Lock-up {number}: {name} was visited",
        ),
        Step(
            name="release",
            event="lockup.released",
            act="register.enter",
            title=_("Take the person out"),
            told=_("It is entered"),
            start=("admitted",),
            stage="released",
            law=LAW,
            parts=(_OUT,),
            wants=("left_at", "left_for", "articles_back", "end_condition"),
            rule=release_problems,
            diary=GdKind.LOCK_UP,
            tells="Lock-up {number}: {name} out, {left_for}",
        ),
    ),
    papers=(
        Paper(
            "sheet",
            _("Lock-up sheet"),
            LAW,
            parts=(PERSON, _IN, _OUT),
            rows=(_MEALS, _SEEN, _VISITS),
            signatures=(_("Articles received back"), _("Officer in charge")),
        ),
    ),
)
