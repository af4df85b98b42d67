"""Between session and page: time-outs, the posting one works under, and what is still missing.

Order in settings: SessionLimits, PostingMiddleware, LoginRequiredMiddleware, Gate, all after
allauth's AccountMiddleware.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.defaults import permission_denied

from . import access
from .login import postings, second_factor, sessions
from .models import Officer

Respond = Callable[[HttpRequest], HttpResponse]

# Pages open to a signed-in officer whose password, second factor or posting is still missing.
_ENTRANCE = ("account_", "mfa_", "usersessions_", "choose_posting", "set_language")
_FACTOR_SEEN = "second_factor"


class SessionLimits:
    """Idle and absolute time-out; nothing of a signed-in page stays in the browser's cache."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            sessions.end_if_too_old(request)
        signed_in = request.user.is_authenticated
        response = self.get_response(request)
        if signed_in or request.user.is_authenticated:
            add_never_cache_headers(response)
        return response


class PostingMiddleware:
    """Sets `request.posting`; signs out whoever went on leave or lost the last posting."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.posting = None  # type: ignore[attr-defined]
        if isinstance(request.user, Officer):
            self._work(request, request.user)
        return self.get_response(request)

    def _work(self, request: HttpRequest, officer: Officer) -> None:
        found = postings.open_postings(officer)
        if found:
            request.posting = postings.chosen(request, found)  # type: ignore[attr-defined]
            return
        reason = postings.why_shut_out(officer)
        postings.keep_refusal(officer, reason, action="session.go_on")
        logout(request)
        messages.error(request, _(reason))

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A refusal is a 403 with its reason, and is kept wherever it was raised."""
        if not isinstance(error, access.Refused):
            return None
        if not error.kept:
            access.remember(error)
        return permission_denied(request, error)


class Gate:
    """Leads a signed-in officer first to what is missing: own password, second factor, posting."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_arguments: Any
    ) -> HttpResponse | None:
        name = request.resolver_match.url_name if request.resolver_match else ""
        public = not getattr(view, "login_required", True)
        if not isinstance(request.user, Officer) or public:
            return None
        if (name or "").startswith(_ENTRANCE):
            return None
        missing = what_is_missing(request, request.user)
        return redirect(missing) if missing else None


def what_is_missing(request: HttpRequest, officer: Officer) -> str:
    """The page that a signed-in officer must see first; empty when nothing is missing."""
    if officer.must_change_password:
        return "account_change_password"
    if second_factor.is_demanded(officer) and not _has_factor(request, officer):
        return "mfa_activate_totp"
    chosen = getattr(request, "posting", None)
    return "" if chosen else "choose_posting"


def _has_factor(request: HttpRequest, officer: Officer) -> bool:
    if not request.session.get(_FACTOR_SEEN):
        request.session[_FACTOR_SEEN] = second_factor.factors(officer) > 0
    return bool(request.session[_FACTOR_SEEN])
