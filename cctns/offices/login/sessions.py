"""Sessions: one live session an officer unless allowed, idle and absolute time-out."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest

from cctns.lib.clock import now
from cctns.lib.wording import noop as _

from ..models import Officer, RefusedAct

STARTED, SEEN = "session_started", "session_seen"
SECOND_TERMINAL = _("Signed in at a second terminal; the first session was ended")
_NOTED_EVERY = 60  # seconds between two writes of the time last seen


def begin(request: HttpRequest) -> None:
    """Start counting at sign-in."""
    moment = int(now().timestamp())
    request.session[STARTED] = request.session[SEEN] = moment


def began_just_now(request: HttpRequest) -> bool:
    """Signed in within allauth's time for typing the password again."""
    age = int(now().timestamp()) - request.session.get(STARTED, 0)
    return bool(age < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT)


def end_if_too_old(request: HttpRequest) -> None:
    """Sign out a session that lay idle or lasts too long; else note now and then that it lives."""
    if STARTED not in request.session:  # signed in past allauth: count from now
        begin(request)
    moment = int(now().timestamp())
    started, seen = request.session[STARTED], request.session[SEEN]
    idle = moment - seen > settings.SESSION_IDLE_SECONDS
    if idle or moment - started > settings.SESSION_LONGEST_SECONDS:
        logout(request)
    elif moment - seen >= _NOTED_EVERY and request.path not in settings.SESSION_QUIET_PATHS:
        request.session[SEEN] = moment
        mine = UserSession.objects.filter(session_key=request.session.session_key)
        mine.update(last_seen_at=now())


def end_others(request: HttpRequest, officer: Officer) -> int:
    """End the officer's sessions elsewhere and keep that there were some; returns how many."""
    if officer.many_sessions:
        return 0
    others = UserSession.objects.filter(user=officer).exclude(
        session_key=request.session.session_key
    )
    ended = _end(list(others))
    if ended:
        RefusedAct.objects.create(officer=officer, action="session.second", reason=SECOND_TERMINAL)
    return ended


def end_all(officer: Officer) -> int:
    """End every session of an officer; returns how many."""
    return _end(list(UserSession.objects.filter(user=officer)))


def _end(sessions: list[UserSession]) -> int:
    alive = 0
    for session in sessions:
        alive += session.exists()
        session.end()
    return alive
