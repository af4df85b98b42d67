"""`/api/v1/`: routers, errors as sentences, and the OpenAPI description that partners read."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from ninja import NinjaAPI
from ninja.errors import ValidationError

from cctns.offices.access import Refused, remember

from . import alerts, find, firs, sections
from .auth import Pace, SessionPosting

PACE = Pace(calls=300)
api = NinjaAPI(
    title="CCTNS",
    version="1",
    urls_namespace="api",
    auth=SessionPosting(),
    throttle=PACE,
    docs_url=None,
    description="Police records of a node, to whoever is signed in and posted, within their reach.",
)
api.add_router("", sections.router)
api.add_router("", firs.router)
api.add_router("", find.router)
api.add_router("", alerts.router)


@api.exception_handler(Refused)
def refused(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """403 with the reason; a refusal is kept here as it is on pages."""
    if not refusal.kept:
        remember(refusal)
    answer: HttpResponse = api.create_response(request, {"detail": refusal.reason}, status=403)
    return answer


@api.exception_handler(ValidationError)
def not_understood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """422 in the form of every other error: the first thing that is wrong, and where."""
    first = error.errors[0]
    told = {"detail": first["msg"], "field": str(first["loc"][-1])}
    answer: HttpResponse = api.create_response(request, told, status=422)
    return answer


def _urls() -> list[Any]:
    """The API answers 401 itself: nobody is led from it to the page of signing in."""
    patterns, app, namespace = api.urls  # made anew whenever it is asked for
    for pattern in patterns:
        if pattern.callback is not None:
            pattern.callback.login_required = False  # type: ignore[attr-defined]
    return [path("", (patterns, app, namespace))]


urlpatterns = _urls()
