"""Whatever is typed wrong is said at its field; nothing of it is half-written, nothing is lost."""

from __future__ import annotations

import html
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django.http import HttpResponse

from cctns.offices.codes import Role

from .conftest import SignIn
from .wizard import COMPLAINANT, Wizard, error_texts, faults, hours_ago, parts

DAMAGED = "This text holds half a character: it was damaged on its way here"


@pytest.fixture
def wizard(sign_in: SignIn) -> Wizard:
    return Wizard.begin(sign_in(Role.SHO, "bazaar"))


def received(day: str, month: str, year: str, time: str) -> dict[str, str]:
    boxes = {"day": day, "month": month, "year": year, "time": time}
    return {f"received_at_{name}": value for name, value in boxes.items()}


@pytest.mark.parametrize(
    ("boxes", "message"),
    [
        (("31", "2", "2026", "10:00"), "Enter a real date"),
        (("", "2", "2026", "10:00"), "Enter a real date"),
        (("a", "b", "c", "10:00"), "Enter a real date"),
        (("1", "2", "99999999999999999999", "10:00"), "Enter a real date"),
        (("1", "2", "2026", "25:00"), "Enter a time of 24 hours"),
        (("1", "2", "2026", ""), "Enter a time of 24 hours"),
        (("1", "1", "2199", "10:00"), "This time is in the future"),
        (("", "", "", ""), "Enter when the information reached the station"),
    ],
)
def test_wrong_dates_are_said_at_their_field(
    wizard: Wizard, boxes: tuple[str, str, str, str], message: str
) -> None:
    before = wizard.stored()
    answer = wizard.save("information", information="oral", **received(*boxes))
    assert answer.status_code == 400
    assert any(one.startswith(message) for one in error_texts(answer))
    assert f'value="{boxes[0]}"' in answer.content.decode()
    assert wizard.stored() == before
    assert faults(answer) == []


def test_days_in_devanagari_digits_are_days(wizard: Wizard) -> None:
    answer = wizard.save("information", information="oral", **received("७", "३", "२०२६", "१४:३०"))
    assert answer.status_code == 302
    assert wizard.stored()["received_at"] == "2026-03-07T14:30:00+05:30"


def test_it_cannot_end_before_it_began_nor_happen_after_it_was_told(wizard: Wizard) -> None:
    wizard.save("information", information="oral", **parts("received_at", hours_ago(2)))
    times = {**parts("occurred_from", hours_ago(3)), **parts("occurred_to", hours_ago(5))}
    answer = wizard.save("occurrence", time_known="True", **times)
    assert error_texts(answer) == ["It cannot end before it began"]
    answer = wizard.save("occurrence", time_known="True", **parts("occurred_from", hours_ago(1)))
    assert error_texts(answer) == ["It cannot have happened after the station was told of it"]
    assert "occurred_from" not in wizard.stored()


def test_weekday_and_pahar_are_worked_out(wizard: Wizard) -> None:
    wizard.save("information", information="oral", **received("7", "3", "2026", "20:00"))
    boxes = {"day": "7", "month": "3", "year": "2026", "time": "14:30"}
    wizard.save(
        "occurrence",
        time_known="True",
        **{f"occurred_from_{name}": value for name, value in boxes.items()},
    )
    assert wizard.stored()["pahar"] == "3"
    assert "Saturday" in wizard.open("occurrence").content.decode()


@pytest.mark.parametrize(
    ("act", "number", "message"),
    [
        ("IPC", "379", "BNS 303(2)"),
        ("BNS", "9999", "This Act has no such section"),
        ("BNS", "'; DROP TABLE", "This is not the number of a section"),
        ("BNS", "", "Enter the section"),
        ("", "303", "Choose the Act"),
        ("NOSUCH", "1", "Choose one of the answers shown"),
    ],
)
def test_a_section_that_does_not_suit_is_explained(
    wizard: Wizard, act: str, number: str, message: str
) -> None:
    wizard.save("information", information="oral", **parts("received_at", hours_ago(2)))
    answer = wizard.section(act, number)
    assert answer.status_code == 400
    assert any(message in html.unescape(one) for one in error_texts(answer))
    assert "offences" not in wizard.stored()
    assert faults(answer) == []


def test_an_old_offence_takes_the_old_code(wizard: Wizard) -> None:
    wizard.save("information", information="oral", **received("2", "7", "2024", "10:00"))
    boxes = {"day": "30", "month": "6", "year": "2024", "time": "23:00"}
    wizard.save(
        "occurrence",
        time_known="True",
        **{f"occurred_from_{name}": value for name, value in boxes.items()},
    )
    refused = wizard.section("BNS", "303(2)")
    assert any("IPC 379" in one for one in error_texts(refused))
    assert wizard.section("IPC", "379").status_code == 302
    assert wizard.section("IPC", "३७९").status_code == 302
    assert len(wizard.stored()["offences"]) == 1


@pytest.mark.parametrize("slug", ["narrative", "place", "information", "occurrence"])
def test_empty_pages_say_what_they_need_and_can_still_be_left(wizard: Wizard, slug: str) -> None:
    if slug == "occurrence":
        wizard.save("information", information="oral", **parts("received_at", hours_ago(1)))
    answer = wizard.save(slug)
    assert answer.status_code == 400
    assert error_texts(answer)
    assert wizard.save(slug, later="yes").status_code == 302


def test_an_occurrence_without_a_time_is_asked_for_before_anything_else(wizard: Wizard) -> None:
    answer = wizard.save("occurrence", time_known="True")
    assert error_texts(answer) == ["Enter when it happened, or say that the time is not known"]


def test_everything_wrong_on_a_page_is_said_at_once(wizard: Wizard) -> None:
    answer = wizard.save("place", pin="12", distance_km="far")
    assert error_texts(answer) == [
        "Enter where it happened",
        "A PIN code has six digits",
        "Enter a number, like 1500 or 1500.50",
    ]
    answer = wizard.add("complainant", email="x@", age="400", mobile="call")
    assert sorted(html.unescape(one) for one in error_texts(answer)) == [
        "Enter a telephone number, as 98765 43210",
        "Enter the complainant's address",
        "Enter the complainant's name",
        "Nobody is of this age",
        "Write the address like name@example.in",
    ]
    assert wizard.save("place", later="yes", distance_km="far").status_code == 400


def test_an_unknown_accused_is_called_so_on_the_check_page(wizard: Wizard) -> None:
    wizard.add("accused", knowledge="unknown", unknown_count="2")
    page = wizard.terminal.get(wizard.url("fir_check")).content.decode()
    assert "Name not known" in page
    assert "How far is this person known: Unknown" in page


def test_property_of_no_kind_is_asked_for_its_kind(wizard: Wizard) -> None:
    answer = wizard.terminal.post(wizard.url("fir_add", "property"), {})
    assert answer.status_code == 400
    assert error_texts(answer) == ["Choose the kind of property"]


@pytest.mark.parametrize("slug", ["victim", "witness"])
def test_a_person_of_whom_nothing_is_told_is_nobody(wizard: Wizard, slug: str) -> None:
    answer = wizard.add(slug, sex="unknown")
    assert answer.status_code == 400
    assert error_texts(answer) == ["Write down the name, or what else is known of this person"]
    assert "persons" not in wizard.stored()
    assert wizard.add(slug, sex="female", age="30").status_code == 302


def test_an_enormous_account_is_refused_and_kept_on_the_page(wizard: Wizard) -> None:
    long = "क" * 100_001
    answer = wizard.save("narrative", narrative=long)
    assert error_texts(answer) == ["Use 100,000 characters or fewer; this has 100,001"]
    assert long in answer.content.decode()
    assert "narrative" not in wizard.stored()
    assert wizard.save("narrative", narrative="क" * 100_000).status_code == 302


def test_an_enormous_name_is_refused(wizard: Wizard) -> None:
    answer = wizard.add("complainant", **{**COMPLAINANT, "name": "a" * 5000})
    assert error_texts(answer) == ["Use 200 characters or fewer; this has 5,000"]
    assert "persons" not in wizard.stored()


@pytest.mark.parametrize(
    "number", ["1e9", "-5", "NaN", "Infinity", "99999999999999", "1.2.3", "दो"]
)
def test_a_value_is_a_number_of_rupees(wizard: Wizard, number: str) -> None:
    answer = wizard.add("property", "other", description="A bag", value=number)
    assert answer.status_code == 400
    assert len(error_texts(answer)) == 1
    assert "things" not in wizard.stored()


def test_rupees_in_devanagari_digits_with_indian_commas(wizard: Wizard) -> None:
    wizard.add("property", "other", description="A bag", value="१,२५,०००.५०")
    wizard.add("property", "jewellery", description="A chain", value="50")
    page = wizard.terminal.get(wizard.url("fir_list", "property")).content.decode()
    assert wizard.stored()["things"][0]["value"] == "125000.50"
    assert "₹ 1,25,050.50" in page


NUL, HALF = "a\x00b", "%ED%A0%80"


def with_nul(wizard: Wizard, url: str, field: str) -> HttpResponse:
    return wizard.send(url, {field: NUL})


def with_half(wizard: Wizard, url: str, field: str) -> HttpResponse:
    """Half a surrogate pair, as only a broken browser would send it."""
    body = urlencode({"seen": wizard.seen(url)}) + f"&{field}=a{HALF}b"
    return wizard.terminal.post(url, body, content_type="application/x-www-form-urlencoded")


@pytest.mark.parametrize("send", [with_nul, with_half])
@pytest.mark.parametrize(
    ("page", "field"),
    [
        ("narrative", "narrative"),
        ("place", "village"),
        ("place", "distance_km"),
        ("information", "received_at_day"),
    ],
)
def test_damaged_text_is_refused_at_its_field(
    wizard: Wizard, send: Callable[..., HttpResponse], page: str, field: str
) -> None:
    before = wizard.stored()
    answer = send(wizard, wizard.url("fir_page", page), field)
    assert answer.status_code == 400
    assert error_texts(answer)
    assert wizard.stored() == before


def test_a_word_of_two_scripts_is_no_name(wizard: Wizard) -> None:
    answer = wizard.add("complainant", **{**COMPLAINANT, "name": "R\u0430m Lal"})  # Cyrillic a
    assert any("mixes letters of two scripts" in one for one in error_texts(answer))
    name = "राम Lal मो॰"
    assert wizard.add("complainant", **{**COMPLAINANT, "name": name}).status_code == 302
    assert wizard.stored()["persons"][0]["name"] == name


def test_markup_is_shown_as_it_was_typed(wizard: Wizard) -> None:
    told = '<script>alert(1)</script> & "quotes" #import ] \u202e'
    wizard.save("narrative", narrative=told)
    wizard.add("complainant", **{**COMPLAINANT, "name": "<b>Sita</b>"})
    check = wizard.terminal.get(wizard.url("fir_check"))
    assert "<script>alert" not in check.content.decode()
    assert "&lt;script&gt;" in check.content.decode()
    assert "&lt;b&gt;Sita" in check.content.decode()
    assert faults(check) == []


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        ("pin", "12", "A PIN code has six digits"),
        ("mobile", "call me", "Enter a telephone number"),
        ("age", "400", "Nobody is of this age"),
        ("age", "3.5", "Enter a whole number"),
        ("email", "sita@", "Write the address like"),
        ("sex", "robot", "Choose one of the answers shown"),
        ("born_on_year", "1990", "Enter a real date"),
    ],
)
def test_particulars_of_a_person(wizard: Wizard, field: str, typed: str, message: str) -> None:
    answer = wizard.add("complainant", **{**COMPLAINANT, field: typed})
    assert any(one.startswith(message) for one in error_texts(answer))
    assert "persons" not in wizard.stored()
    assert "Sita Devi" in answer.content.decode()


def test_numbers_of_a_phone_follow_its_annexure(wizard: Wizard) -> None:
    answer = wizard.add("property", "phone", description="Phone", particular_imei1="12")
    assert len(error_texts(answer)) == 1
    imei = "३५६९३८०३५६४३८०९"
    assert (
        wizard.add("property", "phone", description="Phone", particular_imei1=imei).status_code
        == 302
    )
    assert wizard.stored()["things"][0]["particulars"] == {"imei1": "356938035643809"}


@pytest.mark.parametrize("url", ["complainant", "property"])
def test_a_place_in_a_list_that_is_empty_is_not_found(wizard: Wizard, url: str) -> None:
    assert wizard.terminal.get(wizard.url("fir_change", url, 7)).status_code == 404


def test_pages_that_do_not_exist(wizard: Wizard) -> None:
    for slug in ("nothing", "sections2", "complainant", "property"):
        assert wizard.open(slug).status_code == 404
    assert wizard.terminal.get(wizard.url("fir_add", "property", "ufo")).status_code == 404
    assert wizard.terminal.get(wizard.url("fir_list", "place")).status_code == 404
