"""Database roles and what each may do: the owner migrates, the others cannot change the tables.

`cctns_app` serves pages, `cctns_worker` follows the journals of all offices, `cctns_sync` talks to
other nodes, `cctns_citizen` will reach only what citizens may reach. None is a superuser. None
bypasses row-level security but `cctns_sync`: it receives journals of all offices by COPY, which
PostgreSQL refuses under any policy, even one that shows every row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress

import psycopg
from psycopg import sql

from .env import ROLES

# Nobody but the owner changes or removes a row of these; the journal's own guards stand behind.
INSERT_ONLY = (
    "journal_entry",
    "journal_checkpoint",
    "journal_fork",
    "offices_change",
    "offices_refusedact",
)
_ONE_AT_A_TIME = 2026_0001  # any number that no other advisory lock has
# What an ordinary process writes and removes freely: sessions, limits, sign-in, jobs.
_SERVING = ("app", "worker", "sync")


Executor = Callable[[str], object]


def ensure(admin: psycopg.Connection, database: str, secrets: dict[str, str]) -> None:
    """Make the roles, with the node's passwords, and give the database to its owner.

    One command at a time, until its connection closes: PostgreSQL refuses two changes at once.
    """
    admin.execute("SELECT pg_advisory_lock(%s)", [_ONE_AT_A_TIME])
    known = {name for (name,) in admin.execute("SELECT rolname FROM pg_roles")}
    for role in ROLES:
        name = sql.Identifier(f"cctns_{role}")
        verb = sql.SQL("ALTER" if f"cctns_{role}" in known else "CREATE")
        admin.execute(
            sql.SQL("{} ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD {}").format(
                verb, name, sql.Literal(secrets[f"database.{role}"])
            )
        )
    # Received records are put in their tables as a replica's are: the triggers ran where they were
    # written. It reads what the worker reads.
    with suppress(psycopg.errors.InsufficientPrivilege):  # only a superuser may give it
        admin.execute("GRANT SET ON PARAMETER session_replication_role TO cctns_sync")
        admin.execute("ALTER ROLE cctns_sync BYPASSRLS")
    admin.execute("GRANT cctns_worker TO cctns_sync")
    known_databases = {name for (name,) in admin.execute("SELECT datname FROM pg_database")}
    target, owner = sql.Identifier(database), sql.Identifier("cctns_owner")
    if database not in known_databases:
        admin.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(owner))
        admin.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(target, owner))
    admin.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(target))
    for role in ROLES:
        name = sql.Identifier(f"cctns_{role}")
        admin.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(target, name))


def grant(execute: Executor, kept: Iterable[str]) -> None:
    """After migrating: rights on every table; `kept` are the record tables, never deleted from."""
    execute("GRANT USAGE ON SCHEMA public TO cctns_app, cctns_worker, cctns_sync, cctns_citizen")
    for role in _SERVING:
        execute(
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO cctns_{role}"
        )
        execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO cctns_{role}")
        execute(f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM cctns_{role}")
        for table in INSERT_ONLY:
            execute(f"REVOKE UPDATE, DELETE ON {table} FROM cctns_{role}")
        for table in kept:
            execute(f"REVOKE DELETE ON {table} FROM cctns_{role}")
    # The word of a witness is added under a note; nothing else of a checkpoint ever changes.
    execute("GRANT UPDATE (cosignatures) ON journal_checkpoint TO cctns_sync")
