"""Complaint 52: papers printed, signed by hand, scanned again; here many are signed in one go."""

from __future__ import annotations

import io
import zipfile

from django.urls import reverse

from cctns.offices.codes import Role
from tests.cases.asked import statement_of
from tests.cases.investigating import arrest_of, opened
from tests.cases.scene import seizure_of

from .conftest import SignIn, Terminal, pages_own_role
from .html import Page


def taken(desk: Terminal, here: str, papers: list[str], lang: str) -> dict[str, bytes]:
    answer = desk.post(here, {"papers": papers, "lang": lang})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name) for name in packed.namelist()}


def test_complaint_52_all_papers_of_a_case_in_two_steps(sign_in: SignIn) -> None:
    io_, sho = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar")
    case = opened(sho.posting, io_.posting)
    arrest, seizure = arrest_of(io_.posting, case), seizure_of(io_.posting, case)
    here = reverse("case_bundle", args=[case.fir_id])
    wanted = ["fir", f"seizure:{seizure.pk}:memo", f"arrest:{arrest.pk}:memo"]
    with pages_own_role():
        assert here in sho.get(reverse("case_papers", args=[case.fir_id])).content.decode()
        page = sho.get(here).content.decode()
        assert Page(page).faults == []
        assert all(one in page for one in wanted)
        found = taken(sho, here, wanted, "hi")
    papers = {name: data for name, data in found.items() if name != "list.txt"}
    assert len(papers) == 3
    assert all(data.startswith(b"%PDF") and b"/Sig" in data for data in papers.values())
    assert found["list.txt"].decode().splitlines() == list(papers)
    file = io.BytesIO(next(data for name, data in papers.items() if "memo-arrest" in name))
    file.name = "memo.pdf"
    assert "Verified" in sho.post(reverse("verify"), {"file": file}).content.decode()


def test_what_is_sealed_is_left_out_and_named(sign_in: SignIn) -> None:
    io_, sho = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar")
    case = opened(sho.posting, io_.posting)
    statement = statement_of(io_.posting, case)
    guard = sign_in(Role.CONSTABLE, "bazaar")
    here = reverse("case_bundle", args=[case.fir_id])
    found = taken(guard, here, ["fir", f"statement:{statement.pk}:statement"], "en")
    assert len(found) == 2
    assert "investigate and supervise" in found["list.txt"].decode()


def test_wrong_choices_are_told(sign_in: SignIn) -> None:
    io_, sho = sign_in(Role.IO, "bazaar"), sign_in(Role.SHO, "bazaar")
    case = opened(sho.posting, io_.posting)
    here = reverse("case_bundle", args=[case.fir_id])
    for papers, lang in (([], "en"), (["fir"], "xx"), (["moon"], "en")):
        answer = sho.post(here, {"papers": papers, "lang": lang})
        assert answer.status_code == 400
        assert Page(answer.content.decode()).faults == []
    other = sign_in(Role.SHO, "mills")
    with pages_own_role():
        assert other.get(here).status_code == 404
