"""A case goes from one station's pages to another's, and both show the other's number."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from cctns.cases.models import Fir
from cctns.offices.codes import Role
from tests.cases.investigating import arrest_of
from tests.cases.made import case_of, registered
from tests.web.conftest import SignIn, pages_own_role, seeing_all

from .wizard import error_texts


def test_a_case_is_transferred_taken_over_and_read_at_both_stations(sign_in: SignIn) -> None:
    sho, mills = sign_in(Role.SHO, "bazaar"), sign_in(Role.SHO, "mills")
    fir = registered(sho.posting)
    arrest = arrest_of(sho.posting, case_of(fir))
    with pages_own_role():
        send = reverse("case_transfer", args=[fir.pk])
        assert send in sho.get(reverse("case", args=[fir.pk])).content.decode()
        told = {"to_office": "mills", "ground": "court", "reason": "Beyond the canal"}
        refused: Any = sho.post(send, told)
        assert error_texts(refused) == ["Give number and date of the order"]
        assert sho.post(send, {**told, "order_reference": "CJM 12"}).status_code == 302
        with seeing_all():
            answer = reverse("transfer", args=[fir.transfers.get().pk])
        assert answer in mills.get(reverse("home")).content.decode()
        shown = mills.get(answer).content.decode()
        assert "CJM 12" in shown
        assert f"Arrest {arrest.number}" in shown
        io = mills.posting.officer.username
        taken = mills.post(answer, {"answer": "receive", "investigating_officer": io})
        assert taken.status_code == 302
        with seeing_all():
            there = Fir.objects.get(zero_fir_id=fir.pk)
        page = mills.get(reverse("case", args=[there.pk])).content.decode()
        assert f"{fir.number}, bazaar" in page
        assert reverse("case", args=[fir.pk]) in page
        old = mills.get(reverse("case_investigation", args=[fir.pk])).content.decode()
        sheet = reverse("book_entry", args=["arrest", arrest.pk])
        assert sheet in old
        assert "Bus stand" in mills.get(sheet).content.decode()
        assert reverse("case_sheet_new", args=[fir.pk, "accused"]) not in old
        sent = sho.get(reverse("case", args=[fir.pk])).content.decode()
    assert f"{there.number}, mills" in sent
    assert "Transferred to another station" in sent
    assert send not in sent
