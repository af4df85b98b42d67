"""Possible matches at the desk: reasons in words, and an officer's word on them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from cctns.cases import tracing
from cctns.cases.models import TraceCandidate, TraceDecision
from cctns.lib.ids import uuid7
from cctns.offices.codes import Role
from tests.cases.test_missing import missing
from tests.cases.test_tracing import TATTOO
from tests.registers.test_found import body

from .conftest import SignIn
from .html import Page


@pytest.mark.parametrize("language", ["en", "hi"])
def test_reasons_are_read_and_a_decision_is_entered(sign_in: SignIn, language: str) -> None:
    desk, fort = sign_in(Role.DUTY_OFFICER, "bazaar"), sign_in(Role.DUTY_OFFICER, "fort")
    gone = missing(desk.posting, features=TATTOO)
    body(fort.posting, features=TATTOO)
    tracing.run()
    here = reverse("book_matches", args=["missing", gone.pk])
    entry = desk.get(reverse("book_entry", args=["missing", gone.pk])).content.decode()
    assert here in entry
    shown = desk.get(here, headers={"accept-language": language}).content.decode()
    assert "forearm" in shown
    assert Page(shown).faults == []
    candidate = TraceCandidate.objects.get(record_id=gone.pk)
    ask = f"{here}?of={candidate.pk}"
    assert Page(desk.get(ask).content.decode()).faults == []
    assert desk.post(ask, {"same": "no", "reason": ""}).status_code == 400
    assert desk.post(ask, {"same": "", "reason": "x"}).status_code == 400
    assert desk.post(ask, {"same": "no", "reason": "His wife: not he"}).status_code == 302
    assert TraceDecision.objects.get().same is False
    assert "His wife: not he" in desk.get(here).content.decode()


def test_what_does_not_exist(sign_in: SignIn) -> None:
    desk = sign_in(Role.DUTY_OFFICER, "bazaar")
    gone = missing(desk.posting)
    here = reverse("book_matches", args=["missing", gone.pk])
    assert "Nobody comes close" in desk.get(here).content.decode()
    assert desk.get(f"{here}?of={uuid7()}").status_code == 404
    assert desk.get(reverse("book_matches", args=["ncr", gone.pk])).status_code == 404
    other = sign_in(Role.DUTY_OFFICER, "fort")
    assert other.get(here).status_code == 403
