"""Which posting an officer works under, and whether they may sign in at all."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from cctns.lib.wording import noop as _

from .. import access, rules
from ..models import Leave, Officer, Posting, RefusedAct

CHOSEN = "posting"
NO_POSTING = _("You have no current posting; your office's administrator can tell you more")
DEMO_CLOSED = _("Demo logins work in the demo only")


def open_postings(officer: Officer) -> list[Posting]:
    """The officer's postings that count today; none while on leave or suspended."""
    away = Leave.objects.covering(access.today()).values("officer")
    current = Posting.objects.current(access.today()).filter(officer=officer)
    found = current.exclude(officer__in=away).order_by("from_date", "id")
    return list(found.select_related("officer", "office__state", "office__district"))


def chosen(request: HttpRequest, postings: list[Posting]) -> Posting | None:
    """The posting this session chose, or the only one; None when the officer must choose."""
    if len(postings) == 1:
        return postings[0]
    wanted = request.session.get(CHOSEN)
    return next((one for one in postings if str(one.pk) == wanted), None)


def choose(request: HttpRequest, officer: Officer, posting_id: UUID) -> Posting:
    """Work under this posting from now on. Posting.DoesNotExist unless it is one's own, today."""
    for posting in open_postings(officer):
        if posting.pk == posting_id:
            request.session[CHOSEN] = str(posting.pk)
            return posting
    raise Posting.DoesNotExist


def why_shut_out(officer: Officer) -> str:
    """Why this officer may not be signed in today; empty when they may."""
    if officer.is_demo and not settings.DEMO:
        return DEMO_CLOSED
    if Leave.objects.covering(access.today()).filter(officer=officer).exists():
        return rules.ON_LEAVE
    return "" if open_postings(officer) else NO_POSTING


def keep_refusal(officer: Officer, reason: str, *, action: str = "sign_in") -> None:
    RefusedAct.objects.create(officer=officer, action=action, reason=reason)
