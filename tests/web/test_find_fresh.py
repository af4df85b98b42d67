"""How fresh an answer is: which States answered, and how long ago the oldest was heard."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.urls import reverse

from cctns.journal import follow
from cctns.lib.clock import now
from cctns.offices.codes import Role
from cctns.search.watching import Fresh
from cctns.sync.models import Peer
from cctns.sync.models.peer import NodeRole, Side
from cctns.web.officer.find.fresh import OfState, sentence
from tests.identity.people import known
from tests.offices.land import Land
from tests.registers.test_found import person as found

from .conftest import SignIn

NEVER, LATE, JUST = None, timedelta(minutes=40), timedelta(seconds=40)
TABLE = [
    # elsewhere, heard so long ago, entries waiting, whether it answers
    (False, NEVER, 0, True),  # what is written here
    (False, NEVER, 3, False),
    (True, JUST, 0, True),
    (True, JUST, 3, False),
    (True, LATE, 0, False),
    (True, NEVER, 0, False),
]


def state(*, elsewhere: bool, ago: timedelta | None, waiting: int = 0) -> OfState:
    heard_at = now() - ago if ago is not None else None
    return OfState(Fresh(29, "Karnataka", "कर्नाटक", now(), waiting), elsewhere, heard_at)


@pytest.mark.parametrize(("elsewhere", "ago", "waiting", "answers"), TABLE)
def test_a_state_answers_when_it_was_heard_and_all_of_it_can_be_found(
    elsewhere: bool, ago: timedelta | None, waiting: int, answers: bool
) -> None:
    assert state(elsewhere=elsewhere, ago=ago, waiting=waiting).answers is answers


def test_the_sentence_counts_and_names_the_oldest() -> None:
    here = state(elsewhere=False, ago=None)
    told = [here, state(elsewhere=True, ago=JUST), state(elsewhere=True, ago=LATE)]
    assert sentence(told) == "2 of 3 States answered, the oldest 40 s ago"
    assert sentence([here]) == "1 of 1 States answered"
    older = state(elsewhere=True, ago=timedelta(minutes=3))
    assert sentence([older, *told]).replace("\xa0", " ").endswith("the oldest 3 minutes ago")


@pytest.mark.django_db
def test_the_page_says_which_states_answered(sign_in: SignIn, land: Land) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    found(sho.posting)
    follow.run_all()
    known(land["bazaar"], "Mohd Rafiq")

    def page() -> str:
        caches["memory"].clear()
        return sho.get(reverse("find_anyone"), {"q": "Mohd Rafiq"}).content.decode()

    assert "1 of 1 States answered" in page()
    keys: dict[str, Any] = {"cosign_key": b"c" * 32, "box_key": b"b" * 32, "enrolled_at": now()}
    peer = Peer.objects.create(
        name="cctns.in/tl", side=Side.CHILD, role=NodeRole.STATE, state=99, **keys
    )
    shown = page()
    assert "0 of 1 States answered" in shown
    assert "not heard yet" in shown
    peer.heard_at = now()
    peer.save()
    assert "1 of 1 States answered, the oldest" in page()
