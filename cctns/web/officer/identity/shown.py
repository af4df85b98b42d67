"""Pairs as pages show them: lines of the review, and two mentions row by row."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from cctns.cases.telling import label_of
from cctns.identity.codes import LIKELY, Ground, Step, Verdict
from cctns.identity.models import Judgement
from cctns.identity.queries import OPEN, Compared, Half, Line
from cctns.lib.clock import IST
from cctns.offices.naming import named
from cctns.people.codes import Relation, Sex
from cctns.people.told import translated_marks
from cctns.search.mentions import MentionRow

from ...parts import Event, Link
from ...templatetags.cctns import moment
from .words import reasons

SHOWN = 3  # reasons in a list


def heads(which: str) -> list[str]:
    why = _("What speaks for it") if which == OPEN else _("What was said")
    return [_("Persons"), _("Where they stand"), why, _("How it stands")]


def line(one: Line) -> list[Any]:
    first, second = one.first, one.second
    href = reverse("identity_pair", args=[first.side.id, second.side.id])
    names = f"{_called(first)} – {_called(second)}"
    where = f"{_where(first)} – {_where(second)}"
    if one.candidate:
        why = "; ".join(reasons(one.candidate.reasons)[0][:SHOWN])
        return [Link(names, href), where, why, likelihood(one.candidate.score)]
    said = one.judgement
    assert said is not None  # a line has one or the other
    return [Link(names, href), where, said.reason, _word(said)]


def likelihood(score: float) -> str:
    return _("Likely") if score >= LIKELY else _("Possible")


def _word(said: Judgement) -> str:
    verdict = Verdict(said.verdict).label
    return _("%(verdict)s: proposed") % {"verdict": verdict} if _waits(said) else str(verdict)


def _waits(said: Judgement) -> bool:
    return said.step == Step.PROPOSED


def _called(half: Half) -> str:
    if half.seen is None:
        return _("Beyond your reach")
    told = half.seen
    return f"{told.name}, {told.relative_name}" if told.relative_name else told.name


def _where(half: Half) -> str:
    told = half.side.told.replace("FIR", _("FIR"), 1)  # kept in English, as judgements are
    return f"{told}, {named(half.side.office)}"


def compared(told: Compared) -> dict[str, Any]:
    """What the page of a pair shows."""
    speaks, against = reasons(told.candidate.reasons) if told.candidate else ([], [])
    halves = (told.first, told.second)
    return {
        "heads": [_("What"), *(_where(half) for half in halves)],
        "rows": _rows(halves),
        "hidden": any(half.seen is None for half in halves),
        "speaks": speaks,
        "against": against,
        "likelihood": likelihood(told.candidate.score) if told.candidate else "",
        "history": [_event(one) for one in reversed(told.records)],
    }


def _rows(halves: tuple[Half, Half]) -> list[list[str]]:
    sides = [_facts(half.seen) if half.seen else {} for half in halves]
    return [[label, *(side.get(key, "–") or "–" for side in sides)] for key, label in _labels()]


def _labels() -> list[tuple[str, str]]:
    return [
        ("name", _("Name")),
        ("alias", _("Other name")),
        ("relative", _("Relative")),
        ("sex", _("Sex")),
        ("born", _("Born")),
        ("place", _("Place")),
        ("district", _("District")),
        ("phones", _("Telephone")),
        ("papers", _("Identity papers")),
        ("marks", _("Marks")),
        ("role", _("Mentioned as")),
        ("told", _("Told on")),
    ]


def _facts(one: MentionRow) -> dict[str, str]:
    relation = str(Relation(one.relation).label) if one.relation else ""
    years = [str(year) for year in dict.fromkeys((one.birth_from, one.birth_to)) if year]
    return {
        "name": one.name,
        "alias": one.alias,
        "relative": f"{one.relative_name} ({relation})" if relation else one.relative_name,
        "sex": str(Sex(one.sex).label) if one.sex else "",
        "born": "–".join(years),
        "place": one.place,
        "district": one.district,
        "phones": ", ".join(one.phones),
        "papers": str(len(one.identity)) if one.identity else "",
        "marks": translated_marks(one.marks, _),
        "role": label_of(one.role, one.standing),
        "told": moment(one.told_at.astimezone(IST)),
    }


def _event(said: Judgement) -> Event:
    grounds = ", ".join(str(Ground(one).label) for one in said.grounds)
    title = f"{Step(said.step).label}: {Verdict(said.verdict).label}"
    by = f"{said.officer_name}, {named(said.office)}"
    return Event(
        title, by, said.decided_at, f"{grounds}. {said.reason}" if grounds else said.reason
    )
