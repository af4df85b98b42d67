"""From a bare data folder to a database that is migrated, granted and filled with reference tables.

Everything here may be run again at any time; it does what is missing.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from . import embedded, env, keys, postgres, roles

_FREE_MIB = 300
_OLDEST = 170000  # PostgreSQL 17


def prepare_home() -> env.Environment:
    """Make the data folder and the node's keys. Raises Misconfigured."""
    environment = env.read()
    home = environment.home
    try:
        home.mkdir(mode=0o711, parents=True, exist_ok=True)
        keys.ensure(home)
    except OSError as error:
        raise env.Misconfigured(
            f"The data folder {home} cannot be used: {error.strerror}."
        ) from None
    free = shutil.disk_usage(home).free // 2**20
    if free < _FREE_MIB:
        raise env.Misconfigured(
            f"The disk of {home} has {free} MiB left; make room, {_FREE_MIB} MiB are needed."
        )
    return environment


@contextmanager
def database() -> Iterator[env.Environment]:
    """The node's database, running inside this block and as new as this program."""
    with database_server() as (environment, _server):
        yield environment


@contextmanager
def database_server() -> Iterator[tuple[env.Environment, embedded.Server | None]]:
    """The same, with the server to keep alive; None when it is not ours."""
    environment = prepare_home()
    secrets = keys.read_secrets(environment.home)
    if environment.database_url:
        ensure_roles(environment, secrets)
        yield environment, None
        return
    with embedded.running(environment.home, secrets) as server:
        ensure_roles(environment, secrets)
        try:
            yield environment, server
        finally:
            _close_own_connections()


def _close_own_connections() -> None:
    """Before the server stops: a pool that fills itself would else be heard complaining."""
    if "django.db" not in sys.modules:  # `cctns up` itself never asks; to load it takes a second
        return
    from django.conf import settings
    from django.db import connections

    if not settings.configured:
        return
    for one in connections.all(initialized_only=True):
        one.close()
        one.close_pool()  # type: ignore[attr-defined]


def ensure_roles(environment: env.Environment, secrets: dict[str, str]) -> None:
    """Roles and database, made by the server's administrator. Raises Misconfigured."""
    admin = env.Environment(**{**vars(environment), "role": env.ADMIN})
    where = postgres.connection(admin, secrets)
    with connect(where, "postgres") as server:
        if server.info.server_version < _OLDEST:
            raise env.Misconfigured(
                f"The database server is version {server.info.server_version // 10000}; "
                "CCTNS needs PostgreSQL 17 or newer."
            )
        roles.ensure(server, where["NAME"], secrets)
        with connect(where, where["NAME"]) as inside:
            _extend(inside)


def connect(where: dict[str, str], database_name: str) -> psycopg.Connection:
    """Raises Misconfigured, naming what the server said, when there is no connection."""
    try:
        return psycopg.connect(
            host=where["HOST"],
            port=where["PORT"],
            user=where["USER"],
            password=where["PASSWORD"],
            dbname=database_name,
            autocommit=True,
            connect_timeout=10,
        )
    except psycopg.OperationalError as error:
        said = str(error).strip().splitlines()[0]
        raise env.Misconfigured(f"The database cannot be reached: {said}") from None


def _extend(inside: psycopg.Connection) -> None:
    try:
        inside.execute("CREATE EXTENSION IF NOT EXISTS vector")
    except psycopg.Error as error:
        said = str(error).strip().splitlines()[0]
        raise env.Misconfigured(f"The database server lacks pgvector: {said}") from None


def setup_django(role: str) -> None:
    """Set Django up for a database role, in this process."""
    os.environ["CCTNS_DB_ROLE"] = role
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cctns.config.settings")
    import django

    from .memory import collect_seldom

    collect_seldom()
    django.setup()


def migrate() -> None:
    """Bring tables, rights and reference data up to this program; run as the owner."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from cctns.offices import reference

    from . import prepared, static
    from .kept import kept_tables
    from .quick_states import quick_states

    with quick_states():
        call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    with connection.cursor() as cursor:
        roles.grant(cursor.execute, kept_tables())
    reference.load()
    static.collect(settings.HOME)
    with connection.cursor() as cursor:
        prepared.mark(settings.HOME, cursor.execute)
