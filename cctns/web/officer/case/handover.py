"""The pack that an investigating officer hands over: for the screen, and for the printer."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cctns.cases import queries
from cctns.cases.queries import Pending
from cctns.law import clocks
from cctns.lib.clock import now
from cctns.offices.models import Officer
from cctns.web.parts import Link, Row
from cctns.web.postings import posting_of
from cctns.web.templatetags.cctns import day, moment, ranked

from .. import duties
from .investigators import investigators
from .page import section_text


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Whose pack: every officer of the station who may investigate."""
    by = posting_of(request)
    links = [
        Link(ranked(one), reverse("handover", args=[one.username]))
        for one in investigators(by, by.office)
    ]
    return render(request, "officer/case/handover_choose.html", {"links": links})


@require_safe
def pack(request: HttpRequest, number: str) -> HttpResponse:
    """Pending cases of one officer: what is known, what is due, what the diary says comes next."""
    try:
        officer, pending = queries.handover(by=posting_of(request), number=number)
    except Officer.DoesNotExist:
        raise Http404 from None
    shown = {
        "officer": officer,
        "at": now(),
        "cases": [(_title(one), _rows(one)) for one in pending],
    }
    return render(request, "officer/case/handover.html", shown)


def _title(one: Pending) -> Link:
    fir = one.case.fir
    return Link(f"{_('FIR')} {fir.number}", reverse("case", args=[fir.pk]))


def _rows(one: Pending) -> list[Row]:
    sections = ", ".join(section_text(section) for section in one.case.fir.sections.all())
    accused = "\n".join(f"{who} – {who.get_stage_display()}" for who in one.accused)
    diary: Any = one.diary
    rows = [
        Row(_("Sections"), sections),
        Row(_("Days since the FIR"), one.days),
        Row(_("Accused"), accused or _("Nobody yet")),
        Row(_("Articles seized"), one.exhibits),
        Row(_("Statements recorded"), one.statements),
        Row(_("Last day in the diary"), day(diary.day) if diary else _("None yet")),
        Row(_("What is to be done next"), diary.next_steps if diary else ""),
        Row(_("Due"), "\n".join(_due(clock) for clock in one.clocks)),
    ]
    return [row for row in rows if row.value not in ("", None)]


def _due(clock: Any) -> str:
    return f"{moment(clock.due_at)}: {duties.sentence(clocks.rule(clock.rule))}"
