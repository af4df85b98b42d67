"""Summonses and warrants: received, tried, served or not, returned to the court in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _

from ..book import Book, Paper, Part, Rows, Step
from ..codes import GdKind
from ..models import Process, ServiceAttempt
from ..rules import Problem
from .parts import ADDRESS, PERSON, fir_number_problems

LAW = "BNSS 63 to 83"
_WARRANTS = ("bailable", "non_bailable")
_TAKEN = ("arrested", "bond")


def service_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    """A summons is served, a warrant executed; neither before it came, nor in the future."""
    if entry.served_at and not entry.happened_at <= entry.served_at <= now:
        yield Problem("served_at", _("This is before the receipt, or in the future"), LAW)
    if entry.served_how and (entry.kind in _WARRANTS) != (entry.served_how in _TAKEN):
        yield Problem("served_how", _("A summons is served, a warrant executed"), LAW)
    if entry.served_how == "bond" and entry.kind != "bailable":
        yield Problem("served_how", _("This warrant allows no release on security"), "BNSS 73")
    if entry.served_how in ("family", "affixed") and not entry.served_witness:
        yield Problem("served_witness", _("Name a witness of this service"), "BNSS 66, 67")


def unserved_problems(entry: Any, _now: datetime) -> Iterator[Problem]:
    if not entry.attempts.exists():
        yield Problem("unserved_why", _("Enter first where and when it was tried"), LAW)


def return_problems(entry: Any, now: datetime) -> Iterator[Problem]:
    if entry.returned_at and not entry.happened_at <= entry.returned_at <= now:
        yield Problem("returned_at", _("This is before the receipt, or in the future"), LAW)


_WHAT = Part(
    _("The process"),
    (
        *("kind", "happened_at", "court_name", "process_number", "case_number", "fir_number"),
        *("appear_on", "server_name"),
    ),
)
_SERVED = Part(_("Service"), ("served_at", "served_how", "served_to", "served_witness"))
_UNSERVED = Part("", ("unserved_why",))
_TRIED = Rows(
    "attempts", _("Attempts"), ServiceAttempt, ("at", "place", "result"), least=1, grows=True
)
_ALL_TRIED = Rows("attempts", _("Attempts"), ServiceAttempt, ("at", "place", "result"))

PROCESS = Book(
    name="process",
    title=_("Summonses and warrants"),
    one=_("Summons or warrant"),
    model=Process,
    view="register.view",
    columns=("name", "kind", "court_name", "appear_on", "stage"),
    enter=Step(
        name="enter",
        event="process.received",
        act="register.enter",
        title=_("Enter a summons or warrant"),
        told=_("The process is entered"),
        stage="received",
        law=LAW,
        parts=(_WHAT, PERSON, ADDRESS),
        wants=("kind", "court_name", "process_number", "server_name", "name"),
        rule=fir_number_problems,
        diary=GdKind.MESSAGE,
        tells="Process {number}, {kind} of {court_name}, received; entrusted to {server_name}",
    ),
    steps=(
        Step(
            name="try",
            event="process.tried",
            act="register.enter",
            title=_("Enter an attempt"),
            told=_("The attempt is entered"),
            start=("received",),
            stage="",
            law=LAW,
            rows=(_TRIED,),
        ),
        Step(
            name="serve",
            event="process.served",
            act="register.enter",
            title=_("Enter the service or execution"),
            told=_("The service is entered"),
            start=("received",),
            stage="served",
            law=LAW,
            parts=(_SERVED,),
            wants=("served_at", "served_how", "served_to"),
            rule=service_problems,
            diary=GdKind.MESSAGE,
            tells="Process {number}: {served_how}, {served_to}",
        ),
        Step(
            name="fail",
            event="process.unserved",
            act="register.enter",
            title=_("Enter that it could not be served"),
            told=_("The reason is entered"),
            start=("received",),
            stage="unserved",
            law=LAW,
            parts=(_UNSERVED,),
            wants=("unserved_why",),
            rule=unserved_problems,
            diary=GdKind.MESSAGE,
            tells="Process {number} not served: {unserved_why}",
        ),
        Step(
            name="return",
            event="process.returned",
            act="register.enter",
            title=_("Return it to the court"),
            told=_("The return is entered"),
            start=("served", "unserved"),
            stage="returned",
            law="BNSS 70",
            parts=(Part("", ("returned_at",)),),
            wants=("returned_at",),
            rule=return_problems,
            diary=GdKind.DISPATCH,
            tells="Process {number} returned to {court_name}",
        ),
    ),
    papers=(
        Paper(
            "report",
            _("Report of service"),
            "BNSS 70",
            parts=(_WHAT, PERSON, ADDRESS, _SERVED, _UNSERVED),
            rows=(_ALL_TRIED,),
            signatures=(_("Serving officer"), _("Officer in charge")),
        ),
    ),
)
