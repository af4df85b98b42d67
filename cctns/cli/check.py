"""`cctns check --deploy`: what is wrong with this installation, one sentence a fault."""

from __future__ import annotations

import argparse
import stat
from collections.abc import Iterator
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--deploy", action="store_true", help="also what a real node needs")


def run(arguments: argparse.Namespace) -> int:
    from django.conf import settings

    found = [*_files(settings.HOME), *_database(), *_tree()]
    if arguments.deploy:
        found += [*_deployed()]
    for sentence in found:
        print(sentence)
    if not found:
        print("Nothing is wrong with this installation.")
    return 1 if found else 0


def _files(home: Path) -> Iterator[str]:
    for path in (home / "keys").iterdir():
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield f"Others can read {path.name} in the keys folder; set its mode to 600."


def _database() -> Iterator[str]:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from cctns.journal import follow

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls, current_setting('fsync') = 'on' "
            "FROM pg_roles WHERE rolname = current_user"
        )
        above, durable = cursor.fetchone()
    if above:
        yield "The pages' database role stands above row-level security."
    if not durable:
        yield "The database does not write through to disk (fsync is off)."
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield "The database is older than this program; `cctns up` brings it up to date."
    else:
        for name in follow.outdated():
            yield f"An older program derived some of {name}; `cctns rebuild {name}` makes it anew."


def _tree() -> Iterator[str]:
    from cctns.offices import access, tree

    for fault in tree.check_tree(access.today()):
        yield f"{fault.office} does not stand under exactly one chain up to headquarters."


def _deployed() -> Iterator[str]:
    from django.conf import settings

    if settings.DEBUG:
        yield "Debugging is on (CCTNS_DEBUG)."
    if settings.DEMO:
        yield "This is a demo: its logins have a password that everybody knows (CCTNS_DEMO)."
    if not settings.SECURE:
        yield "Pages are served without TLS; set CCTNS_PUBLIC_URL to the https address."
    if not settings.MFA_DEMANDED:
        yield "No second factor is demanded."
    if not settings.SIGNING_PKCS11_MODULE:
        yield "Papers are signed with a key file; a token or HSM is wanted (CCTNS_PKCS11_MODULE)."
