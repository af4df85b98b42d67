"""The General Diary's pages: the day, a new entry, a correction, charge handed over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from cctns.lib.clock import IST, now
from cctns.offices.codes import Role
from cctns.registers.codes import GdKind
from cctns.registers.models import GeneralDiaryEntry

from .conftest import SignIn, Terminal, at
from .html import Page


def entry(**changed: Any) -> dict[str, Any]:
    return {"kind": "arrival", **at("occurred_at", now()), "text": "SI Rao came back", **changed}


def enter(terminal: Terminal, **changed: Any) -> Any:
    return terminal.post(reverse("gd_new"), entry(**changed))


def test_today_is_the_first_page_and_empty_at_first(sign_in: SignIn) -> None:
    terminal = sign_in(Role.CONSTABLE, "bazaar")
    page = terminal.get(reverse("gd_today"), follow=True).content.decode()
    assert "No entry on this day" in page
    assert Page(page).faults == []


def test_an_entry_is_numbered_and_stands_on_the_day_s_page(sign_in: SignIn) -> None:
    terminal = sign_in(Role.DUTY_OFFICER, "bazaar")
    answer = enter(terminal)
    assert answer.url.endswith("#entry-1")
    page = terminal.get(answer.url).content.decode()
    assert "SI Rao came back" in page
    assert "Arrival" in page
    assert Page(page).faults == []


def test_the_form_begins_with_the_present_moment(sign_in: SignIn) -> None:
    page = sign_in(Role.SHO, "bazaar").get(reverse("gd_new")).content.decode()
    today = now().astimezone(IST)
    assert f'name="occurred_at_day" type="text" value="{today.day}"' in page
    assert Page(page).faults == []


@pytest.mark.parametrize(
    ("wrong", "told", "field"),
    [
        ({"text": "   "}, "Write what happened", "id_text"),
        ({"text": "a\x00b"}, "NUL", "id_text"),
        ({"kind": "fir"}, "valid choice", "id_kind"),
        ({"occurred_at_day": "31", "occurred_at_month": "2"}, "real date", "id_occurred_at_day"),
        ({"occurred_at_time": "25:99"}, "time of 24 hours", "id_occurred_at_day"),
        ({"occurred_at_year": "9999"}, "in the future", "id_occurred_at_day"),
        ({"text": "x" * 20_001}, "20,000", "id_text"),
    ],
)
def test_what_is_wrong_stands_at_its_field_and_nothing_is_entered(
    sign_in: SignIn, wrong: dict[str, str], told: str, field: str
) -> None:
    answer = enter(sign_in(Role.SHO, "bazaar"), **wrong)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert told in page
    assert f'href="#{field}"' in page
    assert Page(page).faults == []
    assert not GeneralDiaryEntry.objects.exists()


def test_digits_of_any_script_are_digits(sign_in: SignIn) -> None:
    wrong = str(now().astimezone(IST).year).translate(str.maketrans("0123456789", "०१२३४५६७८९"))
    enter(sign_in(Role.SHO, "bazaar"), occurred_at_year=wrong, occurred_at_time="००:०१")
    assert GeneralDiaryEntry.objects.get().occurred_at.astimezone(IST).minute == 1


def test_html_in_an_entry_is_text(sign_in: SignIn) -> None:
    terminal = sign_in(Role.SHO, "bazaar")
    answer = enter(terminal, text="<script>alert(1)</script> & more")
    page = terminal.get(answer.url).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page
    assert Page(page).faults == []


def test_a_correction_refers_to_the_entry_and_leaves_it(sign_in: SignIn) -> None:
    terminal = sign_in(Role.SHO, "bazaar")
    enter(terminal)
    first = GeneralDiaryEntry.objects.get()
    correct = reverse("gd_correct", args=[first.pk])
    assert Page(terminal.get(correct).content.decode()).faults == []
    assert terminal.post(correct, {"text": ""}).status_code == 400
    answer = terminal.post(correct, {"text": "It was SI Rai"})
    assert answer.status_code == 302
    second = GeneralDiaryEntry.objects.get(corrects=first)
    assert second.kind == GdKind.CORRECTION
    assert GeneralDiaryEntry.objects.get(pk=first.pk).text == "SI Rao came back"


def test_a_supervisor_reads_a_station_s_diary_but_does_not_write_it(
    sign_in: SignIn,
) -> None:
    enter(sign_in(Role.SHO, "bazaar"))
    sdpo = sign_in(Role.SDPO, "circle")
    page = sdpo.get(reverse("gd_today") + "?code=BAZAAR", follow=True).content.decode()
    assert "SI Rao came back" in page
    assert "New entry" not in page
    assert enter(sdpo).status_code == 403
    other = sign_in(Role.SHO, "mills")
    assert other.get(reverse("gd_today") + "?code=BAZAAR", follow=True).status_code == 403


def test_the_days_are_leafed_through(sign_in: SignIn) -> None:
    terminal = sign_in(Role.SHO, "bazaar")
    enter(terminal)
    today = now().astimezone(IST).date()
    before = today - timedelta(days=1)
    named = {"on_day": before.day, "on_month": before.month, "on_year": before.year}
    answer = terminal.get(reverse("gd_today"), named)
    assert answer.url == reverse("gd_day", args=[before])
    page = terminal.get(answer.url).content.decode()
    assert "No entry on this day" in page
    assert reverse("gd_day", args=[today]) in page
    assert terminal.get("/diary/2026-02-30/").status_code == 404


def test_a_day_that_does_not_exist_is_told_of(sign_in: SignIn) -> None:
    asked = {"on_day": "45", "on_month": "1", "on_year": "2026"}
    answer = sign_in(Role.SHO, "bazaar").get(reverse("gd_today"), asked, follow=True)
    assert "Enter a real date" in answer.content.decode()
    assert Page(answer.content.decode()).faults == []


def test_of_a_day_to_come_there_is_no_signed_page(sign_in: SignIn) -> None:
    sho, tomorrow = sign_in(Role.SHO, "bazaar"), now().astimezone(IST).date() + timedelta(days=1)
    paper = reverse("gd_day_pdf", args=[tomorrow.isoformat()])
    assert sho.get(paper).status_code == 404
    assert paper not in sho.get(reverse("gd_day", args=[tomorrow])).content.decode()


def test_a_long_day_goes_on_over_the_page(sign_in: SignIn, monkeypatch: Any) -> None:
    monkeypatch.setattr("cctns.registers.queries.lists.PAGE", 2)
    terminal = sign_in(Role.SHO, "bazaar")
    for text in ("one", "two", "three"):
        enter(terminal, text=text)
    first = terminal.get(reverse("gd_today"), follow=True).content.decode()
    assert "three" not in first.split("<main")[1]
    more = [link for link in Page(first).links if "after=2" in link]
    assert "three" in terminal.get(more[0]).content.decode()


def test_charge_is_handed_over_and_taken_back_in_the_diary(sign_in: SignIn) -> None:
    sho, io = sign_in(Role.SHO, "bazaar"), sign_in(Role.IO, "bazaar")
    page = sho.get(reverse("gd_hand_over")).content.decode()
    assert io.posting.officer.name in page
    assert Page(page).faults == []
    answer = sho.post(reverse("gd_hand_over"), {"officer": str(io.posting.pk)})
    assert "handed over to" in sho.get(answer.url, follow=True).content.decode()
    assert sho.get(reverse("gd_hand_over")).status_code == 403
    assert Page(sho.get(reverse("gd_take_back")).content.decode()).faults == []
    answer = sho.post(reverse("gd_take_back"))
    assert "taken over from" in sho.get(answer.url, follow=True).content.decode()
    assert sho.post(reverse("gd_take_back")).status_code == 400


def test_only_the_officer_in_charge_hands_over(sign_in: SignIn) -> None:
    for role in (Role.IO, Role.DUTY_OFFICER, Role.CONSTABLE):
        assert sign_in(role, "bazaar").get(reverse("gd_hand_over")).status_code == 403
