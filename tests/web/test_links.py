"""Clubbed cases on the pages of both."""

from __future__ import annotations

from django.urls import reverse

from cctns.cases.models import CaseLink
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.codes import Role
from tests.cases.made import registered
from tests.web.conftest import SignIn, at, pages_own_role, seeing_all
from tests.web.test_query_counts import MOST, questions


def test_a_case_is_clubbed_and_unlinked_on_its_pages(sign_in: SignIn) -> None:
    sho = sign_in(Role.SHO, "bazaar")
    main, second = registered(sho.posting), registered(sho.posting)
    new = reverse("case_sheet_new", args=[second.pk, "link"])
    pages = [reverse("case", args=[one.pk]) for one in (second, main)]
    answers = {
        "entry_id": str(uuid7()),
        "relation": "clubbed_under",
        "other_fir_id": str(main.pk),
        **at("happened_at", now()),
        "reason": "One occurrence, told by two persons",
    }
    with pages_own_role():
        assert new in sho.get(reverse("case_investigation", args=[second.pk])).content.decode()
        assert f"{main.number}, " in sho.get(new).content.decode()
        assert sho.post(new, {**answers, "other_fir_id": str(uuid7())}).status_code == 400
        read_back = sho.post(new, answers).content.decode()
        assert f"{main.number}, " in read_back
        assert sho.post(new, {**answers, "do": "save"}).status_code == 302
        here, there = (sho.get(page).content.decode() for page in pages)
        with seeing_all():
            link = CaseLink.objects.get()
        entry = sho.get(reverse("book_entry", args=["link", link.pk])).content.decode()
    assert f"Clubbed under FIR {main.number}" in here
    assert "Clubbed with this case" in there
    assert pages[0] in there
    assert pages[1] in here
    assert main.number in entry
    assert str(main.pk) not in entry
    assert max(questions(sho, page) for page in pages) <= MOST
    assert questions(sho, reverse("case_investigation", args=[second.pk])) <= MOST
