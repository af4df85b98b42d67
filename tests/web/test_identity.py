"""The review of persons that may be one: two examiners judge, take back, and judge again."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cctns.identity.models import Judgement
from cctns.lib.ids import uuid7
from cctns.offices.codes import Role
from cctns.search.mentions import MentionRow
from tests.identity.people import candidate, known
from tests.identity.saying import clusters_now
from tests.offices.land import Land

from .conftest import SignIn, Terminal, pages_own_role
from .html import Answers, Page
from .test_query_counts import MOST, questions

REVIEW = "identity_review"
SAME = {"verdict": "same", "grounds": ["identity"], "reason": "One licence, DL-0420110012345"}


@pytest.fixture
def two(land: Land) -> tuple[MentionRow, MentionRow]:
    """One man at two stations."""
    here = known(land["bazaar"], "Mohd. Rafiq", phones=("9876543210",))
    return here, known(land["mills"], "मोहम्मद रफ़ीक", number="7/2026")


def address(one: MentionRow, other: MentionRow, name: str = "identity_pair") -> str:
    return reverse(name, args=sorted((one.id, other.id)))


def send(terminal: Terminal, path: str, **answers: object) -> int:
    """As a browser sends the page's form, hidden fields with it."""
    told = Answers(terminal.get(path).content.decode()).sent
    return int(terminal.post(path, {**told, **answers}).status_code)


@pytest.mark.parametrize("language", ["en", "hi"])
def test_two_examiners_judge_take_back_and_judge_again(
    sign_in: SignIn, two: tuple[MentionRow, MentionRow], language: str
) -> None:
    asha, ravi = sign_in(Role.SCRB, "scrb"), sign_in(Role.SCRB, "scrb")
    candidate(*two)
    here, undo = address(*two), address(*two, name="identity_undo")
    with pages_own_role():
        listed = asha.get(reverse(REVIEW), headers={"accept-language": language})
        assert here in listed.content.decode()
        page = asha.get(here, headers={"accept-language": language}).content.decode()
        assert "मोहम्मद रफ़ीक" in page
        assert Page(page).faults == []
        assert send(asha, here, **SAME) == 302
        assert send(asha, here, **SAME) == 400  # another officer confirms
        assert here not in ravi.get(reverse(REVIEW)).content.decode()
        assert here in ravi.get(reverse(REVIEW), {"which": "waiting"}).content.decode()
        assert send(ravi, here, **SAME) == 302
        assert here in ravi.get(reverse(REVIEW), {"which": "judged"}).content.decode()
    assert set(clusters_now()) == {one.id for one in two}
    with pages_own_role():
        assert send(asha, undo, reason="") == 400
        assert send(asha, undo, reason="The licence was forged") == 302
        assert here in asha.get(reverse(REVIEW)).content.decode()
        assert send(ravi, here, verdict="different", grounds=["other"], reason="Twins") == 302
        told = ravi.get(here).content.decode()
        assert "The licence was forged" in told
        assert Page(told).faults == []
    assert clusters_now() == {}
    assert Judgement.objects.count() == 4


def test_a_hindi_page_tells_the_sheet_in_hindi_and_what_was_written_as_it_is(
    sign_in: SignIn, land: Land
) -> None:
    sheet = "Build: Thin; Height in centimetres: 170; Scar: left cheek"
    two = [known(land[at], "Mohd. Rafiq", marks=sheet) for at in ("bazaar", "mills")]
    candidate(*two)
    with pages_own_role():
        asha = sign_in(Role.SCRB, "scrb")
        page = asha.get(address(*two), headers={"accept-language": "hi"}).content.decode()
    assert "शारीरिक गठन: दुबला; ऊँचाई सेंटीमीटर में: 170; घाव का निशान: left cheek" in page
    assert "प्रथम सूचना रिपोर्ट 12/2026" in page


def test_a_station_proposes_and_sees_only_its_own_half(
    sign_in: SignIn, two: tuple[MentionRow, MentionRow]
) -> None:
    io = sign_in(Role.IO, "bazaar")
    candidate(*two)
    here = address(*two)
    with pages_own_role():
        page = io.get(here).content.decode()
        assert "Mohd. Rafiq" in page
        assert "रफ़ीक" not in page
        assert "FIR 7/2026" in page
        assert send(io, here, verdict="different", grounds=["other"], reason="x") == 400
        assert send(io, here, **SAME) == 302
        assert send(io, address(*two, name="identity_undo"), reason="Wrong file") == 302
    assert [one.step for one in Judgement.objects.order_by("id")] == ["proposed", "undone"]


def test_whom_the_law_hides_is_hidden_here(sign_in: SignIn, land: Land) -> None:
    bureau = sign_in(Role.SCRB, "scrb")
    hidden = known(land["fort"], "Kavita", closed="victim", role="victim")
    other = known(land["fort"], "Kavitha")
    candidate(hidden, other)
    with pages_own_role():
        for path in (reverse(REVIEW), address(hidden, other)):
            page = bureau.get(path).content.decode()
            assert "Kavita<" not in page
            assert "Kavita," not in page
        assert send(bureau, address(hidden, other), **SAME) == 302  # proposes, decides nothing
        second = sign_in(Role.SCRB, "scrb")
        page = second.get(address(hidden, other)).content.decode()
        assert "sees both records decides" in page
        assert 'name="verdict"' not in page


def test_who_may_not(sign_in: SignIn, two: tuple[MentionRow, MentionRow]) -> None:
    candidate(*two)
    for role, at in ((Role.CONSTABLE, "bazaar"), (Role.COURT, "court"), (Role.NODE_ADMIN, "hq")):
        nobody = sign_in(role, at)
        assert nobody.get(reverse(REVIEW)).status_code == 403
        assert nobody.get(address(*two)).status_code == 403
        assert nobody.post(address(*two), SAME).status_code == 403


def test_what_does_not_exist(sign_in: SignIn, two: tuple[MentionRow, MentionRow]) -> None:
    bureau = sign_in(Role.SCRB, "scrb")
    here = two[0].id
    assert bureau.get(reverse("identity_pair", args=[here, uuid7()])).status_code == 404
    assert bureau.get(reverse("identity_pair", args=[here, here])).status_code == 404
    assert "nothing to review" in bureau.get(reverse(REVIEW)).content.decode()
    for after in ("x", "1.0_x", "nan_", "1e999_" + str(here)):
        assert bureau.get(reverse(REVIEW), {"after": after}).status_code == 200


def test_the_review_goes_on_page_by_page_and_asks_as_often_when_full(
    sign_in: SignIn, land: Land
) -> None:
    bureau = sign_in(Role.SCRB, "scrb")
    rows = [known(land["fort"], f"Ramesh Kumar {number}") for number in range(12)]
    pairs = [(one, other) for one in rows[:4] for other in rows[4:]]
    for number, (one, other) in enumerate(pairs):
        candidate(one, other, worth=float(number % 3), score=0.5 if number % 2 else 0.999)
    with pages_own_role():
        first = bureau.get(reverse(REVIEW))
        more = Page(first.content.decode()).links
        [later] = [link for link in more if "after=" in link]
        rest = bureau.get(later.replace("&amp;", "&")).content.decode()
        seen = [link for link in [*more, *Page(rest).links] if link.count("/") == 4]
        assert len(seen) == len(set(seen)) == len(pairs)
        likely = bureau.get(reverse(REVIEW), {"likely": "on"}).content.decode()
        assert len([link for link in Page(likely).links if link.count("/") == 4]) == len(pairs) // 2
    assert questions(bureau, reverse(REVIEW)) <= MOST
    assert questions(bureau, address(*pairs[0])) <= MOST
