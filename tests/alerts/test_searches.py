"""What officers look for: held against lookouts, and two units at work on one person are told."""

from __future__ import annotations

from cctns.alerts.models import Delivery
from cctns.cases.queries.anyone import Question, ask
from cctns.identity.pairs import Pair, Side
from cctns.journal import follow
from cctns.offices.codes import OfficeKind, Role
from cctns.offices.models import Posting
from cctns.search.codes import Scope
from cctns.search.looking import Look, Purpose
from cctns.search.sheet import sheet_of
from tests.identity.people import known
from tests.identity.saying import clusters_now, same
from tests.offices.land import Land

from .conftest import Follows
from .raised import CAR, PLATE, in_force

WORK = Look(Scope.NATION, Purpose("investigation", "FIR 12/2026, theft"))


def test_looking_for_a_plate_that_is_sought_alerts_both(
    sho: Posting, io: Posting, far: Posting, follows: Follows
) -> None:
    in_force(io, sho, CAR, PLATE)
    follows()
    ask(by=far, question=Question("DL 01 AB 1234", look=WORK))
    (alert,) = follows()
    assert (alert.kind, alert.due_at) == ("search", None)
    assert {one.office_id for one in Delivery.objects.all()} == {sho.office_id, far.office_id}
    assert far.officer.username in alert.matched_told


def test_two_units_at_work_on_one_person_are_told_once(
    sho: Posting, far: Posting, land: Land, follows: Follows
) -> None:
    other = land.post(Role.IO, "fort")
    one = known(land["bazaar"], "Mohd. Rafiq")
    follow.run_all()
    sheet_of(by=far, mentions=[one.id], look=WORK)
    (first,) = follows()
    assert (first.kind, first.office_id, first.matched_office) == (
        "unit", far.office_id, sho.office_id,
    )  # fmt: skip
    sheet_of(by=far, mentions=[one.id], look=WORK)
    assert follows() == [first]
    sheet_of(by=other, mentions=[one.id], look=WORK)
    pairs = {frozenset((one.office_id, one.matched_office)) for one in follows()}
    here, there, third = sho.office_id, far.office_id, other.office_id
    assert pairs == {frozenset((here, there)), frozenset((here, third)), frozenset((there, third))}
    assert "Rafiq" not in str([vars(one) for one in follows()])


def test_two_records_judged_to_be_one_person_bring_their_units_together(
    far: Posting, land: Land, follows: Follows
) -> None:
    land.open("ghat", OfficeKind.STATION, under="sub")
    third = land.post(Role.IO, "ghat")
    here, there = known(land["bazaar"], "Mohd. Rafiq"), known(land["fort"], "Mohammad Rafeeq")
    follow.run_all()
    sheet_of(by=third, mentions=[here.id], look=WORK)
    (before,) = follows()
    examiners = [land.post(Role.SCRB, "scrb") for _one in range(2)]
    same(*examiners, Pair.of(Side(here.id, land["bazaar"], ""), Side(there.id, land["fort"], "")))
    clusters_now()
    sheet_of(by=far, mentions=[there.id], look=WORK)
    told = {one.matched_office: bool(one.reasons) for one in follows() if one != before}
    bazaar, fort, ghat = land["bazaar"].pk, land["fort"].pk, third.office_id
    assert told == {fort: False, bazaar: True, ghat: True}  # the reason says that it was judged
    sheet_of(by=far, mentions=[here.id], look=WORK)
    assert len(follows()) == 4  # once, under whichever record


def test_a_look_for_another_purpose_tells_nobody(
    sho: Posting, far: Posting, land: Land, follows: Follows
) -> None:
    one = known(land["bazaar"], "Mohd. Rafiq")
    look = Look(Scope.NATION, Purpose("verification", "Passport file 77/2026"))
    sheet_of(by=far, mentions=[one.id], look=look)
    assert follows() == []
