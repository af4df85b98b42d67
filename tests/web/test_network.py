"""The page of the lines: who sees it, who cuts, and that it costs as much with many neighbours."""

from __future__ import annotations

from html import unescape

import pytest
from django.urls import reverse

from cctns.journal.forks import keep_fork
from cctns.journal.models import JournalHead
from cctns.law import edition
from cctns.lib.clock import now
from cctns.offices.codes import Role
from cctns.offices.models import OfficeChange
from cctns.sync.models import Peer
from cctns.sync.models.peer import NodeRole, Side
from cctns.web.guidance import guidance_in
from tests.offices.land import Land

from .conftest import SignIn
from .html import Page
from .test_query_counts import MOST, questions


def neighbour(name: str, side: Side = Side.CHILD, **told: object) -> Peer:
    keys = {"cosign_key": b"c" * 32, "box_key": b"b" * 32}
    given = {"role": NodeRole.STATION, "enrolled_at": now(), **keys, **told}
    return Peer.objects.create(name=f"cctns.in/{name}", side=side, **given)


def test_the_administrator_cuts_a_line_and_heals_it(sign_in: SignIn) -> None:
    peer = neighbour("up.nayaghat", heard_at=now(), waiting=7)
    admin = sign_in(Role.NODE_ADMIN, "hq")
    page = admin.get(reverse("network")).content.decode()
    assert "cctns.in/up.nayaghat: 7 entries wait" in page
    assert not Page(page).faults
    cut = admin.post(reverse("network_hold"), {"cut": peer.name}, follow=True)
    assert "the line is cut by hand; what it writes waits there" in cut.content.decode()
    assert Peer.objects.get(pk=peer.pk).cut
    healed = admin.post(reverse("network_hold"), {"heal": peer.name}, follow=True)
    assert "the line is cut by hand" not in healed.content.decode()
    assert not Peer.objects.get(pk=peer.pk).cut


def test_who_cut_a_line_and_opened_it_again_is_kept(sign_in: SignIn) -> None:
    peer = neighbour("up.nayaghat", heard_at=now())
    admin = sign_in(Role.NODE_ADMIN, "hq")
    for verb in ("cut", "cut", "heal"):
        admin.post(reverse("network_hold"), {verb: peer.name})
    page = sign_in(Role.AUDITOR, "hq").get(reverse("network")).content.decode()
    assert page.count(str(admin.posting)) == 2  # cut once, however often the button was pressed
    assert page.index("Line opened again") < page.index("Line cut")
    held = OfficeChange.objects.filter(action="cut_line").get()
    assert (held.posting, held.after) == (admin.posting, {"name": peer.name, "cut": True})
    changes = sign_in(Role.AUDITOR, "hq").get(reverse("audit_changes")).content.decode()
    assert "node: cctns.in/up.nayaghat" in changes
    assert "cut: False → True" in changes


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_fork_is_shown_with_office_number_and_both_leaves(
    sign_in: SignIn, land: Land, language: str
) -> None:
    neighbour("up.nayaghat", heard_at=now())
    held, offered = b"\x0a" * 32, b"\x0b" * 32
    head = JournalHead(state=land["bazaar"].state_id, office=land["bazaar"], epoch=2)
    keep_fork(head, 17, held=held, offered=offered, from_node="cctns.in/up.nayaghat")
    bureau = sign_in(Role.SCRB, "scrb")
    answer = bureau.get(reverse("network"), headers={"accept-language": language})
    page = answer.content.decode()
    assert Page(page).faults == []
    for one in ("bazaar", "2/17", held.hex(), offered.hex(), "cctns.in/up.nayaghat"):
        assert one in page
    told = guidance_in(language)["page.network"]
    assert unescape(page).count(told.purpose) == 1


@pytest.mark.parametrize(
    ("role", "at"),
    [(Role.SHO, "bazaar"), (Role.SP, "east"), (Role.DCRB, "east"), (Role.NCRB, "ncrb")],
)
def test_others_look_and_do_not_cut(sign_in: SignIn, role: Role, at: str) -> None:
    peer = neighbour("up.nayaghat")
    officer = sign_in(role, at)
    page = officer.get(reverse("network")).content.decode()
    assert "up.nayaghat" in page
    assert reverse("network_hold") not in page
    assert officer.post(reverse("network_hold"), {"cut": peer.name}).status_code == 403
    assert not Peer.objects.get(pk=peer.pk).cut


def test_a_constable_sees_no_line(sign_in: SignIn) -> None:
    assert sign_in(Role.CONSTABLE, "bazaar").get(reverse("network")).status_code == 403


def test_no_line_of_that_name(sign_in: SignIn) -> None:
    admin = sign_in(Role.NODE_ADMIN, "hq")
    gone = neighbour("up.gone", revoked_at=now())
    for node in ("cctns.in/nobody", "", gone.name):
        assert admin.post(reverse("network_hold"), {"cut": node}).status_code == 404


def test_what_wants_a_person_stands_first(sign_in: SignIn) -> None:
    neighbour("up.silent")
    page = sign_in(Role.AUDITOR, "hq").get(reverse("network")).content.decode()
    assert "cctns.in/up.silent was not heard for a day or longer" in page


def test_many_neighbours_cost_as_much_as_one(sign_in: SignIn) -> None:
    admin = sign_in(Role.NODE_ADMIN, "hq")
    neighbour("up.first", heard_at=now())
    neighbour("nation", Side.PARENT, role=NodeRole.NATION, heard_at=now())
    few = questions(admin, reverse("network"))
    for number in range(20):
        neighbour(f"up.{number}", heard_at=now())
    assert questions(admin, reverse("network")) == few <= MOST


def test_a_node_above_with_other_law_tables_wants_a_person(sign_in: SignIn) -> None:
    above = {"role": NodeRole.STATE, "heard_at": now(), "program": "0.2.0"}
    peer = neighbour("up", Side.PARENT, law=edition.digest(), **above)
    auditor = sign_in(Role.AUDITOR, "hq")
    assert "other law tables" not in auditor.get(reverse("network")).content.decode()
    Peer.objects.filter(pk=peer.pk).update(law="f" * 16)
    page = auditor.get(reverse("network")).content.decode()
    assert f"cctns.in/up has other law tables (its program 0.2.0, ours {edition.program()})" in page
