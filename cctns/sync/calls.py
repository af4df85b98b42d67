"""What other nodes may ask: thin, one function of this app behind each call."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse

from cctns.journal.models import JournalHead
from cctns.lib.clock import now

from . import begin, directory, gather, greeting, letters, log_of_logs, receive, uploads, wire
from .door import body, signed_by_node
from .models import Peer
from .post import letter_of, told_of
from .refused import Refused
from .room import room


def _json(request: HttpRequest) -> dict[str, Any]:
    try:
        told = json.loads(body(request))
    except ValueError:
        raise Refused(422, "this is not JSON") from None
    if not isinstance(told, dict):
        raise Refused(422, "an object is expected")
    return told


@signed_by_node
def hello(request: HttpRequest, peer: Peer) -> HttpResponse:
    """POST: who I am, how far my journals are. Answer: how far you are held, how fast to send."""
    return JsonResponse(greeting.answer(peer, _json(request)))


@signed_by_node
def entries(request: HttpRequest, peer: Peer, office: UUID, epoch: int) -> HttpResponse:
    """PUT a batch, or GET the next one: `from` is the number of its first entry."""
    if request.method == "PUT":
        return _take(request, peer, office, epoch)
    first = request.GET.get("from", "0")
    head = JournalHead.objects.filter(office=office, epoch=epoch).first()
    if head is None or not first.isdecimal():
        raise Refused(404, "no such journal is held here")
    begin.must_ask(peer, head)
    batch = gather.stretch(head, int(first), 500, to=peer)
    if batch is None:
        return HttpResponse(status=204)
    return HttpResponse(wire.pack(batch), content_type="application/octet-stream")


def _take(request: HttpRequest, peer: Peer, office: UUID, epoch: int) -> HttpResponse:
    digest = request.GET.get("upload", "")
    data = body(request)
    if digest:
        data = uploads.whole(peer, digest)
    taken = receive.take(data, source=peer, expected=(office, epoch))
    if digest:
        uploads.forget(peer, digest)
    return JsonResponse(
        {"size": taken.size, "root": taken.root.hex(), "cosignature": taken.cosignature}
    )


@signed_by_node
def upload(request: HttpRequest, peer: Peer, digest: str) -> HttpResponse:
    """HEAD: how many bytes are here. PATCH with Upload-Offset: a piece more, kept as it comes."""
    if request.method == "PATCH":
        offset = request.headers.get("Upload-Offset", "")
        with room.away():
            uploads.append(peer, digest, offset, request)
    response = HttpResponse(status=204)
    response["Upload-Offset"] = str(uploads.held(peer, digest))
    return response


@signed_by_node
def letters_(request: HttpRequest, peer: Peer) -> HttpResponse:
    """POST letters and what was taken of ours; the answer brings those that wait for the caller."""
    told = _json(request)
    letters.taken(peer, [UUID(one) for one in told.get("taken", [])])
    came = [letter_of(one) for one in told.get("letters", [])]
    for one in came:
        letters.receive(one, source=peer)
    waiting = letters.waiting(peer)
    return JsonResponse(
        {"taken": [str(one.pk) for one in came], "letters": [told_of(one) for one in waiting]}
    )


@signed_by_node
def directory_(request: HttpRequest, peer: Peer) -> HttpResponse:
    """PUT the offices and officers below the caller, or GET those it works with."""
    if request.method == "PUT":
        directory.take(_json(request), source=peer)
        return HttpResponse(status=204)
    return JsonResponse(directory.for_peer(peer))


@signed_by_node
def journals(request: HttpRequest, peer: Peer) -> HttpResponse:
    """GET: the journals that the caller may fetch, to begin with them or to find them again."""
    held = JournalHead.objects.filter(home_node=peer.name).order_by("office_id", "epoch")
    return JsonResponse(
        {
            "journals": [[str(one.office_id), one.epoch, one.size, one.closed] for one in held],
            "time": now().isoformat(),
        }
    )


@signed_by_node
def log(request: HttpRequest, peer: Peer) -> HttpResponse:
    """GET: this node's log of the checkpoints it has seen, from `from` on."""
    first = request.GET.get("from", "0")
    return JsonResponse(log_of_logs.since(int(first) if first.isdecimal() else 0))
