"""A change of records that are not this machine's to change now: a page says whose they are."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cctns.journal.halting import Halted, NotHome, sentence

Respond = Callable[[HttpRequest], HttpResponse]


class Elsewhere:
    """409 instead of an error page; nothing was written, and a draft stays a draft."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NotHome):
            told = {"home": error.home.removeprefix("cctns.in/")}
        elif isinstance(error, Halted):
            told = {"why": sentence(error.halted)}
        else:
            return None
        return render(request, "409.html", told, status=409)
