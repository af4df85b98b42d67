"""Sections added and deleted after the FIR: by the law of the offence's day, with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cctns import law
from cctns.journal.write import Write
from cctns.lib.clock import IST
from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Rows, Step
from cctns.registers.codes import GdKind
from cctns.registers.rules import NotPossible, Problem

from ..models import ChangedSection, SectionChange
from ..queries.sections import sections_of
from . import gate

LAW = "BNSS 193"


def change_problems(
    changes: Sequence[tuple[str, str, str]], held: set[tuple[str, str]], day: Any
) -> Iterator[Problem]:
    """`changes` are (add or delete, Act, number), `held` the sections of the case, both pure."""
    for kind, act, number in changes:
        named = {"section": f"{act} {number}"}
        if kind == "delete" and (act, number) not in held:
            yield Problem("changed", _("%(section)s does not stand in this case"), LAW, named)
        if kind == "add" and (act, number) in held:
            yield Problem("changed", _("%(section)s stands in this case"), LAW, named)
        decided = law.check_section_for_date(act, number, day) if kind == "add" else None
        if decided is not None and not decided.ok:
            yield Problem("changed", decided.reason, decided.source)
    left = {*held} - {(act, number) for kind, act, number in changes if kind == "delete"}
    if not left and not any(kind == "add" for kind, _act, _number in changes):
        yield Problem("changed", _("A case keeps at least one section"), LAW)


def _changed(by: Posting, sheet: Any) -> Sequence[Write]:
    """What the law hides follows the sections: once hidden, a person is shown no more."""
    case, changes = sheet.case, [(one.kind, one.act, one.number) for one in sheet.lines]
    held = {(one.act, one.number) for one in sections_of(case)}
    moment = case.fir.occurred_from or case.fir.registered_at
    found = list(change_problems(changes, held, moment.astimezone(IST).date()))
    if found:
        raise NotPossible(found)
    masked = any(law.victim_masked(act, number) for kind, act, number in changes if kind == "add")
    if not masked or case.victim_masked:
        return ()
    case.victim_masked = case.sensitive = True
    return [Write(case, "case.masked", [case.fir_id])]


_LINES = Rows("changed", _("Sections"), ChangedSection, ("kind", "act", "number"), least=1)
_REASON = Part("", ("happened_at", "reason", "court_told"))

SECTIONS = Book(
    name="sections",
    title=_("Changes of sections"),
    one=_("Change of sections"),
    model=SectionChange,
    view="case.view",
    of_case=True,
    columns=("reason",),
    allow=gate.designated_open,
    enter=Step(
        name="enter",
        event="sections.changed",
        act="case.investigate",
        title=_("Add or delete sections"),
        told=_("The sections are changed"),
        stage="made",
        law=LAW,
        intro=_("The FIR stays as it was registered: the change is told beside it."),
        parts=(_REASON,),
        rows=(_LINES,),
        wants=("reason", "court_told"),
        diary=GdKind.INVESTIGATION,
        tells="FIR {fir_number}: sections changed, {reason}",
        refs=gate.fir_of,
        also=_changed,
    ),
    papers=(
        Paper(
            "report",
            _("Report of a change of sections"),
            LAW,
            parts=(_REASON,),
            rows=(_LINES,),
            signatures=(_("Investigating officer"), _("Officer in charge")),
        ),
    ),
)
