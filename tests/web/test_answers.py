"""One office answers another: the link, the form with the entry chosen, the answer on its page."""

from __future__ import annotations

from django.urls import reverse

from cctns.lib.ids import uuid7
from cctns.offices.codes import Role
from cctns.registers.models import EnquiryPermission
from tests.registers.test_enquiry import asked

from .conftest import SignIn
from .html import Page


def test_a_superintendent_answers_an_enquiry_from_its_page(sign_in: SignIn) -> None:
    station, sdpo = sign_in(Role.IO, "bazaar"), sign_in(Role.SDPO, "sub")
    enquiry = asked(station.posting)
    page = reverse("book_entry", args=["enquiry", enquiry.pk])
    new = f"{reverse('book_new', args=['enquiry_permission'])}?to={enquiry.pk}"
    assert new in sdpo.get(page).content.decode()
    assert new not in station.get(page).content.decode()
    form = sdpo.get(new).content.decode()
    assert f'value="{enquiry.pk}" selected' in form
    assert Page(form).faults == []
    told = {"enquiry": str(enquiry.pk), "decision": "permitted", "reason": "Accounts"}
    checked = sdpo.post(new, {**told, "id": str(uuid7()), "do": "check"})
    assert "Permitted" in checked.content.decode()
    done = sdpo.post(new, {**told, "id": str(uuid7()), "do": "save"})
    answer = reverse("book_entry", args=["enquiry_permission", EnquiryPermission.objects.get().pk])
    assert done.url == answer
    seen = station.get(page).content.decode()
    assert answer in seen
    assert "Accounts" in seen
    assert Page(seen).faults == []
    assert station.get(answer).status_code == 200
    assert sign_in(Role.SHO, "fort").get(answer).status_code == 403
