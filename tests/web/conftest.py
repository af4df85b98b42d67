"""A small State, and officers of it at a browser without JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client

from cctns.lib.clock import IST
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from tests.offices.conftest import in_days, land
from tests.offices.land import Land

__all__ = ["in_days", "land"]


@pytest.fixture(autouse=True)
def _quiet(settings: Any, db: None) -> None:
    settings.MFA_DEMANDED = False
    for cache in caches.all(initialized_only=True):
        cache.clear()


class Terminal(Client):
    """A browser at which one officer is signed in."""

    posting: Posting


SignIn = Callable[..., Terminal]


@pytest.fixture
def sign_in(land: Land) -> SignIn:
    """`sign_in(Role.SHO, "bazaar")` posts an officer there and signs them in."""

    def signed_in(role: Role, at: str, **details: Any) -> Terminal:
        terminal = Terminal()
        terminal.posting = land.post(role, at, **details)
        terminal.force_login(terminal.posting.officer)
        return terminal

    return signed_in


def at(name: str, moment: datetime) -> dict[str, str]:
    """The boxes of a field that asks for a moment."""
    local = moment.astimezone(IST)
    parts = {"day": local.day, "month": local.month, "year": local.year}
    boxes = {f"{name}_{part}": str(value) for part, value in parts.items()}
    return {**boxes, f"{name}_time": local.strftime("%H:%M")}


def on(name: str, day: date) -> dict[str, str]:
    """The boxes of a field that asks for a day."""
    parts = {"day": day.day, "month": day.month, "year": day.year}
    return {f"{name}_{part}": str(value) for part, value in parts.items()}


@contextmanager
def pages_own_role() -> Iterator[None]:
    """Within it the pages have the rights of an installation's, and row-level security looks on.

    As there, what a query or action tells the database of its office ends with its transaction;
    that of the test around it would keep it.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE cctns_app")
        try:
            with connection.execute_wrapper(_Forgetting()):
                yield
        finally:
            cursor.execute("RESET ROLE")


@contextmanager
def seeing_all() -> Iterator[None]:
    """Within `pages_own_role`: what the test itself looks up, no wall before it."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        try:
            yield
        finally:
            cursor.execute("SET ROLE cctns_app")


class _Forgetting:
    """Takes the office back when the outermost savepoint of a query or action has ended.

    What was deferred to the end of the transaction runs before, as it does there.
    """

    depth = 0

    def __call__(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        done = execute(sql, params, many, context)
        said = str(sql)
        if said.startswith("SAVEPOINT"):
            self.depth += 1
        elif said.startswith("RELEASE SAVEPOINT"):
            self.depth -= 1
            if not self.depth:
                execute(_FORGET, None, False, context)
        return done


_FORGET = """
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
SET LOCAL cctns.office = '';
SET LOCAL cctns.posting = '';
"""
