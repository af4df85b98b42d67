"""Officers and their postings: enrol, post, end, leave, and lost logins."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cctns.offices import access, actions, queries, rules
from cctns.offices.codes import Absence, Rank, Role
from cctns.offices.models import Leave, Office, Posting
from cctns.offices.naming import named

from ...act import Words, act_page
from ...parts import Row
from ...postings import acts_at, posting_of
from ...templatetags.cctns import day
from . import forms
from .offices import page_of, view_of

_ask = require_http_methods(["GET", "POST"])


@require_safe
def staff_list(request: HttpRequest) -> HttpResponse:
    """Who is posted at one's own office, or at another in one's reach, named by its code."""
    by = posting_of(request)
    code = request.GET.get("code", "").replace("\x00", "")
    office = queries.office_by_code(by=by, code=code) if code else by.office
    shown = {
        "code": code,
        "office": office,
        "staff": queries.staff(by=by, office=office) if office else [],
    }
    return render(request, "officer/administration/staff.html", shown)


def posting_at(request: HttpRequest, posting_id: UUID) -> Posting:
    try:
        return queries.posting_for(by=posting_of(request), posting_id=posting_id)
    except Posting.DoesNotExist as error:
        raise Http404 from error


@require_safe
def staff_page(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """One posting, the officer's leave, and what may be done about it."""
    by, posting = posting_of(request), posting_at(request, posting_id)
    acts = acts_at(request, posting.office)
    shown = {
        "one": posting,
        "rows": _rows(posting),
        "leaves": queries.leaves(by=by, posting=posting) if "leave.grant" in acts else [],
        "may_grant": bool({"leave.grant", "leave.suspend"} & acts),
        "may_post": "posting.administer" in acts,
        "oneself": posting.officer_id == by.officer_id,
        "current": posting.is_current(access.today()),
    }
    return render(request, "officer/administration/posting.html", shown)


def _rows(posting: Posting) -> list[Row]:
    officer = posting.officer
    return [
        Row(_("Police number"), officer.username),
        Row(_("Rank"), officer.get_rank_display()),
        Row(_("Office"), named(posting.office)),
        Row(_("Role"), posting.get_role_display()),
        Row(_("Charge"), posting.get_charge_display()),
        Row(_("From"), day(posting.from_date)),
        Row(_("Until"), day(posting.to_date) or _("open")),
    ]


@_ask
def staff_enrol(request: HttpRequest, office_id: UUID) -> HttpResponse:
    office = view_of(request, office_id).office
    return act_page(
        request,
        form=forms.Enrol(request.POST or None, initial={"from_date": access.today()}),
        words=Words(
            title=_("Enrol an officer at %(name)s") % {"name": named(office)},
            button=_("Enrol"),
            told=_("The officer is enrolled; give a first password under “Reset login”"),
        ),
        back=page_of(office),
        act=partial(_enrol, posting_of(request), office),
        then=staff_url,
    )


def _enrol(by: Posting, office: Office, told: dict[str, Any]) -> Posting:
    rank, role = Rank(told.pop("rank")), Role(told.pop("role"))
    return actions.enrol_officer(by=by, office=office, rank=rank, role=role, **told)


@_ask
def staff_post(request: HttpRequest, office_id: UUID) -> HttpResponse:
    office = view_of(request, office_id).office
    return act_page(
        request,
        form=forms.Post(request.POST or None, initial={"from_date": access.today()}),
        words=Words(
            title=_("Post an officer to %(name)s") % {"name": named(office)},
            button=_("Post"),
            told=_("The officer is posted"),
        ),
        back=page_of(office),
        act=partial(_post, posting_of(request), office),
        then=staff_url,
    )


def _post(by: Posting, office: Office, told: dict[str, Any]) -> Posting:
    officer = queries.officer_by_number(by=by, number=told["officer"])
    if officer is None:
        raise rules.NotPossible("officer", _("No officer has this police number"))
    return actions.post_officer(
        by=by,
        officer=officer,
        office=office,
        role=Role(told["role"]),
        from_date=told["from_date"],
        to_date=told["to_date"],
    )


@_ask
def staff_end(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    posting = posting_at(request, posting_id)
    return act_page(
        request,
        form=forms.LastDay(request.POST or None, initial={"on": access.today()}),
        words=Words(
            title=_("End the posting of %(name)s") % {"name": named(posting.officer)},
            button=_("End the posting"),
            told=_("The posting is ended"),
            kind="warning",
        ),
        back=staff_url(posting),
        act=lambda told: actions.end_posting(
            by=posting_of(request), posting=posting, on=told["on"]
        ),
        then=staff_url,
    )


@_ask
def staff_leave(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    posting = posting_at(request, posting_id)
    return act_page(
        request,
        form=forms.GrantLeave(request.POST or None, initial={"from_date": access.today()}),
        words=Words(
            title=_("Grant leave to %(name)s") % {"name": named(posting.officer)},
            button=_("Grant"),
            told=_("The leave is granted"),
            intro=_("On leave, training or suspension an officer is signed out and does nothing."),
        ),
        back=staff_url(posting),
        act=lambda told: actions.grant_leave(
            by=posting_of(request),
            posting=posting,
            kind=Absence(told["kind"]),
            from_date=told["from_date"],
            to_date=told["to_date"],
        ),
        then=staff_url(posting),
    )


@_ask
def staff_leave_end(request: HttpRequest, posting_id: UUID, leave_id: UUID) -> HttpResponse:
    posting = posting_at(request, posting_id)
    leave = get_object_or_404(Leave, pk=leave_id, officer=posting.officer_id)
    return act_page(
        request,
        form=forms.BackOn(request.POST or None, initial={"back_on": access.today()}),
        words=Words(
            title=_("%(name)s is back on duty") % {"name": named(posting.officer)},
            button=_("Save"),
            told=_("The leave is ended"),
        ),
        back=staff_url(posting),
        act=lambda told: actions.end_leave(
            by=posting_of(request), posting=posting, leave=leave, back_on=told["back_on"]
        ),
        then=staff_url(posting),
    )


def staff_url(posting: Posting) -> str:
    return reverse("staff_page", args=[posting.pk])
