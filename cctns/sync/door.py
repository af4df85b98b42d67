"""Who knocks: a request is answered only when an enrolled node has signed it, lately and once."""

from __future__ import annotations

import hmac
import random
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

import structlog
from django.db import Error
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from cctns.journal.checkpoints import node_key
from cctns.lib import signed
from cctns.lib.clock import now

from . import nonces, succession, wire
from .heard import SKEW
from .models import Peer
from .refused import Refused, unable
from .room import room

log = structlog.get_logger(__name__)
_REMEMBERED = 2 * SKEW
_WHO = """
SELECT peer.*, key.key AS signs_with FROM sync_peer peer
JOIN journal_nodekey key ON key.node = peer.name AND key.until IS NULL
WHERE peer.name = %s AND peer.revoked_at IS NULL ORDER BY key.id LIMIT 1
"""

View = Callable[..., HttpResponse]


def signed_by_node(view: View) -> View:
    """The view gets (request, peer, ...); refusals become JSON with a status and a sentence."""

    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, **parts: Any) -> HttpResponse:
        try:
            response = view(request, _peer(request), **parts)
        except Refused as refusal:
            response = _refusal(refusal)
        except (
            Error,
            OSError,
        ) as error:  # said and signed, so that the caller waits and comes back
            log.exception("sync.unable")
            response = _refusal(unable(error))
        return _signed(request, response)

    return answered


def _signed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Answers are signed as requests are: nobody between can speak for this node."""
    try:
        nonce = signed.stated(request.headers).nonce
    except signed.SignatureError:
        return response
    made = signed.sign_answer(
        node_key(), status=response.status_code, body=response.content, nonce=nonce
    )
    for name, value in {**made, **succession.header()}.items():
        response[name] = value
    return response


def _refusal(refusal: Refused) -> HttpResponse:
    log.warning("sync.refused", status=refusal.status, why=refusal.sentence)
    told = {"reason": refusal.sentence, **refusal.told}
    response = JsonResponse(told, status=refusal.status)
    if refusal.status in (429, 503):
        response["Retry-After"] = str(refusal.told.get("pause", 1 + random.randrange(5)))  # noqa: S311
    return response


def _peer(request: HttpRequest) -> Peer:
    """The neighbour that signed this request. Raises Refused."""
    try:
        said = signed.stated(request.headers)
        if succession.HEADER in request.headers:
            succession.accept(said.keyid, request.headers[succession.HEADER])
        peer = next(iter(Peer.objects.raw(_WHO, [said.keyid])), None)
        if peer is None:
            raise Refused(403, f"{said.keyid} is not enrolled here, or was revoked")
        digest = request.headers.get("Content-Digest", "")
        query = request.META.get("QUERY_STRING", "")
        signed.verify(
            said,
            bytes(vars(peer)["signs_with"]),  # of _WHO
            method=request.method or "",
            path=request.path,
            query=query,
            digest=digest,
        )
    except signed.SignatureError as error:
        raise Refused(401, str(error)) from None
    moment = int(now().timestamp())
    if abs(said.created - moment) > SKEW:
        raise Refused(401, _differ(said.created, moment), time=moment)
    if not nonces.is_new(f"{said.keyid}:{said.nonce}", seconds=_REMEMBERED):
        raise Refused(409, "this very request came before", replayed=True)
    return peer


def _differ(theirs: int, ours: int) -> str:
    told = (f"{datetime.fromtimestamp(one, UTC):%Y-%m-%d %H:%M:%S} UTC" for one in (theirs, ours))
    return (
        "your request is dated {} and my clock says {}: date your requests by mine, and have the "
        "clock that is wrong set right"
    ).format(*told)


def body(request: HttpRequest, *, most: int = wire.LARGEST) -> bytes:
    """The whole body, which is what was signed. Raises Refused."""
    length = request.headers.get("Content-Length", "0")
    if not length.isdecimal() or int(length) > most:
        raise Refused(413, f"at most {most} bytes are taken at once")
    with room.away():
        data: bytes = request.read(int(length))
    told = request.headers.get("Content-Digest", "")
    if not hmac.compare_digest(signed.content_digest(data), told):
        raise Refused(422, "the content is not what was signed: damaged on its way, or cut short")
    return data
