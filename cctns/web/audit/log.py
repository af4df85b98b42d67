"""`/checkpoints`: the public log of what offices have signed; no sign-in, and nothing of a record.

Whoever keeps a note from here can show later that a journal was cut or rewritten.
"""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cctns.sync import log_of_logs
from cctns.web.templatetags.cctns import moment

from ..paging import with_query
from . import limits

_A_MINUTE = 30
_PAGE, _LINES = 50, 500
_DIGITS = 18  # of a bigint, without asking the database for what it cannot hold


@login_not_required
@never_cache
@require_safe
def checkpoints(request: HttpRequest) -> HttpResponse:
    """The signed note, and the checkpoints below it, newest first."""
    if limits.spent(request, page="checkpoints", a_minute=_A_MINUTE):
        return render(request, "audit/checkpoints.html", {"refused": True}, status=429)
    told = log_of_logs.newest(_PAGE, before=_number(request.GET.get("before", "")))
    more = told.leaves[-1].seq if told.leaves else 0
    shown = {
        "note": told.note,
        "heads": [_("Number"), _("Journal"), _("Entries"), _("Root"), _("Seen")],
        "rows": [
            (str(one.seq), one.origin, one.size, bytes(one.root).hex(), moment(one.at))
            for one in told.leaves
        ],
        "later": with_query(request, before=more) if more else "",
        "first": with_query(request, before=None) if "before" in request.GET else "",
    }
    return render(request, "audit/checkpoints.html", shown)


@login_not_required
@never_cache
@require_safe
def checkpoints_text(request: HttpRequest) -> HttpResponse:
    """The note, an empty line, then `seq origin size root time` a line from ?from=N on."""
    if limits.spent(request, page="checkpoints", a_minute=_A_MINUTE):
        return HttpResponse("429 too many questions: wait a minute\n", "text/plain", 429)
    told = log_of_logs.since(_number(request.GET.get("from", "")) or 0, _LINES)
    lines = [" ".join(map(str, leaf)) for leaf in told["leaves"]]
    text = told["note"] + "\n" + "".join(f"{line}\n" for line in lines)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _number(text: str) -> int | None:
    """None for what is no number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None
