"""The stations' side of the herd: thousands of lines in one process, each as a station speaks.

`python -m benchmarks.herd_lines FILE PORT` reads stations (pickled by benchmarks/herd.py), lets all
of them come at once, and prints what each was told as JSON lines: name, seconds until everything
was acknowledged, size and root acknowledged, requests made, times it was asked to wait, lines cut.
"""

from __future__ import annotations

import asyncio
import json
import pickle
import secrets
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cctns.lib import signed
from cctns.lib.backoff import failures_after, wait_after

from .herd_made import ENTRIES, Station

_TIMEOUT = 60  # as cctns.sync.line
_GREET = 60  # as cctns.sync.running


class _Wait(Exception):
    """No answer, or one that asks to come back after so many seconds."""

    def __init__(self, pause: float = 0.0) -> None:
        self.pause = pause


@dataclass
class Line:
    """One station: hello, letters, journal, until the State has acknowledged the whole of it."""

    station: Station
    port: int
    above: bytes  # the State's public key
    told: dict[str, Any] = field(default_factory=lambda: {"requests": 0, "busy": 0, "cut": 0})
    _greeted: float | None = None
    _failures: int = 0  # in a row, as cctns.sync.running counts them
    _stream: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def live(self) -> dict[str, Any]:
        begun = time.monotonic()
        self._key = Ed25519PrivateKey.from_private_bytes(self.station.secret)
        while "size" not in self.told:
            try:
                await self._round()
            except _Wait as wait:
                self._failures = failures_after(self._failures, wait.pause)
                self.told["busy" if wait.pause else "cut"] += 1
                if not wait.pause:
                    self._greeted = None
                self._hang_up()
                await asyncio.sleep(wait_after(self._failures, wait.pause))
        self._hang_up()
        return {"name": self.station.name, "seconds": time.monotonic() - begun, **self.told}

    async def _round(self) -> None:
        if self._greeted is None or time.monotonic() - self._greeted > _GREET:
            await self._greet()
        await self._call("POST", "/sync/v1/letters", b'{"letters":[],"taken":[]}')
        path = f"/sync/v1/{self.station.office}/1/entries"
        answer = await self._call("PUT", path, self.station.data, "from=0")
        self.told |= {"size": answer["size"], "root": answer.get("root", "")}

    async def _greet(self) -> None:
        hello = {"versions": [1, 1], "heads": [[self.station.office, 1, ENTRIES]]}
        hello |= {"waiting": ENTRIES, "keys": [], "directory": "", "time": ""}
        await self._call("POST", "/sync/v1/hello", json.dumps(hello).encode())
        self._greeted, self._failures = time.monotonic(), 0

    async def _call(self, method: str, path: str, body: bytes, query: str = "") -> dict[str, Any]:
        nonce = secrets.token_urlsafe(18)
        headers = signed.sign(
            self._key,
            keyid=self.station.name,
            method=method,
            path=path,
            query=query,
            body=body,
            created=int(time.time()),
            nonce=nonce,
        )
        self.told["requests"] += 1
        try:
            async with asyncio.timeout(_TIMEOUT):
                status, given, data = await self._exchange(method, path, query, headers, body)
            signed.verify_answer(given, self.above, status=status, body=data, nonce=nonce)
        except (OSError, EOFError, ValueError, signed.SignatureError) as error:
            raise _Wait from error
        answer: dict[str, Any] = json.loads(data or b"{}")
        if status in (429, 503):
            raise _Wait(float(given["Retry-After"]))
        # 409 with the size: it arrived before, and the answer to that was lost.
        if status not in (200, 204) and not (status == 409 and "size" in answer):
            raise RuntimeError(f"{path}: {status} {answer}")
        return answer

    async def _exchange(
        self, method: str, path: str, query: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        if self._stream is None:
            self._stream = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self._stream
        target = f"{path}?{query}" if query else path
        told = {"Host": "127.0.0.1", "Content-Length": str(len(body)), **headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
        writer.write(f"{method} {target} HTTP/1.1\r\n{lines}\r\n".encode() + body)
        await writer.drain()
        first, *rest = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        given = dict(line.split(": ", 1) for line in rest if line)
        return int(first.split()[1]), given, await _body(reader, given)

    def _hang_up(self) -> None:
        if self._stream is not None:
            self._stream[1].close()
            self._stream = None


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("Transfer-Encoding") != "chunked":
        return await reader.readexactly(int(headers.get("Content-Length", 0)))
    data = b""
    while size := int(await reader.readuntil(b"\r\n"), 16):
        data += (await reader.readexactly(size + 2))[:-2]
    await reader.readexactly(2)
    return data


async def _all(stations: list[Station], port: int, above: bytes) -> None:
    lines = [Line(one, port, above).live() for one in stations]
    for done in asyncio.as_completed(lines):
        print(json.dumps(await done), flush=True)


def main(file: str, port: str) -> int:
    stations, above = pickle.loads(Path(file).read_bytes())  # written by our own parent
    asyncio.run(_all(stations, int(port), above))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
