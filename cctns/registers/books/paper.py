"""Paper registers in use: their numbers are held against what was entered (CAG Odisha)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.clock import IST
from cctns.lib.wording import noop as _

from ..book import Book, Part, Step
from ..models.paper import MOST_NUMBERS, PaperRegister
from ..rules import Problem

LAW = "General Diary"
FROM_PAPER = Part(_("From a paper register"), ("paper_number", "paper_year"), folded=True)


def paper_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    """Of an entry that stood on paper: number and year, none twice, no year to come."""
    number, year = entry.paper_number, entry.paper_year
    if number is None and year is None:
        return
    if not number or year is None:
        name = "paper_year" if year is None else "paper_number"
        yield Problem(name, _("Write the number and the year of the paper register"), LAW)
    elif not 1900 <= year <= now.astimezone(IST).year:
        yield Problem("paper_year", _("Write the year with four digits, none to come"), LAW)
    elif entry.paper_taken:
        yield Problem("paper_number", _("This number of the paper register is entered"), LAW)


def _order_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    first, last, year = entry.first, entry.last, entry.paper_year
    if year is not None and not 1900 <= year <= now.astimezone(IST).year:
        yield Problem("paper_year", _("Write the year with four digits, none to come"), LAW)
    if first is None or last is None:
        return
    if not 1 <= first <= last < first + MOST_NUMBERS:
        yield Problem("last", _("The last number does not fit the first"), LAW)
    elif year is not None and entry.taken:
        yield Problem("first", _("This paper register is known: change its last number"), LAW)


_NUMBERS = Part("", ("register", "paper_year", "first", "last", "remarks"))

PAPER = Book(
    name="paper",
    title=_("Paper registers in use"),
    one=_("Paper register"),
    model=PaperRegister,
    view="register.view",
    columns=("register", "paper_year", "first", "last"),
    enter=Step(
        name="enter",
        event="paper.entered",
        act="register.enter",
        title=_("Enter the numbers of a paper register"),
        told=_("The numbers are entered"),
        stage="in_use",
        law=LAW,
        parts=(_NUMBERS,),
        wants=("register", "paper_year", "first", "last"),
        rule=_order_problems,
    ),
    steps=(
        Step(
            name="extend",
            event="paper.extended",
            act="register.enter",
            title=_("Change the last number"),
            told=_("The last number is changed"),
            start=("in_use",),
            stage="",
            law=LAW,
            parts=(Part("", ("last", "remarks")),),
            wants=("last",),
            rule=_order_problems,
        ),
    ),
)
