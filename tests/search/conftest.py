"""A station with its officers, another one far away, and an index that has caught up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.db import connection

from cctns.cases.queries.anyone import Answer, Question, ask
from cctns.journal import follow
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.search import vocabulary
from cctns.search.codes import Scope
from cctns.search.looking import Look, Purpose
from tests.cases.conftest import io, sho
from tests.offices.conftest import land
from tests.offices.land import Land

from .crowd import crowd

__all__ = ["crowd", "io", "land", "sho"]

NATION = Look(Scope.NATION, Purpose("investigation", "FIR 12/2026, theft"))


@pytest.fixture(autouse=True)
def _forgetful(db: None) -> None:
    """What a process holds in memory is of another test's database."""
    cache.clear()
    vocabulary.forget()


@pytest.fixture
def far(land: Land) -> Posting:
    """An investigating officer out of reach of the station of the other fixtures."""
    return land.post(Role.IO, "mills")


Seeks = Callable[..., Answer]


@pytest.fixture
def seeks(db: None) -> Seeks:
    """`seeks(by, "words", ...)`: the journals are followed, then asked as the pages' own role."""

    def sought(by: Posting, text: str, look: Look | None = None, **more: str) -> Answer:
        follow.run_all()
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE cctns_app")
            try:
                return ask(by=by, question=Question(text, look=look or Look(), **more))
            finally:
                cursor.execute("RESET ROLE")

    return sought


def names(answer: Answer) -> list[str]:
    assert answer.people is not None
    return [one.mention.name for one in answer.people.hits]
