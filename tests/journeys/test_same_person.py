"""Two examiners judge whether two records are of one man, take it back, and judge again."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from cctns.identity.models import Cluster, Judgement
from cctns.identity.resolve import candidates
from cctns.journal import follow
from cctns.offices.codes import Role
from tests.cases.made import accused, complainant, registered
from tests.offices.land import Land

from .desk import Desk

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own

MAN = {"relation": "father", "age": 35, "district_name": "Ballari", "mobile": "9845012345"}


def test_two_examiners_judge_take_back_and_judge_again(
    sits_down: Callable[..., Desk], land: Land
) -> None:
    for at, name, father in (
        ("bazaar", "Mohd Rafeeq", "Abdul Kareem"),
        ("mills", "मोहम्मद रफ़ीक", "अब्दुल करीम"),
    ):
        man = accused(name=name, relative_name=father, **MAN)
        registered(land.post(Role.SHO, at), persons=[complainant(mobile=""), man])
    follow.run_all()
    assert candidates.run() >= 1
    asha, ravi = sits_down(Role.SCRB, "scrb"), sits_down(Role.SCRB, "scrb")
    for one in (asha, ravi):
        one.opens("/identity/?which=waiting" if one is ravi else "/identity/")
        one.page.locator("main tbody a").first.click()
        one.look(one.page)
        one.page.get_by_label("The same person").check()
        one.page.get_by_label("Telephone or vehicle").check()
        one.page.get_by_label("Reason in your own words").fill("One telephone, one father")
        one.clicks("Enter your word")
        one.sees("Your word is entered")
    follow.run_all()
    assert Cluster.objects.count() == 2
    ravi.clicks("Take back what holds")
    ravi.page.get_by_label("Why it is taken back").fill("The telephone is his brother's")
    ravi.clicks("Take it back")
    ravi.page.get_by_label("Different persons").check()
    ravi.page.get_by_label("Known to an officer, kin or a witness").check()
    ravi.page.get_by_label("Reason in your own words").fill("His brother")
    ravi.clicks("Enter your word")
    ravi.sees("Different persons", "The telephone is his brother's")
    follow.run_all()
    assert not Cluster.objects.exists()
    assert Judgement.objects.count() == 4
