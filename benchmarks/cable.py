"""A cable between two programs that can be cut, slowed, delayed, shortened, garbled or muted.

A TCP proxy on loopback, one thread a direction. Tests of nodes and the benchmark of slow lines pull
at it while both ends are real.
"""

from __future__ import annotations

import random
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field

_PIECE = 4096
_PACKET = 1460
_MOST_LOST = 4  # times that one packet is lost before the line is given up


@dataclass
class Cable:
    """Listens on `port` and leads to `to` on loopback.

    `rate` bytes a second each way (0: unlimited), `delay` seconds before anything passes, `loss`
    the part of packets that are lost (each is sent again after a second, then two, as TCP does; one
    that is lost four times running ends the connection), `cut` refuses and ends every connection,
    `shorten` ends a connection after so many bytes upward, `garble` flips a bit of the byte at that
    place upward, `mute` swallows what comes back, `swallow` does so once these bytes went upward.
    """

    to: int
    rate: float = 0.0
    delay: float = 0.0
    loss: float = 0.0
    cut: bool = False
    shorten: int | None = None
    garble: int | None = None
    mute: bool = False
    swallow: bytes = b""  # mute from the moment on that these bytes went upward
    passed: int = 0  # bytes upward, all connections together
    connections: int = 0
    _open: list[socket.socket] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def pull(self) -> None:
        """Cut, and end what is open."""
        self.cut = True
        for one in self._open:
            _end(one)
        self._open.clear()

    def mend(self) -> None:
        self.cut, self.shorten, self.garble = False, None, None
        self.mute, self.swallow = False, b""

    def close(self) -> None:
        self.pull()
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):  # closed
            while True:
                here, _address = self._listener.accept()
                if self.cut:
                    _end(here)
                    continue
                self.connections += 1
                threading.Thread(target=self._lead, args=(here,), daemon=True).start()

    def _lead(self, here: socket.socket) -> None:
        try:
            there = socket.create_connection(("127.0.0.1", self.to))
        except OSError:
            return _end(here)
        self._open += [here, there]
        for source, target, up in ((here, there, True), (there, here, False)):
            threading.Thread(target=self._carry, args=(source, target, up), daemon=True).start()
        return None

    def _carry(self, source: socket.socket, target: socket.socket, up: bool) -> None:
        count = 0
        with suppress(OSError):
            while data := source.recv(_PACKET if self.loss else _PIECE):
                self._wait(len(data))
                if self.cut or not self._got_through(len(data)):
                    break
                if up:
                    self.mute = self.mute or bool(self.swallow and self.swallow in data)
                    data, count = self._harm(data, count)
                    self.passed += len(data)
                if not (self.mute and not up):
                    target.sendall(data)
                if up and self.shorten is not None and count >= self.shorten:
                    break
        _end(source)
        _end(target)

    def _wait(self, amount: int) -> None:
        if self.delay:
            time.sleep(self.delay)
        if self.rate:
            time.sleep(amount / self.rate)

    def _got_through(self, amount: int) -> bool:
        for again in range(_MOST_LOST):
            if random.random() >= self.loss:
                return True
            time.sleep(2.0**again)
            self._wait(amount)
        return False

    def _harm(self, data: bytes, count: int) -> tuple[bytes, int]:
        if self.shorten is not None:
            data = data[: max(0, self.shorten - count)]
        if self.garble is not None and count <= self.garble < count + len(data):
            at = self.garble - count
            data = data[:at] + bytes((data[at] ^ 0x10,)) + data[at + 1 :]
        return data, count + len(data)


def _end(one: socket.socket) -> None:
    with suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    with suppress(OSError):
        one.close()
