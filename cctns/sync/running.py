"""What a node does about its neighbours all day: letters first, then journals, then its own tables.

One process, two threads: one at the line to the parent, one that puts what was received in its
place. Either goes on where it stood after any end of the process.
"""

from __future__ import annotations

import threading
import time
from typing import Any
from uuid import UUID

import structlog
from django.db import Error, close_old_connections

from cctns.journal import halting
from cctns.journal.models import JournalHead
from cctns.lib.backoff import failures_after, first_try, wait_after
from cctns.lib.clock import now
from cctns.offices.models import Posting

from . import (
    directory,
    fetch,
    greeting,
    letters,
    log_of_logs,
    nonces,
    realm,
    received,
    seen,
    shortfalls,
)
from .line import Answer, Busy, Cut, Line
from .models import Peer
from .post import letter_of, to_bytes, told_of
from .ship import Shipper, halt

log = structlog.get_logger(__name__)
_IDLE = 0.5  # seconds between two looks when nothing happened
_LOOK = 0.25  # and between two at whether a letter waits here: an alert does
_AGAIN = 2.0  # seconds until it is tried again when our own database does not answer
_TIDY = 60  # seconds between two looks at what may be forgotten
_GREET = 60  # seconds between two hellos, or as many as the parent tells to let pass between looks


class Upward:
    """The line to the parent. `step` does one round and says how long to wait before the next."""

    def __init__(self, peer: Peer) -> None:
        self.line = Line(peer)
        self.shipper = Shipper(self.line)
        self._greeted = 0.0
        self._pause = _IDLE
        self._asked = 0.0
        self._taken: list[str] = []  # letters of theirs that we have, not yet told

    def step(self) -> float:
        """Raises Cut."""
        peer = Peer.objects.get(pk=self.line.peer.pk)
        if peer.cut:
            return 1.0
        if time.monotonic() - self._greeted > max(_GREET, self._pause) or self._greeted == 0:
            self.greet()
        is_time = time.monotonic() - self._asked >= self._pause
        if not is_time and not letters.waiting(peer, most=1):
            return _LOOK
        self._asked = time.monotonic()
        busy = self.letters()
        for journal in self.shipper.pending()[:1]:
            busy = self.shipper.send(journal) or busy
        if peer.failures or busy:
            self._well()
        if busy:
            self._asked = 0.0  # there may be more
        return 0.0 if busy else _LOOK

    def greet(self) -> None:
        """Hello: the parent's view of our journals, of its directory and ours. Raises Cut."""
        vouched = shortfalls.vouched(self.line.peer)
        asked = to_bytes(greeting.question(self.line.peer))
        told = self._must(self.line.call("POST", "/sync/v1/hello", asked))
        for office, epoch, size, halted in told["heads"]:
            self._compare(UUID(office), int(epoch), int(size), str(halted))
        shortfalls.compare(self.line.peer, vouched, told["heads"])
        seen.hear(str(told.get("log", "")), node=self.line.peer.name)
        if realm.role() == "state" and told["directory"] != directory.upward_digest():
            mine = to_bytes(directory.upward())
            self._must(self.line.call("PUT", "/sync/v1/directory", mine))
        if told["yours"] != directory.digest_held(Peer.objects.get(pk=self.line.peer.pk)):
            came = self._must(self.line.call("GET", "/sync/v1/directory"))
            directory.take(came, source=self.line.peer)
        self._pause = max(_IDLE, float(told["pause"]))
        heard = {"pause": self._pause, "skew": greeting.skew_of(told), **greeting.program_of(told)}
        Peer.objects.filter(pk=self.line.peer.pk).update(**heard)
        self._greeted = time.monotonic()
        self._begin_waiting()
        self._well()

    def _compare(self, office: UUID, epoch: int, size: int, halted: str) -> None:
        """A parent that holds more than we do means that this node was put back from a backup."""
        head = JournalHead.objects.filter(office=office, epoch=epoch).first()
        if head is None or head.home_node != realm.me():
            return
        if size > head.size:
            halt(head, halting.BEHIND, size)
        elif halted and not head.halted:
            JournalHead.objects.filter(pk=head.pk).update(halted=halted)

    def _begin_waiting(self) -> None:
        """Offices that moved here go on as soon as their past was fetched."""
        waiting = JournalHead.objects.filter(home_node=realm.me(), size=0, epoch__gt=1)
        by = Posting.objects.filter(role="node_admin").order_by("-from_date").first()
        if by is not None and waiting.exclude(halted="").exists():
            fetch.settle(self.line, by=by)

    def letters(self) -> bool:
        """Exchange letters; True when any went either way. Raises Cut."""
        waiting = letters.waiting(self.line.peer)
        told = self._must(
            self.line.call(
                "POST",
                "/sync/v1/letters",
                to_bytes({"letters": [told_of(one) for one in waiting], "taken": self._taken}),
            )
        )
        letters.taken(self.line.peer, [UUID(one) for one in told["taken"]])
        for one in told["letters"]:
            letters.receive(letter_of(one), source=self.line.peer)
        self._taken = [one["id"] for one in told["letters"]]
        return bool(waiting or told["letters"])

    def _must(self, answer: Answer) -> dict[str, Any]:
        if answer.status not in (200, 204):
            reason = answer.told.get("reason", "no reason given")
            raise Cut(f"{answer.status}: {reason}")
        return answer.told

    def _well(self) -> None:
        Peer.objects.filter(pk=self.line.peer.pk).update(
            heard_at=now(), failures=0, trouble="", rate=self.line.bytes_per_second
        )

    def failed(self, why: Cut) -> float:
        """Note it, and wait longer each time, at random, so that not all come back at once."""
        peer = Peer.objects.get(pk=self.line.peer.pk)
        peer.failures = failures_after(peer.failures, why.pause)
        peer.trouble = str(why)[:300]
        peer.save(update_fields=["failures", "trouble"])
        if not isinstance(why, Busy):  # who is asked to wait goes on with what it had begun
            self._greeted = 0.0
        self._asked = 0.0
        return wait_after(peer.failures, why.pause, _silent(peer))


def _silent(peer: Peer) -> float:
    """Seconds since a neighbour was heard; of one that never was, since it was enrolled."""
    return (now() - (peer.heard_at or peer.enrolled_at)).total_seconds()


def send_all(parent: Peer) -> None:
    """Send until nothing waits any more. Raises Cut."""
    talking = Upward(parent)
    talking.greet()
    while greeting.waiting(parent):
        time.sleep(talking.step())


def upward(stop: threading.Event) -> None:
    """Talk to the parent until told to stop."""
    talking: Upward | None = None
    while not stop.is_set():
        wait = _AGAIN
        try:
            peer = realm.parent()
            if peer is None or (talking and talking.line.peer.pk != peer.pk):
                talking = None
            elif talking is None or talking.line.peer.url != peer.url:
                talking = Upward(peer)
                stop.wait(first_try(_silent(peer), peer.pause))
            if talking and not stop.is_set():
                wait = _tried(talking)
        except (Error, fetch.NotFetched) as error:
            log.error("sync.upward", why=str(error))
            close_old_connections()
        stop.wait(wait)


def _tried(talking: Upward) -> float:
    """A step, and how long to wait before the next. That it failed is noted in the database, which
    may be away just then too."""
    try:
        return talking.step()
    except Cut as error:
        return talking.failed(error)


def inward(stop: threading.Event) -> None:
    """Put received journals in the tables, and carry the log of logs on, until told to stop."""
    received.read_again()
    letters.handle_left()
    tidied = 0.0
    while not stop.is_set():
        done = 0
        try:
            done = received.catch_up() + log_of_logs.carry_on()
            if time.monotonic() > tidied + _TIDY:
                tidied = time.monotonic()
                nonces.forget()
                seen.forget()
        except Error as error:
            log.error("sync.inward", why=str(error))
            close_old_connections()
        if not done:
            stop.wait(_IDLE)
