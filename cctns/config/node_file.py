"""What this installation is among the nodes: its name and role, in `node.json` of the data folder.

Written once by `cctns node init`; a name is never given to another machine.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from . import env

FILE = "node.json"
_PREFIX = "cctns.in/"
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,60}")


@dataclass(frozen=True)
class Told:
    """`name` as checkpoints write it: cctns.in/up.nayaghat."""

    name: str
    role: str = "state"  # station, state or nation


def read(home: Path) -> Told:
    """What the file says; CCTNS_NODE names a node that has none."""
    try:
        return Told(**json.loads((home / FILE).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Told(_PREFIX + env.text("CCTNS_NODE", "node"))


def is_named(home: Path) -> bool:
    """Whether this data folder was made a node among others."""
    return (home / FILE).exists()


def write(home: Path, *, name: str, role: str) -> Told:
    """Make this data folder the node of that name. Raises Misconfigured."""
    if not _NAME.fullmatch(name):
        raise env.Misconfigured(
            f"{name!r} is no name of a node: small letters, digits, dots and hyphens, "
            "for instance up.nayaghat."
        )
    told = Told(_PREFIX + name, role)
    if (home / FILE).exists() and read(home) != told:
        raise env.Misconfigured(f"This data folder is the node {read(home).name} already.")
    half = home / f"{FILE}.new"
    half.write_text(json.dumps(asdict(told), indent=1) + "\n", encoding="utf-8")
    os.replace(half, home / FILE)
    return told
