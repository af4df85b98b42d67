"""Work shared with a second process, on a core of its own; neither outlives the other."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import TypeVar

from django.db import connection

One = TypeVar("One")


class Stopped(Exception):
    """The second process could not go on; the message says why."""


def together(ours: Iterator[One], theirs: Iterator[One]) -> Iterator[One]:
    """What both make, as it comes; `theirs` is made in a second process and sent over.

    Raises Stopped when the second process fails or is killed; it ends when this one does.
    """
    # A connection belongs to one process: both open their own.
    connection.close()
    connection.close_pool()  # type: ignore[attr-defined]
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    second = context.Process(target=_work, args=(theirs, sending), daemon=True)
    second.start()
    sending.close()
    try:
        for one in ours:
            yield one
            yield from _sent(receiving, to_the_end=False)
        yield from _sent(receiving, to_the_end=True)
        second.join()
        if second.exitcode:
            raise Stopped("it was ended from outside")
    finally:
        second.terminate()
        second.join()


def _sent(receiving: Connection, *, to_the_end: bool) -> Iterator[One]:
    while to_the_end or receiving.poll():
        try:
            told = receiving.recv()
        except EOFError:
            return
        if isinstance(told, Stopped):
            raise told
        yield told


def _work(theirs: Iterator[One], sending: Connection) -> None:
    """In the second process. Ctrl-C reaches both: the first decides, and ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_the_first, daemon=True).start()
    try:
        for one in theirs:
            sending.send(one)
    except Exception as error:
        sending.send(Stopped(f"{type(error).__name__}: {error}"))


def _end_with_the_first() -> None:
    first = multiprocessing.parent_process()
    if first is not None:
        first.join()
    os._exit(1)  # at once: what is not committed is undone
