"""The environment, read in one place and once: where data lies, which port, which database."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
ROLES = ("owner", "app", "worker", "citizen", "sync")
PRACTICE_MARK = "practice-node"  # in its data folder: this node is a practice node
ADMIN = "superuser"  # whoever CCTNS_DATABASE_URL names: makes roles and the database


class Misconfigured(Exception):
    """The environment cannot be worked with; the message says in one sentence how to mend it."""


@dataclass(frozen=True, kw_only=True)
class Environment:
    """`home` is the data folder, `port` the first port, `database_url` empty when embedded.

    A practice node has a database of its own always.
    """

    home: Path
    port: int
    database_url: str
    role: str
    demo: bool
    debug: bool
    practice: bool = False


def read() -> Environment:
    """CCTNS_HOME, CCTNS_PORT, CCTNS_DATABASE_URL and the rest. Raises Misconfigured."""
    role = os.environ.get("CCTNS_DB_ROLE") or "app"
    if role not in (*ROLES, ADMIN):
        raise Misconfigured(f"CCTNS_DB_ROLE is {role!r}; it is one of {', '.join(ROLES)}.")
    home = Path(os.environ.get("CCTNS_HOME") or _default_home()).expanduser().absolute()
    practice = (home / PRACTICE_MARK).exists()
    return Environment(
        home=home,
        port=_port(os.environ.get("CCTNS_PORT") or "8000"),
        database_url="" if practice else os.environ.get("CCTNS_DATABASE_URL", ""),
        role=role,
        demo=practice or _yes("CCTNS_DEMO"),
        practice=practice,
        debug=_yes("CCTNS_DEBUG"),
    )


def _default_home() -> Path:
    """Root keeps data in a system folder: the database's own account must get there."""
    if os.geteuid() == 0:
        return Path("/var/lib/cctns")
    share = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(share).expanduser() / "cctns"


def _port(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or not 0 < int(text) < 65535:
        raise Misconfigured(f"CCTNS_PORT is {text!r}; it is a number from 1 to 65534.")
    return int(text)


def _yes(name: str) -> bool:
    return os.environ.get(name, "") in ("1", "yes", "true")


def text(name: str, default: str) -> str:
    return os.environ.get(name) or default


def receivers(name: str) -> dict[str, list[str]]:
    """`BAZAAR=sho@example.org,desk@example.org FORT=...`: addresses by the code of an office."""
    told = (one.partition("=") for one in words(name, ""))
    return {office: addresses.split(",") for office, _sign, addresses in told if addresses}


def words(name: str, default: str) -> list[str]:
    return text(name, default).split()
