"""Before Django and the database: whoever finds no place at the door is told so, and when to come.

A herd of thousands costs the door little more than one signature each.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from cctns.journal.checkpoints import node_key
from cctns.lib import signed

from .room import Full, room

_BEGINS = "/sync/v1/hello"  # whoever asks this has begun nothing yet, and is turned away first
_SIGNATURE = {"Signature-Input": "HTTP_SIGNATURE_INPUT", "Signature": "HTTP_SIGNATURE"}


def before(application: WSGIApplication) -> WSGIApplication:
    """The application, as far as there is a place."""

    def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        try:
            with room.place(begins=environ["PATH_INFO"] == _BEGINS):
                return application(environ, start)
        except Full as full:
            return _turned_away(environ, start, full)

    return answer


def _turned_away(environ: WSGIEnvironment, start: StartResponse, full: Full) -> Iterable[bytes]:
    body = json.dumps({"reason": full.sentence, **full.told}).encode()
    headers = {"Content-Type": "application/json", "Content-Length": str(len(body))}
    headers |= {"Retry-After": str(full.told["pause"]), **_signed(environ, body)}
    start("503 Service Unavailable", list(headers.items()))
    return [body]


def _signed(environ: WSGIEnvironment, body: bytes) -> dict[str, str]:
    """Nobody between can turn a caller away in our name; one that signs nothing may not care."""
    try:
        told = signed.stated({name: environ.get(key, "") for name, key in _SIGNATURE.items()})
    except signed.SignatureError:
        return {}
    return signed.sign_answer(node_key(), status=503, body=body, nonce=told.nonce)
