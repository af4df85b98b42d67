"""Lookouts in force here, whichever office and node raised them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cctns.alerts import queries
from cctns.alerts.codes import Subject
from cctns.alerts.models import Notice
from cctns.alerts.queries import Watched

from ...paging import with_query
from ...parts import Link, Row
from ...postings import acts_of, posting_of
from ...templatetags.cctns import moment
from .forms import NoticeFilter


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    form = NoticeFilter(request.GET)
    subject = form.cleaned_data["subject"] if form.is_valid() else ""
    by, after = posting_of(request), request.GET.get("after", "")
    try:
        found, more = queries.notices(by=by, subject=subject, after=after)
    except ValueError:
        found, more = queries.notices(by=by, subject=subject)
    page = {
        "form": form,
        "heads": [_("Lookout"), _("What is looked for"), _("Office"), _("Until"), _("Validated")],
        "rows": [_line(one) for one in found],
        "silent": queries.silent_above(by=by),
        "acts": acts_of(request),
        "first": with_query(request, after=None) if after else "",
        "later": with_query(request, after=more) if more else "",
    }
    return render(request, "officer/alerts/notices.html", page)


def _line(one: Watched) -> list[Any]:
    notice = one.notice
    return [
        Link(notice.heading, reverse("alert_lookout", args=[notice.pk])),
        str(Subject(notice.subject).label),
        f"{notice.office_name}, {notice.number}",
        moment(notice.until),
        age(one),
    ]


def age(one: Watched) -> str:
    """Whether somebody has asked lately if it still holds."""
    if one.lapsed:
        return _("Lapsed")
    if one.silent_days:
        told = {"days": one.silent_days, "when": moment(one.notice.validated_at)}
        return _("Stale: no line for %(days)s days, validated %(when)s") % told
    if one.stale_days:
        return _("Stale: validated %(days)s days ago") % {"days": one.stale_days}
    return moment(one.notice.validated_at)


@require_safe
def notice(request: HttpRequest, notice_id: UUID) -> HttpResponse:
    by = posting_of(request)
    try:
        told = queries.notice_for(by=by, notice_id=notice_id)
    except Notice.DoesNotExist:
        raise Http404 from None
    one = told.notice
    rows = [
        Row(_("What is looked for"), f"{one.get_subject_display()}: {one.heading}"),
        Row(_("By"), f"{one.office_name}, {one.number}"),
        Row(_("Why"), one.why or _("Withheld by law: ask the office")),
        Row(_("Urgency"), one.get_urgency_display()),
        Row(_("Until"), moment(one.until)),
        Row(_("Last validated"), age(told)),
        *(Row(node, when[:19].replace("T", " ")) for node, when in one.trail),
    ]
    own = one.office_id == by.office_id
    page = {
        "notice": one,
        "handling": one.get_handling_display(),
        "rows": rows,
        "entry": reverse("book_entry", args=["lookout", one.pk]) if own else "",
    }
    return render(request, "officer/alerts/notice.html", page)
