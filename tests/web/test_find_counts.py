"""The pages of finding stay light: questions to the database and bytes over the line."""

from __future__ import annotations

import zlib

import pytest
from django.urls import reverse

from cctns.journal import follow
from cctns.offices.codes import Role
from cctns.search import vocabulary
from cctns.search.tables import Lookup
from tests.cases.made import accused, complainant, registered

from .conftest import SignIn, Terminal
from .test_query_counts import MOST, questions

HEAVIEST = 60 * 1024
WHY = "scope=nation&reason=court&reference=CC+7/2026"


@pytest.fixture
def terminal(sign_in: SignIn, db: None) -> Terminal:
    vocabulary.forget()
    signed_in = sign_in(Role.SP, "east")
    sho = sign_in(Role.SHO, "bazaar")
    for _ in range(25):
        registered(sho.posting, persons=[complainant(), accused(name="Vikram Singh")])
    follow.run_all()
    return signed_in


def test_a_full_page_of_every_way_to_find_is_light(terminal: Terminal) -> None:
    paths = [
        f"{reverse('find_anyone')}?q=vikram+singh",
        f"{reverse('find_anyone')}?q=चेन&reading=words",
        f"{reverse('find_anyone')}?q=vikram+singh,+about+30&{WHY}",
        f"{reverse('find_things')}?number=KA34&{WHY}",
        reverse("find"),
        reverse("find_saved"),
        reverse("find_lists"),
        reverse("find_looked"),
        reverse("find_review"),
    ]
    counted = {path: questions(terminal, path) for path in paths}
    assert {path: count for path, count in counted.items() if count > MOST} == {}
    for path in paths:
        assert len(zlib.compress(terminal.get(path).content)) < HEAVIEST, path
    assert Lookup.objects.exists()
