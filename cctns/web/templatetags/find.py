"""`{% load find %}`: the ways to find something, over each of their pages."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from ..news import saved_news, with_count
from ..postings import acts_of

register = template.Library()

# Words, page, and the act that opens it.
WAYS = (
    (_("One box"), "find_anyone", "case.search"),
    (_("FIRs"), "find", "case.search"),
    (_("Things"), "find_things", "case.search"),
    (_("Nearby"), "find_near", "case.search"),
    (_("Saved"), "find_saved", "case.search"),
    (_("Lists of names"), "find_lists", "person.search"),
    (_("Who looked"), "find_looked", "lookup.view"),
    (_("Review"), "find_review", "lookup.review"),
)


@register.inclusion_tag("officer/find/tabs.html", takes_context=True)
def find_ways(context: dict[str, Any]) -> dict[str, Any]:
    request = context["request"]
    here, may = request.resolver_match.url_name, acts_of(request)
    counts = {"find_saved": saved_news(request)}
    ways = [
        (with_count(str(text), counts.get(name, 0)), name) for text, name, act in WAYS if act in may
    ]
    return {"ways": [(text, name, name == here) for text, name in ways]}
