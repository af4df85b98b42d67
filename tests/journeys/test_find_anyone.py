"""A man is registered as Mohd Rafeeq in Ballari; an officer elsewhere heard his name."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from cctns.journal import follow
from cctns.offices.codes import Role
from cctns.offices.models import RefusedAct
from cctns.search import vocabulary
from cctns.search.tables import Lookup
from tests.cases.made import accused, complainant, registered
from tests.documents.reading import shaped, squeezed
from tests.offices.land import Land

from .desk import Desk

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own

HEARD = (
    "मोहम्मद रफ़ीक s/o abdul, about 35, Ballari",
    "md rafiq s/o abdul karim, 35 years, bellary",
    "محمد رفیق ولد عبدل, Ballari",
)
WHY = {"scope": "nation", "reason": "investigation", "reference": "FIR 12/2026, theft"}


def test_complaint_49_one_man_is_found_under_every_spelling_and_script(
    sits_down: Callable[..., Desk], land: Land
) -> None:
    """NIE 2019: the same person written in many ways was found in none of them."""
    sho = land.post(Role.SHO, "bazaar")
    wanted = accused(
        name="Mohd Rafeeq", relation="father", relative_name="Abdul Kareem", age=35,
        district_name="Ballari", mobile="9845012345",
    )  # fmt: skip
    registered(sho, persons=[complainant(), wanted])
    registered(sho, persons=[complainant(), accused(name="Ravi Kumar", district_name="Ballari")])
    vocabulary.forget()
    follow.run_all()
    io = sits_down(Role.IO, "mills")
    io.opens("/find/")
    io.answers({"q": HEARD[0], "scope": "nation"})
    io.clicks("Find")
    io.sees("wants a purpose")
    io.sees_not("Mohd Rafeeq")
    assert RefusedAct.objects.filter(action="person.search").exists()
    for words in HEARD:
        io.answers({"q": words, **WHY})
        io.clicks("Find")
        first = io.page.locator("main tbody tr").first
        assert "Mohd Rafeeq" in first.inner_text(), words
    assert {one.asked["words"] for one in Lookup.objects.all()} >= {"محمد رفیق ولد عبدل"}
    io.clicks("Mohd Rafeeq")
    io.sees("Abdul Kareem", "BNS 304(2)")
    address = io.page.url.replace("/?", "/sheet.pdf?")
    paper = io.page.request.get(f"{address}&lang=hi")
    assert paper.ok
    assert squeezed("Mohd Rafeeq") in shaped(paper.body())
