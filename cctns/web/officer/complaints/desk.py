"""The complaint register: list, one complaint, enquiry officer, outcome."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cctns.offices import access
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.offices.naming import named
from cctns.offices.queries import staff
from cctns.registers import actions, queries
from cctns.registers.models import Complaint, ComplaintReview, Reply

from ...act import Words, act_page
from ...forms import Form
from ...paging import with_query
from ...parts import Link, Row
from ...postings import acts_at, acts_of, posting_of
from ...templatetags.cctns import moment, ranked
from . import forms

_ask = require_http_methods(["GET", "POST"])
_ENQUIRERS = (Role.DUTY_OFFICER, Role.IO, Role.SHO)


@require_safe
def complaint_list(request: HttpRequest) -> HttpResponse:
    """Complaints in one's reach, newest first."""
    form = forms.Filter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    before = request.GET.get("before", "")
    found = queries.complaints(
        by=posting_of(request),
        number=wanted.get("number", ""),
        name=wanted.get("name", ""),
        status=wanted.get("status", ""),
        before=before,
    )
    more = queries.cursor(found[-1]) if len(found) == queries.lists.PAGE else ""
    shown = {
        "form": form,
        "complaints": found,
        "later": with_query(request, before=more) if more else "",
        "first": with_query(request, before=None) if before else "",
        "acts": acts_of(request),
    }
    return render(request, "officer/complaints/list.html", shown)


def complaint_at(request: HttpRequest, complaint_id: UUID) -> Complaint:
    try:
        return queries.complaint_for(by=posting_of(request), complaint_id=complaint_id)
    except Complaint.DoesNotExist as error:
        raise Http404 from error


@require_safe
def complaint_page(request: HttpRequest, complaint_id: UUID) -> HttpResponse:
    complaint = complaint_at(request, complaint_id)
    by = posting_of(request)
    reviews, replies, reopens = queries.after_outcome(by=by, complaint=complaint)
    shown = {
        "complaint": complaint,
        "after": [_review(one) for one in reviews] + [_reply(one) for one in replies],
        "reopens": reopens,
        "reviews": _reviews(request, complaint),
        "person": _person(complaint),
        "matter": _matter(complaint),
        "enquiry": _enquiry(complaint),
        "acts": acts_at(request, complaint.office),
        "enquires": complaint.enquiry_officer_id == by.officer_id,
    }
    return render(request, "officer/complaints/complaint.html", shown)


def _reviews(request: HttpRequest, complaint: Complaint) -> bool:
    """Whether this officer's office stands above the station."""
    above = complaint.office_id != posting_of(request).office_id
    return above and "complaint.review" in acts_at(request, complaint.office)


def _review(review: ComplaintReview) -> Row:
    told = f"{review.get_decision_display()}: {review.said} ({moment(review.happened_at)})"
    title = f"{_('Word of a petitioner')} {review.number}, {named(review.office)}"
    where = reverse("book_entry", args=["complaint_review", review.pk])
    return Row(title, told, [Link(_("Show"), where, title)])


def _reply(reply: Reply) -> Row:
    title = f"{_('Reply to a petitioner')} {reply.number}"
    told = f"{reply.get_how_display()}, {moment(reply.happened_at)}"
    return Row(
        title, told, [Link(_("Show"), reverse("book_entry", args=["reply", reply.pk]), title)]
    )


def _person(complaint: Complaint) -> list[Row]:
    relative = complaint.relative_name and (
        f"{complaint.get_relation_display()}: {complaint.relative_name}"
    )
    rows = [
        Row(_("Name"), complaint.name),
        Row(_("Relative"), relative),
        Row(_("Sex"), complaint.get_sex_display()),
        Row(_("Age in years"), complaint.age),
        Row(_("Address"), complaint.address),
        Row(_("Mobile telephone"), complaint.mobile),
    ]
    return [row for row in rows if row.value]


def _matter(complaint: Complaint) -> list[Row]:
    rows = [
        Row(_("Received"), moment(complaint.received_at)),
        Row(_("How received"), complaint.get_intake_display()),
        Row(_("General Diary entry"), complaint.gd_entry.serial),
        Row(_("Against whom"), complaint.against),
        Row(_("Complaint"), complaint.text),
    ]
    return [row for row in rows if row.value]


def _enquiry(complaint: Complaint) -> list[Row]:
    rows = [
        Row(_("Enquiry officer"), complaint.enquiry_officer_name),
        Row(_("Enquiry report"), complaint.enquiry_report),
        Row(_("Reported"), moment(complaint.reported_at)),
        Row(_("Outcome"), complaint.outcome and complaint.get_outcome_display()),
        Row(_("Reason"), complaint.outcome_reason),
        Row(_("Disposed of"), moment(complaint.outcome_at)),
    ]
    return [row for row in rows if row.value]


@_ask
def assign(request: HttpRequest, complaint_id: UUID) -> HttpResponse:
    by, complaint = posting_of(request), complaint_at(request, complaint_id)
    access.require(by, "complaint.assign", complaint.office)
    posted = _enquirers(by, complaint)
    form = forms.Enquiry(
        request.POST or None, officers=[(key, ranked(one.officer)) for key, one in posted.items()]
    )
    return act_page(
        request,
        form=form,
        words=Words(
            title=_("Who enquires into complaint %(number)s?") % {"number": complaint.number},
            button=_("Name the enquiry officer"),
            told=_("The enquiry officer is named"),
        ),
        back=page_of(complaint),
        act=lambda told: actions.assign_enquiry(
            by=by, complaint=complaint, officer=posted[told["officer"]].officer
        ),
        then=page_of,
    )


def _enquirers(by: Posting, complaint: Complaint) -> dict[str, Posting]:
    posted = staff(by=by, office=complaint.office)
    here: list[Any] = [one for one in posted if one.role in _ENQUIRERS]
    return {str(one.officer_id): one for one in here if not one.away}


@_ask
def report(request: HttpRequest, complaint_id: UUID) -> HttpResponse:
    """The enquiry officer's own report."""
    by, complaint = posting_of(request), complaint_at(request, complaint_id)
    access.require(by, "complaint.receive", complaint.office)
    return act_page(
        request,
        form=forms.Report(request.POST or None, initial={"report": complaint.enquiry_report}),
        words=Words(
            title=_("Report on complaint %(number)s") % {"number": complaint.number},
            button=_("Enter the report"),
            told=_("The report is entered"),
        ),
        back=page_of(complaint),
        act=lambda told: actions.report_enquiry(by=by, complaint=complaint, report=told["report"]),
        then=page_of,
    )


@_ask
def dispose(request: HttpRequest, complaint_id: UUID) -> HttpResponse:
    by, complaint = posting_of(request), complaint_at(request, complaint_id)
    access.require(by, "complaint.dispose", complaint.office)
    return act_page(
        request,
        form=forms.Dispose(request.POST or None),
        words=Words(
            title=_("Outcome of complaint %(number)s") % {"number": complaint.number},
            button=_("Dispose of the complaint"),
            told=_("The complaint has its outcome"),
            intro=_("Every complaint ends in a reasoned outcome (Lalita Kumari, 2014)."),
        ),
        back=page_of(complaint),
        act=lambda told: actions.dispose_of_complaint(by=by, complaint=complaint, **told),
        then=page_of,
    )


@_ask
def reopen(request: HttpRequest, complaint_id: UUID) -> HttpResponse:
    """As the office above directed, on the petitioner's word."""
    by, complaint = posting_of(request), complaint_at(request, complaint_id)
    access.require(by, "complaint.dispose", complaint.office)
    return act_page(
        request,
        form=Form(request.POST if request.method == "POST" else None),
        words=Words(
            title=_("Take complaint %(number)s up again") % {"number": complaint.number},
            button=_("Take it up again"),
            told=_("The complaint is open again"),
            intro=_("The old outcome stays in the journal."),
        ),
        back=page_of(complaint),
        act=lambda _told: actions.reopen_complaint(by=by, complaint=complaint),
        then=page_of,
    )


def page_of(complaint: Complaint) -> str:
    return reverse("complaint_page", args=[complaint.pk])
