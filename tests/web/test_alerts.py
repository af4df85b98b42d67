"""The inbox: what it shows, to whom, live or not; a hit from alert to clearing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from cctns.alerts import pace, queries
from cctns.alerts.books import SIGHTING
from cctns.alerts.models import Alert, Answer, Delivery, Notice
from cctns.lib.clock import now
from cctns.offices.codes import Role
from cctns.sync.models import Peer
from cctns.web.officer.alerts import live
from tests.alerts.raised import CAR, PERSON, PLATE, in_force, raised, seen
from tests.offices.land import Land

from .conftest import SignIn, Terminal, at, pages_own_role
from .html import Page
from .test_query_counts import MOST, questions

INBOX = reverse("alert_inbox")


@pytest.fixture
def seeker(sign_in: SignIn) -> Terminal:
    return sign_in(Role.SHO, "bazaar")


@pytest.fixture
def finder(sign_in: SignIn) -> Terminal:
    return sign_in(Role.SHO, "mills")


@pytest.fixture
def alert(land: Land, seeker: Terminal, finder: Terminal) -> Alert:
    in_force(land.post(Role.IO, "bazaar"), seeker.posting, CAR, PLATE, urgency="urgent")
    pace.turn()
    seen(finder.posting, PLATE)
    pace.turn()
    return Alert.objects.get()


def answered(terminal: Terminal, alert: Alert, verb: str, **words: str) -> int:
    here = reverse("alert_answer", args=[alert.pk, verb])
    return int(terminal.post(here, {"words": "", **words}).status_code)


@pytest.mark.parametrize("language", ["en", "hi"])
def test_both_offices_see_it_with_why_and_how_it_came(
    alert: Alert, seeker: Terminal, finder: Terminal, language: str
) -> None:
    with pages_own_role():
        for terminal in (seeker, finder):
            for path in (INBOX, reverse("alert_page", args=[alert.pk]),
                         reverse("alert_lookouts"),
                         reverse("alert_lookout", args=[alert.lookout_id])):  # fmt: skip
                answer = terminal.get(path, headers={"accept-language": language})
                page = answer.content.decode()
                assert answer.status_code == 200, path
                assert "DL-01 AB 1234" in page
                assert Page(page).faults == []
    held = Delivery.objects.get(office_id=finder.posting.office_id)
    assert held.shown_at is not None
    assert held.opened_by.startswith(str(finder.posting.officer.name))


def test_what_others_newly_look_for_stands_before_the_alerts(
    alert: Alert, sign_in: SignIn, seeker: Terminal
) -> None:
    other = sign_in(Role.SHO, "fort")
    with pages_own_role():
        page = other.get(INBOX).content.decode()
        assert "Newly looked for, within your reach" in page
        assert reverse("alert_lookout", args=[alert.lookout_id]) in page
        assert questions(other, INBOX) <= MOST
        told = queries.latest(by=other.posting)
        assert "Newly looked for" not in seeker.get(INBOX).content.decode()  # it is their own
    Notice.objects.update(since=now() - timedelta(hours=25))
    with pages_own_role():
        assert "Newly looked for" not in other.get(INBOX).content.decode()
        assert queries.latest(by=other.posting) != told  # so that an open page renews itself


def test_who_reads_hindi_is_told_in_hindi_which_number_is_meant(
    alert: Alert, finder: Terminal
) -> None:
    assert alert.title == "Registration number DL-01 AB 1234"
    hindi = {"headers": {"accept-language": "hi"}}
    for address in (reverse("alert_inbox"), reverse("alert_page", args=[alert.pk])):
        page = finder.get(address, **hindi).content.decode()
        assert "पंजीयन संख्या DL-01 AB 1234" in page
        assert alert.title not in page


def test_a_third_office_sees_nothing_of_it(alert: Alert, sign_in: SignIn) -> None:
    other = sign_in(Role.SHO, "fort")
    with pages_own_role():
        assert str(alert.pk) not in other.get(INBOX).content.decode()
        assert other.get(reverse("alert_page", args=[alert.pk])).status_code == 404


def test_a_hit_is_confirmed_by_the_raiser_acted_upon_and_cleared(
    alert: Alert, seeker: Terminal, finder: Terminal
) -> None:
    with pages_own_role():
        assert answered(finder, alert, "confirmed", words="It is") == 400
        assert answered(finder, alert, "noted", words="Parked at the toll plaza") == 302
        assert answered(seeker, alert, "acknowledged") == 302
        assert answered(seeker, alert, "confirmed") == 400
        assert answered(seeker, alert, "confirmed", words="Chassis compared") == 302
        assert answered(finder, alert, "acted", words="Seized, memo 4/2026") == 302
        page = seeker.get(reverse("alert_page", args=[alert.pk])).content.decode()
        assert "Seized, memo 4/2026" in page
        assert answered(seeker, alert, "cleared", words="Car returned") == 302
        assert "DL-01" not in seeker.get(INBOX).content.decode()
        assert "DL-01" in seeker.get(INBOX, {"which": "all"}).content.decode()
    by_office = {one.office_id for one in Answer.objects.filter(step__in=("noted", "acted"))}
    assert by_office == {finder.posting.office_id}


def test_an_acknowledgement_may_promise_a_time(alert: Alert, seeker: Terminal) -> None:
    later = now() + timedelta(hours=3)
    with pages_own_role():
        assert answered(seeker, alert, "acknowledged", **at("answer_by", later)) == 302
    alert.refresh_from_db()
    assert alert.due_at == later.replace(second=0, microsecond=0)


def test_what_is_late_comes_before_the_supervisor(
    alert: Alert, seeker: Terminal, sign_in: SignIn
) -> None:
    above = sign_in(Role.SDPO, "sub")
    Alert.objects.update(due_at=now() - timedelta(minutes=1))
    with pages_own_role():
        for terminal in (seeker, above):
            assert "Answer the alert" in terminal.get("/").content.decode()
        assert "DL-01" in seeker.get(INBOX, {"which": "overdue"}).content.decode()


def test_the_page_renews_its_list_and_tells_when(alert: Alert, finder: Terminal) -> None:
    with pages_own_role():
        told = finder.get(reverse("alert_latest")).content.decode()
        assert "DL-01 AB 1234" in told
        assert "<html" not in told
        stream = live.events(finder.posting, longest=0.1)
        assert next(stream).startswith(b"event: inbox\ndata: ")


def test_too_many_streams_are_sent_to_asking(finder: Terminal) -> None:
    taken = [live.Stream(finder.posting) for _one in range(live.AT_ONCE) if live.free.acquire()]
    with pages_own_role():
        assert finder.get(reverse("alert_live")).status_code == 503
    for one in taken:
        one.close()
        one.close()  # once is enough
    assert [live.free.acquire(blocking=False) for _one in range(3)] == [True, True, False]
    for _one in range(live.AT_ONCE):
        live.free.release()


def test_asking_keeps_no_session_alive(finder: Terminal) -> None:
    from cctns.offices.login.sessions import SEEN

    finder.get(INBOX)
    long_ago = int(now().timestamp()) - 300
    session = finder.session
    session[SEEN] = long_ago
    session.save()
    finder.get(reverse("alert_latest"))
    assert finder.session[SEEN] == long_ago
    finder.get(INBOX)
    assert finder.session[SEEN] > long_ago


def test_nothing_is_open_at_first(finder: Terminal) -> None:
    with pages_own_role():
        assert "No alert is open" in finder.get(INBOX).content.decode()
        assert "No lookout is in force" in finder.get(reverse("alert_lookouts")).content.decode()
        assert finder.get(INBOX, {"after": "rubbish"}).status_code == 200


def test_pages_ask_few_questions(alert: Alert, seeker: Terminal) -> None:
    paths = (INBOX, reverse("alert_page", args=[alert.pk]), reverse("alert_lookouts"), "/")
    assert {path: told for path in paths if (told := questions(seeker, path)) > MOST} == {}


def test_a_lookout_is_raised_from_a_warrant(sign_in: SignIn) -> None:
    from tests.registers.test_process import process

    io = sign_in(Role.IO, "bazaar")
    warrant = process(io.posting, kind="non_bailable", name="Ramesh Kumar", age=36)
    with pages_own_role():
        page = io.get(f"{reverse('book_new', args=['lookout'])}?to={warrant.pk}").content.decode()
    assert "Ramesh Kumar" in page
    assert "41 of 20-11-2026, JMFC, Rampur" in page


def test_the_constable_enters_a_sighting(sign_in: SignIn) -> None:
    constable = sign_in(Role.CONSTABLE, "mills")
    with pages_own_role():
        assert constable.get(reverse("book_new", args=[SIGHTING.name])).status_code == 200
        assert constable.get(INBOX).status_code == 403


def test_a_lookout_waits_for_the_second_officer(seeker: Terminal, land: Land) -> None:
    made = raised(land.post(Role.IO, "bazaar"), PERSON)
    check = reverse("book_step", args=["lookout", made.pk, "check"])
    with pages_own_role():
        told = {"do": "save", "version": made.version, "numbers-TOTAL_FORMS": 0}
        assert seeker.post(check, told).status_code == 302
    made.refresh_from_db()
    assert made.stage == "in_force"


def test_lookouts_that_a_silent_line_brought_are_marked_with_its_age(
    land: Land, finder: Terminal, seeker: Terminal
) -> None:
    in_force(land.post(Role.IO, "bazaar"), seeker.posting, CAR, PLATE)
    pace.turn()
    here = reverse("alert_lookouts")
    keys = {"cosign_key": b"", "box_key": b"", "enrolled_at": now()}
    heard = now() - timedelta(days=3, hours=1)
    Peer.objects.create(name="cctns.in/up", role="state", side="parent", heard_at=heard, **keys)
    Notice.objects.update(trail=[["cctns.in/away", ""], ["cctns.in/up", ""], ["cctns.in/node", ""]])
    page = finder.get(here).content.decode()
    assert "Days since the node above was heard: 3." in page
    assert "Stale: no line for 3 days, validated" in page
    Peer.objects.update(heard_at=now())
    page = finder.get(here).content.decode()
    assert "Days since" not in page
    assert "Stale" not in page
