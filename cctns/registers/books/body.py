"""Unidentified dead bodies: described for whoever searches, kept 72 hours, identified."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from cctns.lib.wording import noop as _

from ..book import Book, Paper, Part, Step
from ..codes import GdKind
from ..models import Body
from ..rules import Problem
from .parts import looks_problems

LAW = "BNSS 194"
KEPT = timedelta(hours=72)
_AT_MOST = 120


def body_problems(entry: Any, _now: datetime) -> Iterator[Problem]:
    """Ages guessed at the inquest hid bodies from those who searched: the age is a range."""
    yield from looks_problems(entry, LAW)
    if entry.age_from is None or entry.age_to is None:
        yield Problem("age_from", _("Give the age as a range, as 30 to 40"), LAW)
    elif not entry.age_from < entry.age_to <= _AT_MOST:
        yield Problem("age_to", _("Give the age as a range, as 30 to 40"), LAW)
    if entry.kept_until and entry.happened_at and entry.kept_until < entry.happened_at + KEPT:
        yield Problem("kept_until", _("The body is kept for at least 72 hours"), LAW)


def disposal_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    if entry.disposed_at and entry.disposed_at > now:
        yield Problem("disposed_at", _("This time is in the future"), LAW)
    early = entry.disposed_at and entry.disposed_at < entry.kept_until
    if early and not entry.early_reason:
        yield Problem("early_reason", _("Say why the body leaves earlier than 72 hours"), LAW)
    if entry.disposal == "handed" and not entry.handed_to:
        yield Problem("handed_to", _("Say who received the body"), LAW)


_FOUND = Part(
    _("The body"), ("happened_at", "place", "gps", "sex", "age_from", "age_to", "condition")
)
_LOOKS = Part(_("Description"), ("dress", "photo", "no_photo", "features"))
_KEPT = Part(
    _("Samples, where the body is kept"),
    ("prints", "dna_sample", "kept_at", "kept_until", "death_number"),
)
_PARTS = (_FOUND, _LOOKS, _KEPT)
_WANTS = ("place", "prints", "dna_sample", "kept_at", "kept_until")
_WHO = Part(_("Identification"), ("name", "relative_name", "identified_by", "identified_at"))
_END = Part(_("Disposal of the body"), ("disposal", "disposed_at", "handed_to", "early_reason"))

BODY = Book(
    name="body",
    title=_("Unidentified dead bodies"),
    one=_("Unidentified body"),
    model=Body,
    view="register.view",
    columns=("sex", "age_from", "age_to", "place", "happened_at", "stage"),
    enter=Step(
        name="enter",
        event="body.recorded",
        act="register.enter",
        title=_("Record an unidentified body"),
        told=_("The body is recorded"),
        stage="recorded",
        law=LAW,
        parts=_PARTS,
        wants=_WANTS,
        rule=body_problems,
        diary=GdKind.FOUND,
        tells="Unidentified body {number} found at {place}, kept at {kept_at}",
    ),
    steps=(
        Step(
            name="describe",
            event="body.described",
            act="register.enter",
            title=_("Describe the body better"),
            told=_("The description is entered"),
            start=("recorded",),
            stage="",
            law=LAW,
            parts=_PARTS,
            wants=_WANTS,
            rule=body_problems,
        ),
        Step(
            name="identify",
            event="body.identified",
            act="register.enter",
            title=_("Enter whose body it is"),
            told=_("The body is identified"),
            start=("recorded",),
            stage="identified",
            law=LAW,
            parts=(_WHO,),
            wants=("name", "identified_by", "identified_at"),
            diary=GdKind.FOUND,
            tells="Unidentified body {number} is that of {name}, identified by {identified_by}",
        ),
        Step(
            name="dispose",
            event="body.disposed",
            act="register.decide",
            title=_("Enter what was done with the body"),
            told=_("It is entered"),
            start=("recorded", "identified"),
            stage="disposed",
            law=LAW,
            parts=(_END,),
            wants=("disposal", "disposed_at"),
            rule=disposal_problems,
            diary=GdKind.FOUND,
            tells="Unidentified body {number}: {disposal}",
        ),
    ),
    papers=(
        Paper(
            "notice",
            _("Notice of an unidentified body"),
            LAW,
            parts=(_FOUND, _LOOKS, _KEPT),
            signatures=(_("Officer in charge"),),
        ),
        Paper(
            "receipt",
            _("Receipt for a body handed over"),
            LAW,
            parts=(_FOUND, _WHO, _END),
            signatures=(_("Received by"), _("Officer in charge")),
        ),
    ),
)
