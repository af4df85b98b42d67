"""Searches that an officer keeps, and what is new in them since the last look."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet, Sum

from cctns.lib.clock import now
from cctns.lib.text import clean_line
from cctns.lib.wording import noop as _
from cctns.offices import access, rules
from cctns.offices.models import Posting

from .tables import SavedSearch

MOST = 50
AT_ONCE = 500  # searches that the worker asks in one turn


@access.action
def save_search(*, by: Posting, title: str, query: str) -> SavedSearch:
    """Keep the query of a search page under a name. Raises Refused, NotPossible."""
    access.require(by, "case.search", by.office)
    rules.must(bool(clean_line(title)), "title", _("Give the search a name"))
    rules.must(len(query) <= 2000, "title", _("This search is too long to be kept"))
    rules.must(
        _mine(by).count() < MOST, "title", _("You keep fifty searches: throw one away first")
    )
    return SavedSearch.objects.create(
        state=by.office.state_id,
        office_id=by.office_id,
        officer_id=by.officer_id,
        title=clean_line(title)[:100],
        query=query,
        seen_at=now(),
    )


@access.query
def saved_searches(*, by: Posting) -> list[SavedSearch]:
    """One's own at this office, newest first. Raises Refused."""
    access.require(by, "case.search", by.office)
    return list(_mine(by).order_by("-id")[:MOST])


@access.query
def saved_search(*, by: Posting, saved_id: UUID) -> SavedSearch:
    """SavedSearch.DoesNotExist for somebody else's."""
    return _mine(by).get(pk=saved_id)


@access.action
def seen(*, by: Posting, saved_id: UUID, at: datetime) -> None:
    """What is new is reckoned from here on."""
    _mine(by).filter(pk=saved_id).update(seen_at=at, news=0)


@access.action
def throw_away(*, by: Posting, saved_id: UUID) -> None:
    _mine(by).filter(pk=saved_id).delete()


@access.query
def news(*, by: Posting) -> int:
    """How many new answers one's own searches have, as the worker counted them last."""
    return _mine(by).aggregate(all=Sum("news"))["all"] or 0


def due(*, before: datetime) -> list[SavedSearch]:
    """Whose turn it is for the worker: not asked since that moment, the longest unasked first."""
    turn = Q(asked_at=None) | Q(asked_at__lt=before)
    found = SavedSearch.objects.filter(turn).select_related("officer")
    return list(found.order_by(F("asked_at").asc(nulls_first=True))[:AT_ONCE])


def keep_news(*, kept: SavedSearch, news: int, at: datetime) -> None:
    """Of a search at which somebody has looked meanwhile, nothing is new."""
    SavedSearch.objects.filter(pk=kept.pk).update(asked_at=at)
    SavedSearch.objects.filter(pk=kept.pk, seen_at=kept.seen_at).update(news=news)


def _mine(by: Posting) -> QuerySet[SavedSearch]:
    return SavedSearch.objects.filter(officer_id=by.officer_id, office_id=by.office_id)
