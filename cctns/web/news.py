"""How much is new in one's saved searches, beside the way to them: some seconds old at most."""

from __future__ import annotations

from django.core.cache import caches
from django.http import HttpRequest

from cctns.search import saved

from .postings import acts_of, posting_of

_SECONDS = 15


def saved_news(request: HttpRequest) -> int:
    """As the worker counted it last."""
    if "case.search" not in acts_of(request):
        return 0
    news: int | None = caches["memory"].get(_key(request))
    if news is None:
        news = saved.news(by=posting_of(request))
        caches["memory"].set(_key(request), news, _SECONDS)
    return news


def forget(request: HttpRequest) -> None:
    """Count anew: somebody has looked."""
    caches["memory"].delete(_key(request))


def with_count(text: str, count: int) -> str:
    return f"{text} ({count})" if count else text


def _key(request: HttpRequest) -> str:
    by = posting_of(request)
    return f"news:{by.officer_id}:{by.office_id}"
