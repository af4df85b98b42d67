"""Two windows on one draft, buttons pressed twice, lists that another changed meanwhile."""

from __future__ import annotations

import pytest

from cctns.offices.codes import Role

from .conftest import SignIn
from .wizard import COMPLAINANT, Wizard, faults


@pytest.fixture
def wizard(sign_in: SignIn) -> Wizard:
    return Wizard.begin(sign_in(Role.SHO, "bazaar"))


def test_a_page_saved_meanwhile_is_not_overwritten_unseen(wizard: Wizard) -> None:
    url = wizard.url("fir_page", "narrative")
    seen = wizard.seen(url)
    wizard.save("narrative", narrative="The first window")
    late = wizard.terminal.post(url, {"seen": seen, "narrative": "The second window"})
    page = late.content.decode()
    assert late.status_code == 409
    assert "The first window" in page
    assert "The second window</textarea>" in page
    assert faults(late) == []
    assert wizard.stored()["narrative"] == "The first window"


def test_after_seeing_both_the_officer_decides(wizard: Wizard) -> None:
    url = wizard.url("fir_page", "narrative")
    seen = wizard.seen(url)
    wizard.save("narrative", narrative="The first window")
    late = wizard.terminal.post(url, {"seen": seen, "narrative": "The second window"})
    again = late.content.decode().split('name="seen" value="')[1].split('"')[0]
    answer = wizard.terminal.post(url, {"seen": again, "narrative": "The second window"})
    assert answer.status_code == 302
    assert wizard.stored()["narrative"] == "The second window"


def test_another_page_saved_meanwhile_overtakes_nothing(wizard: Wizard) -> None:
    url = wizard.url("fir_page", "narrative")
    seen = wizard.seen(url)
    wizard.save("place", place="At the ghat")
    answer = wizard.terminal.post(url, {"seen": seen, "narrative": "As told"})
    assert answer.status_code == 302
    assert wizard.stored()["place"] == "At the ghat"


def test_a_form_without_its_mark_saves_nothing(wizard: Wizard) -> None:
    answer = wizard.terminal.post(wizard.url("fir_page", "place"), {"place": "At the ghat"})
    assert answer.status_code == 409
    assert "place" not in wizard.stored()


def test_adding_twice_by_one_button_adds_once(wizard: Wizard) -> None:
    url = wizard.url("fir_add", "complainant")
    form = {"seen": wizard.seen(url), **COMPLAINANT, "paper1_kind": "pan", "paper1_number": "AB12"}
    answers = [wizard.terminal.post(url, form) for _press in range(2)]
    assert [one.status_code for one in answers] == [302, 302]
    assert len(wizard.stored()["persons"]) == 1


def test_a_section_added_twice_stands_once(wizard: Wizard) -> None:
    form = {"seen": wizard.seen(wizard.url("fir_sections")), "act": "BNS", "number": "303(2)"}
    for _press in range(2):
        assert wizard.terminal.post(wizard.url("fir_sections"), form).status_code == 302
    assert len(wizard.stored()["offences"]) == 1


def test_removing_from_a_list_that_changed_removes_nobody_else(wizard: Wizard) -> None:
    for name in ("Ram Lal", "Mohan Das"):
        wizard.add("accused", knowledge="known", name=name)
    page = wizard.terminal.get(wizard.url("fir_list", "accused")).content.decode()
    seen = page.split('name="seen" value="')[1].split('"')[0]
    gone = wizard.url("fir_remove", "accused", 0)
    for _press in range(2):
        assert wizard.terminal.post(gone, {"seen": seen}).status_code in (302, 404)
    assert [one["name"] for one in wizard.stored()["persons"]] == ["Mohan Das"]


def test_a_person_is_written_anew_and_keeps_the_sealed_number(wizard: Wizard) -> None:
    wizard.add("complainant", **COMPLAINANT, paper1_kind="passport", paper1_number="N1234567")
    before = wizard.stored()["persons"][0]["papers"][0]
    url = wizard.url("fir_change", "complainant", 0)
    assert "…4567" in wizard.terminal.get(url).content.decode()
    changed = {**COMPLAINANT, "name": "Gita Devi", "paper1_kind": "passport"}
    assert wizard.send(url, changed).status_code == 302
    (person,) = wizard.stored()["persons"]
    assert person["name"] == "Gita Devi"
    assert person["papers"][0]["secret"] == before["secret"] != ""
    assert "N1234567" not in str(wizard.stored())


def test_of_aadhaar_nothing_but_four_digits_is_ever_stored(wizard: Wizard) -> None:
    wizard.add("complainant", **COMPLAINANT, paper1_kind="aadhaar", paper1_number="१२३४ ५६७८ ९०१२")
    assert "9012" in str(wizard.stored())
    assert "56789012" not in str(wizard.stored()).replace(" ", "")


def test_what_is_saved_is_there_after_going_back(wizard: Wizard) -> None:
    wizard.save("place", place="At the ghat", village="Nayaghat")
    page = wizard.open("place")
    assert "At the ghat" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
