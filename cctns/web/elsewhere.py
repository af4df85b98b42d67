"""A change that this machine cannot make now: a page says why, and what to do."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from cctns.journal.halting import Halted, NotHome, sentence
from cctns.lib.full import is_full

log = structlog.get_logger(__name__)

Respond = Callable[[HttpRequest], HttpResponse]


class Elsewhere:
    """409 or 503 instead of an error page; nothing was written, and a draft stays a draft."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NotHome):
            told = {"home": error.home.removeprefix("cctns.in/")}
        elif isinstance(error, Halted):
            told = {"why": sentence(error.halted)}
        elif is_full(error):
            log.error("web.disk_full", path=request.path)
            return HttpResponse(render_to_string("503.html"), status=503)
        else:
            return None
        return render(request, "409.html", told, status=409)
