"""The four nodes of `cctns nation`: needed before any database is there, so without Django."""

from __future__ import annotations

from dataclasses import dataclass

CASES = 24  # of each State
PASSWORD = "namuna-thana-99"  # noqa: S105 - of every login of the demo
DIRECTOR, MOVED = "director", "9902002"


@dataclass(frozen=True)
class Place:
    """`port` is counted from the first of all; `logins` begin with the node's administrator."""

    folder: str
    name: str
    role: str
    port: int
    state: int
    logins: tuple[str, ...]


NATION = Place("nation", "nation", "nation", 0, 97, (DIRECTOR,))
NAMUNA = Place("namuna", "namuna", "state", 10, 99, ("admin", "sho.kotwali", "sp.suryapur"))
UDAHARAN = Place("udaharan", "udaharan", "state", 20, 98, ("admin.udaharan", "sho.kirangarh"))
STATION = Place("station", "up.nayaghat", "station", 30, 99, ("io.nayaghat", "duty.nayaghat"))
PLACES = (NATION, NAMUNA, UDAHARAN, STATION)
ENROLLED = ((NAMUNA, NATION, ()), (UDAHARAN, NATION, ()), (STATION, NAMUNA, (MOVED,)))
