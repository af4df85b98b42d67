"""Posting x act x jurisdiction: the whole table, absences, and that every refusal is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from cctns.offices import access, rules
from cctns.offices.codes import Absence, Charge, Rank, Role
from cctns.offices.matrix import MATRIX
from cctns.offices.models import Leave, Posting, RefusedAct

from .land import Land

Days = Callable[[int], date]

# As the manual of duties has it: o = in one's own office, b = there and in every office below.
ROLES = [role.value for role in Role if role not in (Role.NODE_ADMIN, Role.AUDITOR)]
TABLE = """
                         con dut io  sho sdp sp  dcr scr ncr pro cou jai fsl
gd.write                 o   o   o   o   -   -   -   -   -   -   -   -   -
gd.read                  o   o   o   o   b   b   -   -   -   -   -   -   -
complaint.receive        -   o   o   o   -   -   -   -   -   -   -   -   -
complaint.forward        -   -   -   -   o   o   -   -   -   -   o   -   -
complaint.view           -   o   o   o   b   b   -   -   -   -   -   -   -
complaint.assign         -   -   -   o   -   -   -   -   -   -   -   -   -
complaint.dispose        -   -   -   o   -   -   -   -   -   -   -   -   -
complaint.review         -   -   -   -   b   b   -   -   -   -   -   -   -
register.enter           -   o   o   o   -   -   -   -   -   -   -   -   -
register.decide          -   -   -   o   -   -   -   -   -   -   -   -   -
register.view            o   o   o   o   b   b   -   -   -   -   -   -   -
character.keep           -   -   -   o   -   -   -   -   -   -   -   -   -
character.view           -   -   -   o   b   b   -   -   -   -   -   -   -
fir.draft                -   o   o   o   -   -   -   -   -   -   -   -   -
fir.register             -   -   -   o   -   -   -   -   -   -   -   -   -
fir.copy                 -   o   o   o   -   -   -   -   -   -   -   -   -
fir.dispatch             -   o   o   o   -   -   -   -   -   -   -   -   -
fir.order_registration   -   -   -   -   -   b   -   -   -   -   -   -   -
fir.mark_sensitive       -   -   -   -   b   b   -   -   -   -   -   -   -
fir.note_erratum         -   -   -   o   b   -   -   -   -   -   -   -   -
enquiry.ask              -   -   o   o   -   -   -   -   -   -   -   -   -
enquiry.permit           -   -   -   -   b   b   -   -   -   -   -   -   -
case.view                o   o   o   o   b   b   -   -   b   -   -   -   -
case.search              -   o   o   o   b   b   b   b   b   -   -   -   -
person.search            -   o   o   o   b   b   b   b   b   -   -   -   -
case.statistics          -   -   -   o   b   b   b   b   b   -   -   -   -
case.import              -   -   -   -   -   -   b   b   -   -   -   -   -
case.export              -   -   -   o   b   b   b   b   b   -   -   -   -
case.assign_io           -   -   -   o   b   b   -   -   -   -   -   -   -
case.propose_transfer    -   -   -   o   -   -   -   -   -   -   -   -   -
case.transfer            -   -   -   -   b   b   -   b   -   -   -   -   -
case.investigate         -   -   o   o   -   -   -   -   -   -   -   -   -
case_diary.write         -   -   o   o   -   -   -   -   -   -   -   -   -
case_diary.note          -   -   -   -   b   b   -   -   -   -   -   -   -
arrest.draft             o   o   o   o   -   -   -   -   -   -   -   -   -
arrest.record            -   -   o   o   -   -   -   -   -   -   -   -   -
arrest.ask_permit        -   -   o   o   -   -   -   -   -   -   -   -   -
arrest.permit            -   -   -   -   b   b   -   -   -   -   -   -   -
charge_sheet.draft       -   o   o   -   -   -   -   -   -   -   -   -   -
charge_sheet.submit      -   -   o   -   -   -   -   -   -   -   -   -   -
charge_sheet.forward     -   -   -   o   -   -   -   -   -   -   -   -   -
charge_sheet.approve     -   -   -   -   b   b   -   -   -   -   -   -   -
charge_sheet.vet         -   -   -   -   -   -   -   -   -   o   -   -   -
final_report.propose     -   -   o   -   -   -   -   -   -   -   -   -   -
final_report.forward     -   -   -   o   -   -   -   -   -   -   -   -   -
final_report.approve     -   -   -   -   b   b   -   -   -   -   -   -   -
final_report.vet         -   -   -   -   -   -   -   -   -   o   -   -   -
record.seal              -   -   -   -   -   b   -   b   b   -   -   -   -
identity.propose         -   -   o   o   -   -   b   b   b   -   -   -   -
identity.confirm         -   -   -   -   -   -   b   b   b   -   -   -   -
lookout.view             o   o   o   o   b   b   b   b   b   -   -   -   -
lookout.raise            -   o   o   o   o   o   o   o   o   -   -   -   -
lookout.check            -   -   o   o   b   b   b   b   b   -   -   -   -
sighting.enter           o   o   o   o   -   -   -   -   -   -   -   -   -
alert.view               -   o   o   o   b   b   b   b   b   -   -   -   -
alert.answer             -   o   o   o   o   o   o   o   o   -   -   -   -
alert.confirm            -   -   o   o   o   o   o   o   o   -   -   -   -
malkhana.move            -   o   o   -   -   -   -   -   -   -   -   -   -
malkhana.verify          -   -   -   o   -   -   -   -   -   -   -   -   -
malkhana.inspect         -   -   -   -   b   b   -   -   -   -   -   -   -
court.order              -   -   -   -   -   -   -   -   -   -   o   -   -
custody.record           -   -   -   -   -   -   -   -   -   -   -   o   -
exhibit.receive          -   -   -   -   -   -   -   -   -   -   -   -   o
exhibit.report           -   -   -   -   -   -   -   -   -   -   -   -   o
staff.view               o   o   o   o   b   b   o   o   o   o   o   o   o
office.administer        -   -   -   -   -   -   -   -   -   -   -   -   -
posting.administer       -   -   -   -   -   -   -   -   -   -   -   -   -
leave.grant              -   -   -   o   b   b   -   -   -   -   -   -   -
leave.suspend            -   -   -   -   -   b   -   -   -   -   -   -   -
charge.hand_over         -   -   -   o   b   b   -   -   -   -   -   -   -
charge.take              -   -   -   o   b   b   -   -   -   -   -   -   -
lookup.view              -   -   -   o   b   b   -   -   -   -   -   -   -
lookup.review            -   -   -   -   b   b   -   -   -   -   -   -   -
access.audit             -   -   -   -   -   b   -   -   -   -   -   -   -
journal.verify           -   -   -   o   -   -   -   -   -   -   -   -   -
network.view             -   -   -   o   b   b   b   b   b   -   -   -   -
network.manage           -   -   -   -   -   -   -   -   -   -   -   -   -
"""
ADMIN = {"staff.view", "office.administer", "posting.administer", "leave.grant", "leave.suspend"}
ADMIN |= {"network.view", "network.manage"}
WATCH = {"staff.view", "lookup.view", "access.audit", "journal.verify", "network.view"}
# Where each role sits, an office below it (or its own), and one out of its reach.
SEATS = {
    **dict.fromkeys(("constable", "duty_officer", "io", "sho"), ("bazaar", "bazaar", "fort")),
    "sdpo": ("sub", "bazaar", "mills"),
    "sp": ("east", "bazaar", "mills"),
    "dcrb": ("east", "bazaar", "mills"),
    "scrb": ("scrb", "mills", "court"),
    "ncrb": ("ncrb", "mills", "court"),
    "prosecutor": ("prosecution", "prosecution", "bazaar"),
    "court": ("court", "court", "bazaar"),
    "jail": ("prison", "prison", "bazaar"),
    "fsl": ("fsl", "fsl", "bazaar"),
}


def expected() -> dict[tuple[str, str], str]:
    lines = [line.split() for line in TABLE.strip().splitlines()[1:]]
    return {(row[0], role): row[1 + ROLES.index(role)] for row in lines for role in ROLES}


def test_the_table_names_every_act() -> None:
    assert {act for act, _ in expected()} == set(MATRIX)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_does_what_the_table_says_and_nothing_else(land: Land, role: str) -> None:
    seat, below, outside = SEATS[role]
    by = land.post(Role(role), seat)
    cells = {act: cell for (act, named), cell in expected().items() if named == role}
    allowed = {act for act, cell in cells.items() if cell != "-"}
    far = {act for act, cell in cells.items() if cell == "b"} if below != seat else allowed
    assert access.acts_open_to(by, land[seat]) == allowed
    assert access.acts_open_to(by, land[below]) == far
    assert access.acts_open_to(by, land[outside]) == set()


def test_the_node_administrator_sees_no_case(land: Land) -> None:
    admin = land.post(Role.NODE_ADMIN, "hq")
    for name in ("hq", "bazaar", "court"):
        acts = access.acts_open_to(admin, land[name])
        assert acts == (set() if name == "court" else ADMIN | {"journal.verify"})


def test_the_auditor_watches_and_does_nothing(land: Land) -> None:
    auditor = land.post(Role.AUDITOR, "east")
    assert access.acts_open_to(auditor, land["bazaar"]) == WATCH
    assert access.acts_open_to(auditor, land["mills"]) == set()


def test_an_act_that_nobody_defined_is_an_error_and_not_a_yes(land: Land) -> None:
    sho = land.post(Role.SHO, "bazaar")
    with pytest.raises(KeyError):
        access.may(sho, "fir.delete", land["bazaar"])


@pytest.mark.parametrize(
    ("since", "until", "reason"),
    [
        (-10, -1, rules.NOT_CURRENT),
        (-10, 0, rules.NOT_CURRENT),
        (1, None, rules.NOT_CURRENT),
        (0, 1, ""),
        (-10, None, ""),
    ],
)
def test_ended_and_future_postings_are_refused(
    land: Land, in_days: Days, since: int, until: int | None, reason: str
) -> None:
    end = None if until is None else in_days(until)
    by = land.post(Role.SHO, "bazaar", since=in_days(since), until=end)
    assert access.why_not(by, "fir.register", land["bazaar"]) == reason


def test_a_posting_ended_meanwhile_is_refused_though_the_object_in_hand_is_old(
    land: Land, in_days: Days
) -> None:
    held = land.post(Role.SHO, "bazaar")
    Posting.objects.filter(pk=held.pk).update(to_date=in_days(0))
    assert access.why_not(held, "fir.register", land["bazaar"]) == rules.NOT_CURRENT


def test_a_posting_that_was_never_stored_is_refused(land: Land) -> None:
    stored = land.post(Role.IO, "bazaar")
    forged = Posting(officer=stored.officer, office=land["bazaar"], role=Role.SHO)
    assert access.why_not(forged, "fir.register", land["bazaar"]) == rules.NOT_CURRENT


@pytest.mark.parametrize(
    ("first", "last", "away"),
    [(0, 0, True), (-5, 5, True), (-5, -1, False), (1, 5, False), (-5, None, True)],
)
def test_an_officer_on_leave_is_refused_whoever_knows_the_password(
    land: Land, in_days: Days, first: int, last: int | None, away: bool
) -> None:
    by = land.post(Role.SHO, "bazaar")
    kind = Absence.SUSPENSION if last is None else Absence.LEAVE
    end = None if last is None else in_days(last)
    Leave.objects.create(officer=by.officer, kind=kind, from_date=in_days(first), to_date=end)
    reason = access.why_not(by, "fir.register", land["bazaar"])
    assert reason == (rules.ON_LEAVE if away else "")


def test_a_transferred_officer_acts_at_the_new_station_only(land: Land, in_days: Days) -> None:
    old = land.post(Role.SHO, "bazaar", until=in_days(0))
    new = land.post(Role.SHO, "fort", since=in_days(0), officer=old.officer)
    assert not access.may(old, "fir.register", land["bazaar"])
    assert access.may(new, "fir.register", land["fort"])
    assert not access.may(new, "fir.register", land["bazaar"])


def test_a_closed_account_does_nothing(land: Land) -> None:
    by = land.post(Role.SHO, "bazaar")
    by.officer.is_active = False
    by.officer.save()
    assert access.why_not(by, "fir.register", land["bazaar"]) == rules.CLOSED


def test_a_circle_inspector_does_not_do_what_takes_a_deputy_superintendent(land: Land) -> None:
    inspector = land.post(Role.SDPO, "circle", rank=Rank.INSPECTOR)
    allowed = access.acts_open_to(inspector, land["bazaar"])
    assert allowed.isdisjoint({"enquiry.permit", "arrest.permit", "fir.mark_sensitive"})
    assert "case.assign_io" in allowed
    assert access.why_not(inspector, "arrest.permit", land["bazaar"]) == rules.TOO_JUNIOR


def test_while_another_holds_acting_charge_the_sho_does_not_register(
    land: Land, in_days: Days
) -> None:
    sho = land.post(Role.SHO, "bazaar")
    acting = land.post(Role.SHO, "bazaar", charge=Charge.ACTING, since=in_days(0))
    assert access.why_not(sho, "fir.register", land["bazaar"]) == rules.CHARGE_ELSEWHERE
    assert access.may(sho, "case.view", land["bazaar"])
    assert access.may(acting, "fir.register", land["bazaar"])
    Leave.objects.create(officer=acting.officer, from_date=in_days(0), to_date=in_days(0))
    assert access.may(sho, "fir.register", land["bazaar"])


def test_a_refusal_is_kept_though_the_act_is_rolled_back(land: Land) -> None:
    by = land.post(Role.CONSTABLE, "bazaar")

    @access.action
    def register(*, by: Posting) -> None:
        land.open("made on the way", land["fort"].kind)
        access.require(by, "fir.register", land["fort"])

    with pytest.raises(access.Refused, match="This role does not do this"):
        register(by=by)
    kept = RefusedAct.objects.get()
    assert (kept.officer, kept.posting, kept.office) == (by.officer, by, land["fort"])
    assert (kept.action, kept.reason) == ("fir.register", rules.NOT_THE_ROLE)
    assert not type(land["fort"]).objects.filter(name="made on the way").exists()


@pytest.mark.django_db(transaction=True)
def test_a_refusal_is_committed_and_the_refused_act_is_not(land: Land) -> None:
    by = land.post(Role.CONSTABLE, "bazaar")

    @access.query
    def look(*, by: Posting) -> None:
        access.require(by, "case.export", land["bazaar"])

    with pytest.raises(access.Refused):
        look(by=by)
    connection.close()  # a new connection sees only what was committed
    assert RefusedAct.objects.filter(action="case.export").count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_act_is_never_hidden_inside_another(land: Land) -> None:
    by = land.post(Role.SHO, "bazaar")

    @access.action
    def inner(*, by: Posting) -> None:
        pass

    @access.action
    def outer(*, by: Posting) -> None:
        inner(by=by)

    with pytest.raises(RuntimeError, match="durable"):
        outer(by=by)
