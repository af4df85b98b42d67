"""The clocks of one case: what is due and why, for each accused apart, and what was in time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cctns.cases import queries
from cctns.cases.queries import Running
from cctns.lib.due import levels
from cctns.offices.models import Officer
from cctns.web.parts import Row, Task
from cctns.web.templatetags.cctns import moment

from .. import duties
from .page import open_file, show


@dataclass(frozen=True)
class Accused:
    """The open clocks of one arrest, and the warnings on the way to default bail."""

    title: str
    tasks: list[Task]
    warnings: list[Row]


@require_safe
def clocks(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    """Asked of the journal itself, so that what was just recorded counts at once."""
    file = open_file(request, fir_id, whole=False)
    found = [] if file.case.fir.legacy else queries.clocks_of(by=file.by, case=file.case)
    officer = file.case.investigating_officer
    running = [one for one in found if one.closed_at is None]
    shown = {
        "tasks": [_task(one, officer) for one in running if one.rule.subject != "accused"],
        "accused": _accused([one for one in running if one.rule.subject == "accused"], officer),
        "heads": (_("Duty"), _("Law"), _("Due"), _("Stopped"), _("Outcome")),
        "stopped": [_stopped(one) for one in found if one.closed_at is not None],
    }
    return show(request, file, "case_clocks", "clocks", shown)


def _accused(running: list[Running], officer: Officer | None) -> list[Accused]:
    """In the order of their arrests."""
    by_arrest: dict[UUID, list[Running]] = {}
    for one in sorted(running, key=lambda one: one.starts_at):
        by_arrest.setdefault(one.subject_id, []).append(one)
    return [
        Accused(
            _("Accused %(code)s, clocks since %(at)s")
            % {"code": found[0].about, "at": moment(found[0].starts_at)},
            [_task(one, officer) for one in sorted(found, key=lambda one: one.due_at)],
            [_warnings(one) for one in found if one.rule.id.startswith("default_bail")],
        )
        for found in by_arrest.values()
    ]


def _task(clock: Running, officer: Officer | None) -> Task:
    named = replace(clock, officer=officer)
    due = _("Due %(when)s") % {"when": moment(clock.due_at)}
    level = clock.level
    return Task(
        duties.sentence(clock.rule),
        "",
        f"{due} – {_(duties.LEVELS[level])}",
        duties.COLOURS.get(level, ""),
        duties.hint(named, station=False),
    )


def _warnings(clock: Running) -> Row:
    """Default bail (BNSS 187(3)) is announced at 50 %, and 15, 7 and 2 days before."""
    told = [
        f"{_(duties.LEVELS[name])}: {moment(since)}"
        for name, since in levels(clock.starts_at, clock.due_at)
    ]
    return Row(duties.why(clock.rule), "\n".join(told))


def _stopped(clock: Running) -> list[str]:
    assert clock.closed_at is not None
    if not clock.fulfilled:
        how = _("Ended otherwise")
    else:
        how = _("In time") if clock.closed_at <= clock.due_at else _("Too late")
    when = moment(clock.due_at), moment(clock.closed_at)
    return [duties.sentence(clock.rule), duties.why(clock.rule), *when, how]
