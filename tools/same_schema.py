"""Compares the tables that migrations make with and without cctns.config.quick_states.

Run it after touching either: .venv/bin/python -m tools.same_schema (a minute or two).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import nullcontext

from cctns.config import bootstrap, env
from cctns.config.quick_states import quick_states

CATALOGUE = (
    "SELECT table_name, column_name, data_type, is_nullable, column_default,"
    " character_maximum_length FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), condeferred"
    " FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
    "SELECT tablename, policyname, roles::text, cmd, qual, with_check FROM pg_policies",
)


def main() -> int:
    if len(sys.argv) > 1:
        _write(quick=sys.argv[1] == "quick")
        return 0
    quick, plain = _made("quick"), _made("plain")
    print(f"{len(plain)} columns, constraints, indexes, triggers and policies")
    for line in sorted(quick ^ plain):
        print("differs:", line)
    return int(quick != plain)


def _made(how: str) -> set[str]:
    with tempfile.TemporaryDirectory(dir="/var/tmp", ignore_cleanup_errors=True) as home:
        environment = {**os.environ, "CCTNS_HOME": home, "CCTNS_DATABASE_URL": ""}
        told = subprocess.run(  # noqa: S603 - our own module
            [sys.executable, "-m", "tools.same_schema", how],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    return set(told.stdout.splitlines())


def _write(*, quick: bool) -> None:
    with bootstrap.database_server():
        bootstrap.setup_django(env.ADMIN)
        from django.core.management import call_command
        from django.db import connection

        with quick_states() if quick else nullcontext():
            call_command("migrate", verbosity=0)
        with connection.cursor() as cursor:
            for question in CATALOGUE:
                cursor.execute(question)
                for row in cursor.fetchall():
                    print(repr(row))


if __name__ == "__main__":
    sys.exit(main())
