"""The worker asks saved searches again, and keeps how many new answers each of them has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from django.http import QueryDict

from cctns.cases.queries.anyone import Answer, ask
from cctns.lib.clock import IST, now
from cctns.offices import access
from cctns.offices.login.postings import open_postings
from cctns.offices.models import Posting
from cctns.search import saved as store
from cctns.search.codes import Scope
from cctns.search.looking import ACT, PurposeWanted
from cctns.search.tables import SavedSearch

from .asking import BoxForm

EVERY = timedelta(minutes=10)


def look_for_news() -> int:
    """How many searches were asked: those whose turn it is, the longest unasked first."""
    due = store.due(before=now() - EVERY)
    for kept in due:
        begun = now()
        store.keep_news(kept=kept, news=_news(kept), at=begun)
    return len(due)


def _news(kept: SavedSearch) -> int:
    """None for who is away or may not ask this any more: nothing is refused behind their back."""
    found = [one for one in open_postings(kept.officer) if one.office_id == kept.office_id]
    form = BoxForm(QueryDict(kept.query))
    if not found or not form.is_valid():
        return 0
    act = ACT if form.look.scope == Scope.NATION else "case.search"
    if act not in access.acts_open_to(found[0], found[0].office):
        return 0
    answer = new_in(form, by=found[0], since=kept.seen_at, counting=True)
    return answer.count if answer else 0


def new_in(form: BoxForm, *, by: Posting, since: datetime, counting: bool = False) -> Answer | None:
    """What the search finds that was told since; None when it cannot be asked so.

    Of persons what was told since, not the best of all that was ever told. Who only counts shows
    nobody anything, and nothing is kept as shown.
    """
    if not form.is_valid():
        return None
    asked = form.question()
    day = max(since.astimezone(IST).date(), asked.only.since or date.min)
    look = replace(asked.look, counting=counting)
    try:
        question = replace(asked, look=look, only=replace(asked.only, since=day))
        return ask(by=by, question=question).since(since)
    except PurposeWanted:
        return None
