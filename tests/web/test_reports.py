"""Final reports at the desks of those who answer: prosecutor, supervisor, court."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from cctns.cases.models import Acknowledgement, Vetting
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.codes import Role
from tests.cases.investigating import arrest_of, opened
from tests.documents.reading import text

from .conftest import SignIn, Terminal, at, pages_own_role, seeing_all
from .html import Answers, Page
from .test_query_counts import questions


def answer(desk: Terminal, report: Any, name: str, **told: str) -> Any:
    address = reverse("report_answer", args=[report, name])
    page = desk.get(address)
    assert Page(page.content.decode()).faults == []
    sent = {"id": str(uuid7()), "do": "save", **told}
    return desk.post(address, sent)


def test_a_report_goes_round(sign_in: SignIn) -> None:
    """Typed once at the station, then by buttons: prosecutor, officer in charge, SP, court."""
    io, sho = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar")
    prosecutor = sign_in(Role.PROSECUTOR, "prosecution")
    sp, court = sign_in(Role.SP, "east"), sign_in(Role.COURT, "court")
    case = opened(sho.posting, io.posting)
    arrest_of(io.posting, case)
    with pages_own_role():
        new = reverse("case_sheet_new", args=[case.fir_id, "report"])
        form = io.get(new).content.decode()
        assert Page(form).faults == []
        checked = io.post(new, {**Answers(form).sent, "do": "check"})
        assert checked.status_code == 200, checked.content.decode()
        made = io.post(new, {**Answers(form).sent, "do": "save"})
        assert made.status_code == 302, made.content.decode()
        report = made.url.rstrip("/").rsplit("/", 1)[1]
        assert Page(io.get(made.url).content.decode()).faults == []

        def step(desk: Terminal, verb: str, **told: str) -> None:
            address = reverse("book_step", args=["report", report, verb])
            shown = Answers(desk.get(address).content.decode())
            sent = desk.post(address, {**shown.sent, **told})
            assert sent.status_code == 302, sent.content.decode()

        step(io, "submit")
        assert report in prosecutor.get(reverse("report_list")).content.decode()
        assert answer(prosecutor, report, "vetting", opinion="fit").status_code == 302
        step(sho, "forward")
        assert report in sp.get(reverse("report_list")).content.decode()
        assert answer(sp, report, "approval", decision="approved").status_code == 302
        step(sho, "transmit", **at("transmitted_at", now()))
        wrong = answer(court, report, "acknowledgement", receipt="consumed", cnr="12")
        assert wrong.status_code == 400
        taken = answer(court, report, "acknowledgement", receipt="consumed", cnr="ZZRM010012342026")
        assert taken.status_code == 302
        with seeing_all():
            assert Acknowledgement.objects.get().fir_told.startswith(case.fir.number)
            vetting = Vetting.objects.get()
        address = reverse("report", args=[report])
        # Ten tables hold it and its answers: more than the fifteen questions of other pages.
        assert max(questions(desk, address) for desk in (court, io, sp)) <= 27
        page = court.get(address).content.decode()
        assert Page(page).faults == []
        assert reverse("report_answer", args=[report, "disposal"]) in page
        shown = io.get(reverse("case", args=[case.fir_id])).content.decode()
        assert "On the court&#x27;s file" in shown
        paper = reverse("book_paper", args=["vetting", vetting.pk, "opinion"])
        assert case.fir.number in text(prosecutor.get(paper).content)


def test_who_has_no_part_in_it_sees_no_report(sign_in: SignIn) -> None:
    io, sho = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar")
    assert sign_in(Role.JAIL, "prison").get(reverse("report_list")).status_code == 403
    case = opened(sho.posting, io.posting)
    other = sign_in(Role.PROSECUTOR, "prosecution")
    assert other.get(reverse("report", args=[case.pk])).status_code == 404
