"""The kind of an FIR is chosen before anything else, and may turn out to be another."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cctns.cases.models import Fir
from cctns.offices.codes import Role

from .conftest import SignIn, Terminal
from .wizard import Wizard, error_texts, faults, hours_ago, parts


@pytest.fixture
def sho(sign_in: SignIn) -> Terminal:
    return sign_in(Role.SHO, "bazaar")


def test_an_ordinary_fir_turns_out_to_be_a_zero_fir(sho: Terminal) -> None:
    wizard = Wizard.begin(sho)
    wizard.fill(io=sho.posting.officer.username)
    assert wizard.save("kind", kind="zero").status_code == 302
    assert "A Zero FIR names the station" in sho.get(wizard.url("fir_check")).content.decode()
    where = {"place": "On the ghat", "outside_limits": "on", "outside_station": "Fort"}
    assert wizard.save("place", **where).status_code == 302
    assert wizard.save("action", action="transfer").status_code == 302
    assert sho.post(wizard.url("fir_register")).status_code == 302
    fir = Fir.objects.get()
    assert (fir.kind, fir.series) == ("zero", "zero")


def test_the_list_of_drafts_tells_the_new_kind(sho: Terminal) -> None:
    wizard = Wizard.begin(sho)
    wizard.save("kind", kind="zero")
    assert "Zero FIR</td>" in sho.get(reverse("fir_drafts")).content.decode()


def test_how_the_information_came_follows_the_kind(sho: Terminal) -> None:
    wizard = Wizard.begin(sho)
    wizard.save("kind", kind="court")
    order = {"information": "court", "court_order": "JMFC, 12/2026"}
    wizard.save("information", **order, **parts("received_at", hours_ago(1)))
    assert wizard.stored()["information"] == "court"
    wizard.save("kind", kind="ordinary")
    assert "information" not in wizard.stored()
    assert "court_order" not in wizard.stored()
    assert "received_at" in wizard.stored()


def test_a_kind_that_rests_on_any_information_keeps_it(sho: Terminal) -> None:
    wizard = Wizard.begin(sho)
    wizard.save("information", information="written", **parts("received_at", hours_ago(1)))
    wizard.save("kind", kind="zero")
    assert wizard.stored()["information"] == "written"


def test_an_efir_that_the_diary_tells_of_stays_one(sho: Terminal) -> None:
    wizard = Wizard.begin(sho, "efir")
    sho.post(wizard.url("fir_submit"))
    answer = wizard.save("kind", kind="ordinary")
    assert answer.status_code == 400
    assert error_texts(answer) == [
        "The General Diary tells of this e-FIR already: for another kind begin another FIR"
    ]
    assert faults(answer) == []
    assert wizard.stored()["kind"] == "efir"
    assert wizard.save("kind", kind="efir").status_code == 302
