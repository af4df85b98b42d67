"""One person under many records: two officers say so, and it can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from cctns.identity.codes import Step
from cctns.identity.models import Cluster, Judgement
from cctns.identity.pairs import Pair, Side
from cctns.identity.rules import CHANGED, JUDGED, NO_GROUND, NO_REASON, NOTHING, OWN
from cctns.journal import follow
from cctns.journal.models import JournalEntry
from cctns.journal.verify import verify
from cctns.offices.access import Refused
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.rules import NotPossible
from tests.offices.land import Land

from .saying import clusters_now, same, say, take_back


def said(raised: pytest.ExceptionInfo[NotPossible]) -> list[str]:
    return [one.message for one in raised.value.problems]


def test_same_takes_two_officers(examiner: Posting, second: Posting, pair: Pair) -> None:
    first = say(examiner, pair, "same")
    assert (first.step, clusters_now()) == (Step.PROPOSED, {})
    with pytest.raises(NotPossible) as raised:
        say(examiner, pair, "same")
    assert said(raised) == [OWN]
    assert say(second, pair, "same").step == Step.CONFIRMED
    assert clusters_now() == dict.fromkeys(pair.ids, pair.first.id)
    told = JournalEntry.objects.filter(record_type="judgement").order_by("seq")
    assert [one.kind for one in told] == ["judgement.proposed", "judgement.confirmed"]
    assert all(one.refs == list(pair.ids) for one in told)
    assert list(verify(examiner.office)) == []


def test_judged_undone_and_judged_again(
    examiner: Posting, second: Posting, pair: Pair, mention: Callable[[str], Side]
) -> None:
    """The second time the other way round: each step is a record, none is changed."""
    more = Pair.of(pair.second, mention("fort"))
    same(second, examiner, more)
    before = clusters_now()
    same(examiner, second, pair)
    assert len(clusters_now()) == 3
    take_back(second, pair)
    assert clusters_now() == before
    assert say(second, pair, "different").step == Step.DECIDED
    assert clusters_now() == before
    take_back(examiner, pair)
    same(second, examiner, pair)
    assert len(set(clusters_now().values())) == 1
    steps = Judgement.objects.filter(first_id=pair.first.id, second_id=pair.second.id)
    assert [one.step for one in steps.order_by("id")] == [
        *("proposed", "confirmed", "undone"),
        *("decided", "undone", "proposed", "confirmed"),
    ]
    assert {one.version for one in steps} == {1}


def test_a_negative_judgement_splits_and_its_undoing_joins(
    examiner: Posting, second: Posting, mention: Callable[[str], Side]
) -> None:
    a, b, c = (mention(at) for at in ("bazaar", "mills", "fort"))
    same(examiner, second, Pair.of(a, b), grounds=["biometric"])
    same(examiner, second, Pair.of(b, c), grounds=["name"])
    whole = clusters_now()
    assert set(whole.values()) == {min(a.id, b.id, c.id)}
    say(examiner, Pair.of(a, c), "different")
    assert clusters_now() == dict.fromkeys((a.id, b.id), min(a.id, b.id))
    take_back(second, Pair.of(a, c))
    assert clusters_now() == whole


def test_a_proposal_may_be_rejected_or_withdrawn(
    examiner: Posting, second: Posting, pair: Pair
) -> None:
    say(examiner, pair, "same")
    take_back(examiner, pair)
    say(examiner, pair, "same")
    assert say(second, pair, "unsure").step == Step.REJECTED
    with pytest.raises(NotPossible) as raised:
        say(examiner, pair, "same")
    assert said(raised) == [JUDGED]
    take_back(second, pair)
    with pytest.raises(NotPossible) as raised:
        take_back(second, pair)
    assert said(raised) == [NOTHING]


def test_what_is_missing_is_named(examiner: Posting, second: Posting, pair: Pair) -> None:
    with pytest.raises(NotPossible) as raised:
        say(examiner, pair, "same", grounds=[], reason=" \n")
    assert said(raised) == [NO_GROUND, NO_REASON]
    say(examiner, pair, "same")
    with pytest.raises(NotPossible) as raised:
        say(second, pair, "same", seen=None)
    assert said(raised) == [CHANGED]


def test_a_station_proposes_of_its_own_and_decides_nothing(
    land: Land, examiner: Posting, pair: Pair
) -> None:
    io, stranger = land.post(Role.IO, "bazaar"), land.post(Role.IO, "fort")
    sho = land.post(Role.SHO, "bazaar")
    with pytest.raises(Refused):
        say(io, pair, "different")
    with pytest.raises(Refused):
        say(stranger, pair, "same")
    say(io, pair, "same")
    with pytest.raises(Refused):
        say(sho, pair, "same")
    with pytest.raises(Refused):
        take_back(sho, pair)
    take_back(io, pair)


def test_a_district_bureau_decides_only_what_it_sees_whole(land: Land, pair: Pair) -> None:
    bureau = land.post(Role.DCRB, "east")
    say(land.post(Role.IO, "bazaar"), pair, "same")
    with pytest.raises(Refused):
        say(bureau, pair, "same")


def test_rebuilding_gives_the_same(examiner: Posting, second: Posting, pair: Pair) -> None:
    same(examiner, second, pair)
    before = clusters_now()
    Cluster.objects.all().delete()
    follow.rebuild("identity")
    assert clusters_now() == before


def insert(by: Posting, pair: Pair, settle: Callable[[], None], **changes: object) -> None:
    """A row past the actions, as the pages' role would write it by SQL."""
    made = Judgement.objects.filter(first_id=pair.first.id).order_by("-id")[0]
    told = {one.attname: getattr(made, one.attname) for one in Judgement._meta.concrete_fields}
    told |= {"id": None, "officer_id": by.officer_id, **changes}
    told["id"] = told["id"] or Judgement().pk
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('cctns.posting', %s, true)", [str(by.pk)])
        Judgement.objects.bulk_create([Judgement(**told)])
        settle()


def test_the_database_keeps_the_order_whoever_writes(
    examiner: Posting, second: Posting, pair: Pair, settle: Callable[[], None]
) -> None:
    proposal = say(examiner, pair, "same")
    confirmed = {"step": "confirmed", "answers": proposal.pk}
    refused = (
        (examiner, confirmed, "nobody confirms what they proposed"),
        (second, {**confirmed, "officer_id": examiner.officer_id}, "another officer"),
        (second, {**confirmed, "second_id": examiner.pk}, "judgement_pair|nothing that was said"),
        (second, {"step": "proposed", "answers": None}, "judged already"),
        (second, {"step": "undone", "answers": proposal.pk, "verdict": "unsure"}, "undone"),
        (second, {"step": "confirmed", "answers": None}, "judged already"),
        (second, {**confirmed, "verdict": "different"}, "judgement_verdict_of_step"),
        (second, {**confirmed, "reason": ""}, "judgement_reasoned"),
        (second, confirmed, "no entry in its office"),
    )
    for by, changes, words in refused:
        with pytest.raises(IntegrityError, match=words):
            insert(by, pair, settle, **changes)
    say(second, pair, "same")
    with pytest.raises(IntegrityError, match="judgement_answered_once"):
        insert(second, pair, settle, **confirmed)
    with pytest.raises(IntegrityError, match="written once"), transaction.atomic():
        Judgement.objects.filter(pk=proposal.pk).update(reason="Another", version=2)


def test_row_level_security(examiner: Posting, second: Posting, pair: Pair, land: Land) -> None:
    """Judgements are read where they were made and where either mention stands."""
    same(examiner, second, pair)
    clusters_now()
    told = {"scrb": (2, 2), "bazaar": (2, 1), "mills": (2, 1), "fort": (0, 0), "court": (0, 0)}
    for name, (judgements, clusters) in told.items():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE cctns_app")
            cursor.execute("SELECT set_config('cctns.office', %s, true)", [str(land[name].pk)])
            assert Judgement.objects.count() == judgements, name
            assert Cluster.objects.count() == clusters, name
