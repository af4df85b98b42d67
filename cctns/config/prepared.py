"""Whether tables, rights and static files are those of this very program already.

Asking Django takes seconds on an old machine, and a node starts far more often than it changes. The
mark stands in the data folder and in the database: a backup put back brings its own along.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import psycopg

from . import bootstrap, env, keys, postgres

_MARK = "prepared"
_READ = "SELECT obj_description('public'::regnamespace, 'pg_namespace')"


def already() -> bool:
    """False also when the database cannot be asked: whoever prepares it then says why."""
    environment = env.read()
    mark, state = environment.home / _MARK, state_of_program()
    if not mark.exists() or mark.read_text() != state:
        return False
    owner = env.Environment(**{**vars(environment), "role": "owner"})
    where = postgres.connection(owner, keys.read_secrets(environment.home))
    try:
        with bootstrap.connect(where, where["NAME"]) as database:
            return database.execute(_READ).fetchone() == (state,)
    except (env.Misconfigured, psycopg.Error):
        return False


def mark(home: Path, execute: Callable[[str], object]) -> None:
    """Run as the owner, after everything was brought up to date."""
    state = state_of_program()
    execute(f"COMMENT ON SCHEMA public IS '{state}'")
    (home / _MARK).write_text(state)


def state_of_program() -> str:
    """Names, sizes and times of the program's files, and when a package was installed last."""
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for folder, within, files in os.walk(package):
        within[:] = sorted(one for one in within if one != "__pycache__")
        for name in sorted(files):
            told = os.stat(os.path.join(folder, name))
            digest.update(f"{folder}/{name} {told.st_size} {told.st_mtime_ns}\n".encode())
    django = find_spec("django")
    if django is not None and django.origin:
        installed = Path(django.origin).parent.parent.stat().st_mtime_ns
        digest.update(str(installed).encode())
    return digest.hexdigest()
