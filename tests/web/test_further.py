"""A case whose report is with the court is investigated further, from the pages."""

from __future__ import annotations

from django.urls import reverse

from cctns.cases.models import FurtherInvestigation
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.codes import Rank, Role
from tests.cases.investigating import arrest_of
from tests.cases.made import case_of, registered
from tests.cases.test_final_report import Hands, in_court
from tests.offices.land import Land
from tests.web.conftest import SignIn, at, pages_own_role


def test_the_officer_in_charge_begins_it_and_the_report_is_a_supplementary_one(
    sign_in: SignIn, land: Land
) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    hands = Hands(
        io=sho.posting,
        sho=sho.posting,
        prosecutor=land.post(Role.PROSECUTOR, "prosecution"),
        sp=land.post(Role.SP, "east", rank=Rank.SP),
        court=land.post(Role.COURT, "court"),
    )
    fir = registered(sho.posting)
    arrest_of(sho.posting, case_of(fir))
    first = in_court(hands, case_of(fir))
    page = reverse("case_investigation", args=[fir.pk])
    new = reverse("case_sheet_new", args=[fir.pk, "further"])
    told = {
        "entry_id": str(uuid7()),
        **at("happened_at", now()),
        "reason": "A second man was seen on the film",
        "court_name": "JMFC, Rampur",
    }
    with pages_own_role():
        assert new in sho.get(page).content.decode()
        assert sho.post(new, {**told, "trial": "on"}).status_code == 400
        done = sho.post(new, {**told, "do": "save"})
        assert done.status_code == 302
        shown = sho.get(page).content.decode()
        assert "Under further investigation" in shown
        assert new not in shown
        report = sho.get(reverse("case_sheet_new", args=[fir.pk, "report"])).content.decode()
    assert FurtherInvestigation.objects.get().first_report == first
    assert f"Report {first.number}, with its documents" in report
    assert "A second man was seen on the film" in report
