"""What an officer left in a form: kept as he types, given back when he comes again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, QueryDict

from cctns.registers import actions

from ...postings import posting_of

_OURS = ("do", "more", "csrfmiddlewaretoken")


def keep(request: HttpRequest) -> None:
    """The answers as they were sent, complete or not."""
    answers = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in _OURS
        for value in values
        if "\x00" not in value
    ]
    actions.keep_form(by=posting_of(request), form=_address(request), answers=answers)


def drop(request: HttpRequest) -> None:
    actions.drop_form(by=posting_of(request), form=_address(request))


def given_back(request: HttpRequest) -> tuple[Any, datetime | None]:
    """The answers kept of this form, and since when; neither when there are none."""
    found = actions.kept_form(by=posting_of(request), form=_address(request))
    if found is None:
        return None, None
    answers = QueryDict(mutable=True)
    for name, value in found.answers:
        answers.appendlist(name, value)
    return answers, found.saved_at


def _address(request: HttpRequest) -> str:
    """A form about another record is another form."""
    about = request.GET.get("to", "")[:40]
    return f"{request.path}?to={about}" if about else request.path
