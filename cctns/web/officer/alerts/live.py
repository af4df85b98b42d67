"""The inbox while it is looked at: told of changes by server-sent events, else asked every 15 s.

A stream holds a thread of the web process, so that few run at once: whoever finds none free asks
instead. Neither keeps a session alive (settings.SESSION_QUIET_PATHS).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cctns.alerts import queries
from cctns.offices import access
from cctns.offices.models import Posting

from ...postings import posting_of
from .pages import lines

AT_ONCE = 2  # streams of one process, which has six threads
LONGEST = 300.0  # seconds of one stream; the browser comes again by itself
EVERY = 0.5
QUIET = 15.0  # a line without meaning, so that proxies keep the connection
free = threading.BoundedSemaphore(AT_ONCE)


@require_safe
def latest(request: HttpRequest) -> HttpResponse:
    """The list of the inbox alone."""
    return render(request, "officer/alerts/lines.html", lines(request))


@require_safe
def live(request: HttpRequest) -> HttpResponseBase:
    """Events whenever the inbox changes; 503 when too many are told already."""
    by = posting_of(request)
    access.require(by, "alert.view", by.office)
    if not free.acquire(blocking=False):
        return HttpResponse(status=503, headers={"Retry-After": "15"})
    answer = StreamingHttpResponse(Stream(by), content_type="text/event-stream")
    answer["X-Accel-Buffering"] = "no"
    answer["Content-Encoding"] = "identity"  # a compressed stream would be held back
    return answer


class Stream:
    """Gives its place back when it ends, however it ends."""

    def __init__(self, by: Posting) -> None:
        self.by, self.open = by, True
        self.events = events(by)

    def __iter__(self) -> Iterator[bytes]:
        return self.events

    def close(self) -> None:
        """Called by the server also when nothing was read."""
        if self.open:
            self.open = False
            self.events.close()  # type: ignore[attr-defined]
            free.release()


def events(by: Posting, *, longest: float = LONGEST) -> Iterator[bytes]:
    """Bytes of the stream: an event with what stands now, then one a change."""
    begun = told_at = time.monotonic()
    told = ""
    while (moment := time.monotonic()) - begun < longest:
        now = _state(by)
        if now is None:
            return
        if now != told:
            told, told_at = now, moment
            yield f"event: inbox\ndata: {now}\n\n".encode()
        elif moment - told_at >= QUIET:
            told_at = moment
            yield b": still here\n\n"
        time.sleep(EVERY)


def _state(by: Posting) -> str | None:
    """None once the posting has ended; between two looks the connection serves others."""
    try:
        return queries.latest(by=by)
    except access.Refused:
        return None
    finally:
        if not connection.in_atomic_block:
            connection.close()
