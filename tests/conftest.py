"""One PostgreSQL for the whole run, and a data folder of its own.

Without CCTNS_DATABASE_URL the tests start the embedded server; with it they run on that server, in
a database named by CCTNS_TEST_DB.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.utils import translation

from cctns.config import bootstrap, embedded, env, keys
from cctns.config.quick_states import quick_states
from cctns.lib.clock import now

_open = ExitStack()


def _start() -> None:
    """Data folder and server are the controller's; workers of xdist find them by environment."""
    os.environ["CCTNS_DB_ROLE"] = env.ADMIN
    os.environ["CCTNS_DEMO"] = ""
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    home = Path(tempfile.mkdtemp(prefix="cctns-tests-"))
    os.environ["CCTNS_HOME"] = str(home)
    atexit.register(_stop, home)
    environment = bootstrap.prepare_home()
    secrets = keys.read_secrets(home)
    if not environment.database_url:
        _open.enter_context(embedded.running(home, secrets))
    bootstrap.ensure_roles(environment, secrets)


def _stop(home: Path) -> None:
    _open.close()
    shutil.rmtree(home, ignore_errors=True)


def _plain_static_files() -> None:
    """Pages of tests name static files as they lie in the sources; nothing is collected."""
    from django.conf import settings

    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES["staticfiles"]["BACKEND"] = plain


_start()
bootstrap.setup_django(env.ADMIN)
_open.enter_context(quick_states())
_plain_static_files()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """A database of this run's own, without a pool: tests close connections in threads."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    database["OPTIONS"].pop("pool", None)
    wanted = os.environ.get("CCTNS_TEST_DB")
    if wanted:
        database["TEST"]["NAME"] = "_".join(
            filter(None, (wanted, os.environ.get("PYTEST_XDIST_WORKER")))
        )


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The rights that an installation gives its roles, so that tests can act as them."""
    from django.db import connection

    from cctns.config import kept, roles

    with django_db_blocker.unblock(), connection.cursor() as cursor:
        roles.grant(cursor.execute, kept.kept_tables())


@pytest.fixture(autouse=True, scope="session")
def _emptying_between_tests() -> Iterator[None]:
    """Records refuse to be deleted; only the tests' superuser may step around that."""
    from django.db.backends.postgresql.operations import DatabaseOperations

    original = DatabaseOperations.execute_sql_flush

    def flush(self: DatabaseOperations, statements: list[str]) -> None:
        quiet = ["SET session_replication_role = replica", *statements]
        original(self, [*quiet, "SET session_replication_role = origin"])

    DatabaseOperations.execute_sql_flush = flush
    yield
    DatabaseOperations.execute_sql_flush = original


@pytest.fixture
def as_app(db: None) -> Iterator[None]:
    """From here on the test's connection has the rights of the pages, and no more."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET ROLE cctns_app")
        yield
        cursor.execute("RESET ROLE")


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """A page asked for in Hindi leaves its language to the thread; no test speaks for the next."""
    yield
    translation.deactivate()


@pytest.fixture
def one_minute() -> Iterator[None]:
    """The clock stands: who asks too often is counted by the minute, which may end in between."""
    with time_machine.travel(now(), tick=False):
        yield
