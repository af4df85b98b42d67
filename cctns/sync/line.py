"""The line to the node above: signed requests over one kept connection, at the pace it bears."""

from __future__ import annotations

import http.client
import json
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from cctns.journal.checkpoints import node_key
from cctns.journal.models import NodeKey
from cctns.lib import signed

from . import realm, succession
from .models import Peer

TIMEOUT = 60  # seconds without a byte
_SLOWEST = 256.0  # bytes a second; less is no line
LARGEST_ANSWER = 64 * 2**20


class Cut(Exception):
    """No answer: nobody knows whether what was sent arrived. Ask again how far the other is.

    `pause` seconds are waited at the least before that: what the other side asked for, when it did.
    """

    pause = 0.0


class Busy(Cut):
    """The other side has too much to do, or its database does not answer: it took nothing."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"{answer.status}: {answer.told.get('reason', 'no reason given')}")
        self.pause = answer.retry_after


class Stale(Cut):
    """The kept connection had been closed meanwhile."""


@dataclass(frozen=True)
class Answer:
    """Status and body; `told` is the body as JSON when it is that."""

    status: int
    body: bytes
    retry_after: float = 0.0
    offset: int = 0  # of an upload

    @property
    def told(self) -> dict[str, Any]:
        try:
            made = json.loads(self.body)
        except ValueError:
            return {}
        return made if isinstance(made, dict) else {}


def _number(headers: http.client.HTTPMessage, name: str) -> int:
    told = headers.get(name, "0")
    return int(told) if told.isdecimal() else 0


class Line:
    """Calls to one neighbour. Not for several threads at once."""

    def __init__(self, peer: Peer, *, timeout: float = TIMEOUT) -> None:
        self.peer = peer
        self._timeout = timeout
        self._connection: http.client.HTTPConnection | None = None
        self._skew = 0.0  # seconds that the other's clock is ahead of ours, by its own word
        self.bytes_per_second = peer.rate
        self.measured = False  # whether that was measured since it was connected

    def call(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        *,
        query: Mapping[str, str | int] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """One signed request. Raises Cut when no whole answer came, or the other side is Busy."""
        asked, extra = urlencode(query or {}), headers or {}
        try:
            answer = self._once(method, path, body, asked, extra)
        except Stale:  # the other side had closed what lay idle: every call may be made twice
            answer = self._once(method, path, body, asked, extra)
        if answer.status == 401 and "time" in answer.told:
            # Our clock or theirs is wrong: requests are dated by theirs, records never are.
            self._skew = float(answer.told["time"]) - time.time()
            answer = self._once(method, path, body, asked, extra)
        return answer

    def _once(
        self,
        method: str,
        path: str,
        body: bytes,
        asked: str,
        extra: Mapping[str, str],
    ) -> Answer:
        nonce = secrets.token_urlsafe(18)
        headers = signed.sign(
            node_key(),
            keyid=realm.me(),
            method=method,
            path=path,
            query=asked,
            body=body,
            created=int(time.time() + self._skew),
            nonce=nonce,
        )
        begun, idle = time.monotonic(), self._connection is not None
        try:
            connection = self._open()
            url = f"{path}?{asked}" if asked else path
            connection.request(method, url, body, {**headers, **succession.header(), **extra})
            response = connection.getresponse()
            told = response.read(LARGEST_ANSWER)
        except (OSError, http.client.HTTPException) as error:
            self.close()
            if idle and isinstance(error, ConnectionError):
                raise Stale(str(error)) from error
            self._slow_down(len(body), time.monotonic() - begun)
            raise Cut(f"{type(error).__name__}: {error}") from error
        self._measure(len(body) + len(told), time.monotonic() - begun)
        self._must_be_theirs(response, told, nonce)
        answer = Answer(
            response.status,
            told,
            float(_number(response.headers, "Retry-After")),
            _number(response.headers, "Upload-Offset"),
        )
        if answer.status in (429, 503):
            self.close()  # an open line is a place at the door, which others wait for
            raise Busy(answer)
        return answer

    def _must_be_theirs(self, response: http.client.HTTPResponse, body: bytes, nonce: str) -> None:
        """Raises Cut for an answer that the neighbour did not sign: it is nobody's."""
        succession.accept(self.peer.pk, response.headers.get(succession.HEADER, ""))
        key = NodeKey.objects.filter(node=self.peer.pk, until=None).first()
        try:
            signed.verify_answer(
                dict(response.headers),
                bytes(key.key) if key else bytes(32),
                status=response.status,
                body=body,
                nonce=nonce,
            )
        except signed.SignatureError as error:
            raise Cut(f"{response.status}: {error}") from None

    def _open(self) -> http.client.HTTPConnection:
        if self._connection is None:
            parts = urlsplit(self.peer.url)
            kind = http.client.HTTPSConnection if parts.scheme == "https" else None
            made = kind or http.client.HTTPConnection
            self.measured = False
            self._connection = made(parts.hostname or "", parts.port, timeout=self._timeout)
        return self._connection

    def _measure(self, amount: int, seconds: float) -> None:
        """A moving mean over what was large enough to tell; a line that got bad is believed."""
        if amount < 4096 or seconds <= 0:
            return
        rate = amount / seconds
        old = self.bytes_per_second
        self.measured = True
        worse = old == 0 or rate < old / 2
        self.bytes_per_second = rate if worse else 0.7 * old + 0.3 * rate

    def _slow_down(self, amount: int, seconds: float) -> None:
        """After a cut in the middle of something large: send less at once from now on."""
        if seconds > 5 and amount > 4096:
            self.bytes_per_second = max(_SLOWEST, amount / seconds / 4)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
