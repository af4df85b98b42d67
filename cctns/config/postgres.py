"""Where the database is: a server of our own out of a wheel, or any other by its URL."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from .env import ADMIN, Environment, Misconfigured

DATABASE = "cctns"
SUPERUSER = "postgres"
_LONGEST_SOCKET = 90  # a socket's path has 107 bytes, its file name some of them


def connection(environment: Environment, secrets: dict[str, str]) -> dict[str, Any]:
    """NAME, USER, PASSWORD, HOST and PORT for Django, of the role this process works under."""
    where = _external(environment.database_url) if environment.database_url else _own(environment)
    role = environment.role
    if role != ADMIN:
        where["USER"] = f"cctns_{role}"
        where["PASSWORD"] = secrets[f"database.{role}"]
    elif not environment.database_url:
        where["USER"], where["PASSWORD"] = SUPERUSER, secrets["database.superuser"]
    return where


def _own(environment: Environment) -> dict[str, Any]:
    return {"NAME": DATABASE, "HOST": str(socket_folder(environment.home)), "PORT": "5432"}


def _external(url: str) -> dict[str, Any]:
    try:
        parts = urlsplit(url)
        port = parts.port or 5432
    except ValueError as error:
        raise Misconfigured(f"CCTNS_DATABASE_URL is no URL: {error}.") from error
    if parts.scheme not in ("postgres", "postgresql") or not parts.hostname or not parts.path[1:]:
        raise Misconfigured(
            "CCTNS_DATABASE_URL looks like postgresql://user:password@host:5432/database."
        )
    return {
        "NAME": unquote(parts.path[1:]),
        "HOST": parts.hostname,
        "PORT": str(port),
        "USER": unquote(parts.username or SUPERUSER),
        "PASSWORD": unquote(parts.password or ""),
    }


def socket_folder(home: Path) -> Path:
    """In the data folder; in the system's temporary folder when that path is too long."""
    folder = home / "run"
    if len(str(folder)) <= _LONGEST_SOCKET:
        return folder
    short = hashlib.sha256(str(home).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"cctns-{short}"
