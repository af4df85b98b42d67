"""Complaint 34: missing persons and bodies meet without a habeas corpus; a person decides."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from cctns.cases import queries, tracing
from cctns.cases.actions import decide_candidate
from cctns.cases.models import TraceCandidate, TraceDecision
from cctns.journal.models import JournalEntry
from cctns.lib.clock import now, played
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.books.body import BODY
from cctns.registers.rules import NotPossible
from tests.offices.land import Land
from tests.registers.entering import go_on
from tests.registers.test_found import body, person

from .test_missing import missing

TATTOO = {"height_cm": 168, "tattoo": "right forearm, Om"}


@pytest.fixture
def fort(land: Land) -> Posting:
    return land.post(Role.DUTY_OFFICER, "fort")


def test_a_body_at_another_station_is_proposed_to_both(
    duty_officer: Posting, fort: Posting
) -> None:
    gone = missing(duty_officer, features=TATTOO)
    lies = body(fort, features=TATTOO)
    assert tracing.run() == 1
    [here] = queries.matches_of(by=duty_officer, entry=gone)
    [there] = queries.matches_of(by=fort, entry=lies)
    assert (here.candidate.other_id, here.candidate.other_number) == (lies.pk, lies.number)
    assert (there.candidate.other_id, there.candidate.office_id) == (gone.pk, fort.office_id)
    assert any("forearm" in str(values) for _sentence, values in here.candidate.reasons)


def test_a_woman_found_is_no_man_missing(duty_officer: Posting, fort: Posting) -> None:
    missing(duty_officer)
    person(fort)
    assert tracing.run() == 0


def test_only_what_changed_is_compared_again(duty_officer: Posting, fort: Posting) -> None:
    start = now() - timedelta(hours=3)
    with played(start):
        missing(duty_officer, features=TATTOO, happened_at=start - timedelta(days=2))
        found_at = start - timedelta(hours=1)
        kept = found_at + timedelta(hours=72)
        first = body(fort, features=TATTOO, happened_at=found_at, kept_until=kept)
    assert tracing.run() == 1
    proposed = set(TraceCandidate.objects.values_list("id", flat=True))
    assert tracing.run() == 0
    assert set(TraceCandidate.objects.values_list("id", flat=True)) == proposed
    second = body(fort, features=TATTOO)
    assert tracing.run() == 1
    found = set(TraceCandidate.objects.values_list("other_id", flat=True))
    assert {first.pk, second.pk} <= found


def test_who_is_identified_is_proposed_no_more(duty_officer: Posting, fort: Posting) -> None:
    missing(duty_officer, features=TATTOO)
    lies = body(fort, features=TATTOO)
    tracing.run()
    known = {"name": "Ram Lal", "identified_by": "Brother", "identified_at": now()}
    go_on(fort, BODY, lies, "identify", **known)
    assert tracing.run() == 0
    assert not TraceCandidate.objects.exists()


def test_a_named_officer_decides_and_the_other_station_reads_it(
    duty_officer: Posting, fort: Posting
) -> None:
    gone, lies = missing(duty_officer, features=TATTOO), body(fort, features=TATTOO)
    tracing.run()
    candidate = TraceCandidate.objects.get(record_id=gone.pk)
    with pytest.raises(NotPossible):
        decide_candidate(by=duty_officer, candidate=candidate, same=True, reason=" ")
    decide_candidate(by=duty_officer, candidate=candidate, same=False, reason="Wife: not he")
    [there] = queries.matches_of(by=fort, entry=lies)
    assert there.decision is not None
    assert there.decision.same is False
    assert duty_officer.officer.username in there.decision.officer_name
    said = JournalEntry.objects.get(kind="trace.rejected")
    assert said.refs == [gone.pk, lies.pk]
    decision = TraceDecision.objects.filter(pk=there.decision.pk)
    with pytest.raises(IntegrityError, match="trace_decision_reasoned"), transaction.atomic():
        decision.update(reason="", version=2)


def test_who_may_not(duty_officer: Posting, fort: Posting, land: Land) -> None:
    gone = missing(duty_officer, features=TATTOO)
    body(fort, features=TATTOO)
    tracing.run()
    candidate = TraceCandidate.objects.get(record_id=gone.pk)
    for nobody in (fort, land.post(Role.CONSTABLE, "bazaar")):
        with pytest.raises(Refused):
            decide_candidate(by=nobody, candidate=candidate, same=True, reason="x")
    with pytest.raises(Refused):
        queries.matches_of(by=fort, entry=gone)


def test_the_database_shows_each_station_its_own_side(
    duty_officer: Posting, fort: Posting, land: Land
) -> None:
    gone = missing(duty_officer, features=TATTOO)
    body(fort, features=TATTOO)
    tracing.run()
    decide_candidate(
        by=duty_officer,
        candidate=TraceCandidate.objects.get(record_id=gone.pk),
        same=True,
        reason="DNA",
    )
    told = {"bazaar": (1, 1), "fort": (1, 1), "mills": (0, 0)}
    for name, (candidates, decisions) in told.items():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE cctns_app")
            cursor.execute("SELECT set_config('cctns.office', %s, true)", [str(land[name].pk)])
            cursor.execute("SELECT count(*) FROM cases_tracecandidate")
            assert cursor.fetchone() == (candidates,), name
            cursor.execute("SELECT count(*) FROM cases_tracedecision")
            assert cursor.fetchone() == (decisions,), name
