"""The administrator looks at the lines of the node, cuts one and opens it again."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from cctns.journal.forks import keep_fork
from cctns.journal.models import JournalHead
from cctns.lib.clock import now
from cctns.offices.codes import Role
from cctns.sync.models.peer import Side
from tests.offices.land import Land
from tests.web.test_network import neighbour

from .desk import Desk

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_line_is_cut_and_opened_again(
    sits_down: Callable[..., Desk], land: Land, scripts: bool
) -> None:
    desk = sits_down(Role.NODE_ADMIN, "hq", scripts=scripts)
    neighbour("up.nayaghat", heard_at=now(), waiting=7)
    neighbour("nation", Side.PARENT, role="nation", heard_at=now(), trouble="no answer", failures=3)
    head = JournalHead(state=land["bazaar"].state_id, office=land["bazaar"], epoch=2)
    keep_fork(head, 17, held=b"\x0a" * 32, offered=b"\x0b" * 32, from_node="cctns.in/up.nayaghat")
    desk.opens("/network/")
    desk.sees("cctns.in/up.nayaghat", "7 entries wait", "no answer", "0a" * 32)
    desk.page.get_by_role("button", name="Cut the line to cctns.in/up.nayaghat").press("Enter")
    desk.sees("the line is cut by hand")
    desk.page.get_by_role("button", name="Heal the line to cctns.in/up.nayaghat").press("Enter")
    desk.sees_not("the line is cut by hand")
    desk.sees("Line cut", "Line opened again")
