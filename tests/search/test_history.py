"""A person's history: cases, standing, custody, biometrics, associates, and the signed paper."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from cctns.journal import follow
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.search.looking import Look, Purpose, PurposeWanted
from cctns.search.sheet import Unseen, sheet_of
from cctns.search.tables import Lookup
from tests.cases.investigating import another_accused, arrest_of, opened
from tests.documents.reading import text
from tests.web.conftest import SignIn, _quiet, pages_own_role, sign_in

from .conftest import NATION, Seeks

__all__ = ["_quiet", "sign_in"]
PURPOSE = {"scope": "nation", "reason": "court", "reference": "CC 7/2026"}


@pytest.fixture
def vikram(sho: Posting, io: Posting, seeks: Seeks) -> object:
    case = opened(sho, io)
    arrest_of(io, case)
    another_accused(io, case, name="Raju")
    found = seeks(io, "Vikram").people
    assert found is not None
    return found.hits[0].mention.id


def test_a_sheet_tells_custody_biometrics_and_who_else_is_accused(
    vikram: object, io: Posting
) -> None:
    sheet = sheet_of(by=io, mentions=[vikram], look=Look())  # type: ignore[list-item]
    (line,) = sheet.lines
    assert line.deed is not None
    assert [code for _day, code, _words in line.deed.custody] == ["arrest"]
    assert line.deed.held == {"prints": "2700000001"}
    assert line.deed.sections == "BNS 304(2)"
    assert [one.name for one in sheet.associates] == ["Raju"]


def test_complaint_46_a_person_is_opened_beyond_ones_own_for_a_purpose_and_it_is_kept(
    vikram: object, far: Posting
) -> None:
    with pytest.raises(Unseen):
        sheet_of(by=far, mentions=[vikram], look=Look())  # type: ignore[list-item]
    with pytest.raises(PurposeWanted):
        sheet_of(by=far, mentions=[vikram], look=Look(NATION.scope, Purpose()))  # type: ignore[list-item]
    sheet = sheet_of(by=far, mentions=[vikram], look=NATION)  # type: ignore[list-item]
    assert sheet.lookup is not None
    assert sheet.lookup.shown.count() == 2


@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_page_and_the_signed_paper(vikram: object, sign_in: SignIn, language: str) -> None:
    sp = sign_in(Role.SP, "east")
    follow.run_all()
    sp.cookies["django_language"] = language
    with pages_own_role():
        page = sp.get(reverse("find_person", args=[vikram])).content.decode()
        refused = sp.get(reverse("find_person_pdf", args=[vikram]))
        paper = sp.get(reverse("find_person_pdf", args=[vikram]), {"lang": language, **PURPOSE})
    assert "2700000001" in page
    assert re.search(r"<svg viewBox.*Raju", page, re.DOTALL)
    assert refused.status_code == 400
    assert paper.status_code == 200
    told = text(paper.content)
    assert "2700000001" in told
    assert "CC 7/2026" in told
    assert Lookup.objects.filter(kind="sheet").count() == 1
