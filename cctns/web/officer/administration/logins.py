"""What an administrator does about a lost or misused login."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cctns.offices import access, actions
from cctns.offices.naming import named

from ...act import Words, act_page
from ...forms import Form
from ...postings import posting_of
from .staff import posting_at, staff_url

_ask = require_http_methods(["GET", "POST"])


@_ask
def login_reset(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """Show a password for one sign-in, once: it is stored nowhere and not shown again."""
    posting = posting_at(request, posting_id)
    access.require(posting_of(request), "posting.administer", posting.office)
    form = Form({} if request.method == "POST" else None)
    password = None
    if request.method == "POST" and form.is_valid():
        password = form.attempt(
            lambda: actions.reset_login(by=posting_of(request), posting=posting)
        )
    shown = {"one": posting, "form": form, "password": password, "back": staff_url(posting)}
    status = 400 if form.errors else 200
    return render(request, "officer/administration/reset.html", shown, status=status)


@_ask
def login_close(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    posting = posting_at(request, posting_id)
    access.require(posting_of(request), "posting.administer", posting.office)
    return act_page(
        request,
        form=Form({} if request.method == "POST" else None),
        words=Words(
            title=_("Close the account of %(name)s") % {"name": named(posting.officer)},
            button=_("Close the account"),
            told=_("The account is closed"),
            intro=_("For good: retired, dismissed or dead. What was written stays."),
            kind="warning",
        ),
        back=staff_url(posting),
        act=lambda _told: actions.close_account(by=posting_of(request), posting=posting),
        then=staff_url(posting),
    )


@_ask
def login_many(request: HttpRequest, posting_id: UUID) -> HttpResponse:
    """Allow a control room several terminals at once, or stop it."""
    posting = posting_at(request, posting_id)
    access.require(posting_of(request), "posting.administer", posting.office)
    allowed = not posting.officer.many_sessions
    return act_page(
        request,
        form=Form({} if request.method == "POST" else None),
        words=Words(
            title=_("Several terminals at once") if allowed else _("One terminal only"),
            button=_("Allow") if allowed else _("Stop"),
            told=_("Saved"),
            intro=_("Else a second sign-in ends the first."),
        ),
        back=staff_url(posting),
        act=lambda _told: actions.allow_many_sessions(
            by=posting_of(request), posting=posting, allowed=allowed
        ),
        then=staff_url(posting),
    )
