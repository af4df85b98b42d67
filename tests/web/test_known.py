"""Known already? Shown once when a person of an FIR is written down, and never in the way."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cctns.cases.models import FirDraft
from cctns.offices.codes import Role
from tests.identity.people import known
from tests.offices.land import Land

from .conftest import SignIn, pages_own_role
from .html import Answers, Page
from .test_query_counts import MOST, questions


@pytest.mark.parametrize("language", ["en", "hi"])
def test_who_may_be_on_record_is_shown_with_reasons(
    sign_in: SignIn, land: Land, language: str
) -> None:
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    known(land["bazaar"], "मोहम्मद रफ़ीक", relative_name="अब्दुल करीम", number="7/2026")
    known(land["mills"], "Mohd Rafiq", number="99/2026")
    desk.post(reverse("fir_start"), {"kind": "ordinary"})
    draft = FirDraft.objects.get()
    with pages_own_role():
        add = reverse("fir_add", args=[draft.pk, "accused"])
        told = {"name": "Mohd. Rafeeq", "relative_name": "Abdul", "sex": "male", "later": "1"}
        sent = {**Answers(desk.get(add).content.decode()).sent, **told}
        answer = desk.post(add, sent)
        assert answer.url == reverse("fir_known", args=[draft.pk, "accused", 0])
        page = desk.get(answer.url, headers={"accept-language": language}).content.decode()
        assert "मोहम्मद रफ़ीक" in page
        assert "7/2026" in page
        assert "99/2026" not in page  # beyond the own jurisdiction, which wants a purpose
        assert Page(page).faults == []
        assert reverse("fir_list", args=[draft.pk, "accused"]) in page
    draft.refresh_from_db()
    assert draft.answers["persons"][0]["name"] == "Mohd. Rafeeq"  # saved before anybody was asked
    assert questions(desk, answer.url) <= MOST


def test_nobody_is_on_record_and_nothing_stands_in_the_way(sign_in: SignIn) -> None:
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    desk.post(reverse("fir_start"), {"kind": "ordinary"})
    draft = FirDraft.objects.get()
    add = reverse("fir_add", args=[draft.pk, "accused"])
    sent = {**Answers(desk.get(add).content.decode()).sent, "name": "Ramesh Kumar", "later": "1"}
    listed = reverse("fir_list", args=[draft.pk, "accused"])
    assert desk.post(add, sent).url == listed
    assert desk.get(reverse("fir_known", args=[draft.pk, "accused", 0])).url == listed
    assert desk.get(reverse("fir_known", args=[draft.pk, "accused", 9])).status_code == 404
