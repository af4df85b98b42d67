"""Who calls: a signed-in officer's session, under the posting they chose; never anybody else."""

from __future__ import annotations

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from ninja.security import APIKeyCookie
from ninja.throttling import BaseThrottle

from cctns.lib.clock import now
from cctns.offices.middleware import what_is_missing
from cctns.offices.models import Officer, Posting


class SessionPosting(APIKeyCookie):
    """Yields the Posting; nobody whose password, second factor or posting is missing passes."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Posting | None:
        officer = request.user
        if not isinstance(officer, Officer) or what_is_missing(request, officer):
            return None
        posting: Posting | None = getattr(request, "posting", None)
        return posting


def posting_of(request: HttpRequest) -> Posting:
    """The posting that `SessionPosting` let in."""
    posting: Posting = request.auth  # type: ignore[attr-defined]
    return posting


class Pace(BaseThrottle):
    """So many calls a minute for each posting; 429 for whoever asks oftener."""

    def __init__(self, calls: int) -> None:
        self.calls = calls

    def allow_request(self, request: HttpRequest) -> bool:
        minute = int(now().timestamp()) // 60
        key = f"api:{posting_of(request).pk}:{minute}"
        asked: int = cache.get(key, 0) + 1
        cache.set(key, asked, 120)
        return asked <= self.calls
