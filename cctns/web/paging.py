"""Lists that go from row to row: the link to the page that follows, made from this page's own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest


def as_uuid(text: str) -> UUID | None:
    """The id in a link; None for none and for what is no id."""
    try:
        return UUID(text)
    except ValueError:
        return None


def with_query(request: HttpRequest, **changed: Any) -> str:
    """This page's address with some of its query changed; None takes a part away."""
    query = request.GET.copy()
    for name, value in changed.items():
        query.pop(name, None)
        if value is not None:
            query[name] = str(value)
    return f"{request.path}?{query.urlencode()}" if query else request.path
