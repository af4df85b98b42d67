"""Check answers, the e-FIR's wait for a signature, registration, and what comes next."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cctns import law
from cctns.cases import actions, queries, rules
from cctns.cases.codes import DraftStatus, FirKind
from cctns.cases.models import Case
from cctns.lib.clock import now
from cctns.offices import access, charge
from cctns.web.parts import Link, Row
from cctns.web.postings import acts_of, posting_of

from . import forms, pages, shown
from .closed import unless_open
from .desk import Desk, open_desk
from .lists import Shelf, title
from .problems import said


@require_safe
def check(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Everything that was written, page by page, with what still stands in the way."""
    desk = open_desk(request, draft_id)
    return unless_open(desk) or show(request, desk, desk.problems())


def show(
    request: HttpRequest,
    desk: Desk,
    problems: list[rules.Problem],
    status: int = 200,
    form: forms.Signature | None = None,
) -> HttpResponse:
    office = desk.by.office
    waits = desk.draft.status == DraftStatus.AWAITING_SIGNATURE
    may_register = "fir.register" in acts_of(request)
    told = {
        "desk": desk,
        "problems": [(said(one), _target(desk, one), one) for one in problems],
        "groups": [(name, [_answers(desk, page) for page in some]) for name, some in pages.GROUPS],
        "may_register": may_register,
        "in_charge": None if may_register else charge.in_charge(office, access.today()),
        "waits": waits,
        "form": form or forms.Signature(answers=desk.answers, by=desk.by),
        "overdue": bool(desk.draft.sign_by and desk.draft.sign_by < now()),
        "to_be_signed": _may_wait(desk),
    }
    return render(request, "officer/fir/check.html", told, status=status)


def _target(desk: Desk, problem: rules.Problem) -> str:
    """The page where a problem is mended, at its field."""
    page = pages.PAGES.get(problem.page)
    if page is None:
        return ""
    href = page.href(desk.draft.pk)
    return f"{href}#id_{problem.field}" if page.form else href


def _may_wait(desk: Desk) -> bool:
    """An e-FIR waits for its signature before it is registered (BNSS 173(1)(ii))."""
    return desk.answers.kind == FirKind.EFIR and desk.draft.status == DraftStatus.OPEN


def _answers(desk: Desk, page: pages.Page) -> tuple[pages.Page, str, list[Row]]:
    return page, page.href(desk.draft.pk), list(_rows(desk, page))


def _rows(desk: Desk, page: pages.Page) -> list[Row]:
    if page.form:
        form = shown.question(page, desk)
        return [_row(desk, page, one) for one in shown.rows(form)]
    if page.key == "offences":
        return [
            Row(f"{_short(one.act)} {one.number}", _heading(one)) for one in desk.answers.offences
        ]
    shelf = Shelf(page, desk)
    items = [Row(title(one), shelf.line(one)) for _place, one in shelf.items]
    if page.key == "things" and items:
        items.append(Row(_("Total value in rupees"), f"{desk.answers.total_value:,.2f}"))
    return items


def _row(desk: Desk, page: pages.Page, row: shown.Row) -> Row:
    href = f"{page.href(desk.draft.pk)}#id_{row.field}"
    return Row(row.label, row.text, [Link(_("Change"), href, row.label)])


def _short(act: str) -> str:
    try:
        return law.act(act).short
    except KeyError:
        return act


def _heading(offence: Any) -> str:
    section = law.find_section(offence.act, offence.number)
    return section.heading if section else ""


@require_POST
def submit(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """An e-FIR begins its three days for the informant's signature."""
    desk = open_desk(request, draft_id)
    if not unless_open(desk) and _may_wait(desk):
        actions.submit_efir(by=desk.by, draft=desk.draft)
    return redirect("fir_draft", draft_id=draft_id)


@require_POST
def sign(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The informant signed the e-FIR: before an officer or electronically."""
    desk = open_desk(request, draft_id)
    form = forms.Signature(request.POST, answers=desk.answers, by=desk.by)
    if not form.is_valid():
        return show(request, desk, desk.problems(), 400, form)
    try:
        actions.sign_efir(by=desk.by, draft=desk.draft, attestation=form.chosen)
    except actions.CannotRegister as error:
        return show(request, desk, error.problems, 400, form)
    return redirect("fir_check", draft_id=draft_id)


@require_POST
def register(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Register the FIR; pressing twice leads twice to the same FIR."""
    desk = open_desk(request, draft_id)
    try:
        fir = actions.register_fir(by=desk.by, draft=desk.draft)
    except actions.CannotRegister as error:
        return show(request, desk, error.problems, 400)
    return redirect("fir_registered", fir_id=fir.pk)


@require_safe
def registered(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    """The number, and what the law asks for next."""
    by = posting_of(request)
    try:
        case = queries.registered_case(by=by, fir_id=fir_id)
    except Case.DoesNotExist:
        raise Http404 from None
    return render(request, "officer/fir/registered.html", {"case": case, "fir": case.fir})
