"""Notices: Form 1 to the accused, witnesses at home, served by hand, answered day by day."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.cases.books.notice import NOTICE
from cctns.cases.models import Accused, Notice
from cctns.documents.entry import text_of
from cctns.lib.clock import now
from cctns.offices.access import today
from cctns.offices.models import Posting
from cctns.registers.actions import take_step
from cctns.registers.rules import NotPossible

from .asked import notice_of, witness_notice
from .investigating import another_accused, arrest_of, go_on, opened


def served(by: Posting, notice: Notice, **changes: Any) -> Any:
    told = {"served_at": now(), "served_how": "person", "served_by": "HC Ravi", **changes}
    return go_on(by, NOTICE, notice, "serve", **told)


def answered(by: Posting, notice: Notice, answer: str) -> Any:
    """One more day."""
    lines = {"appearances": [{"day": today(), "answer": answer}]}
    return take_step(by=by, book=NOTICE, entry=notice, step="answer", details={}, lists=lines)


def test_a_notice_moves_its_accused(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    notice_of(io, case)
    assert Accused.objects.get().stage == "noticed"


def test_who_was_arrested_stays_arrested(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    arrest_of(io, case)
    notice_of(io, case)
    assert Accused.objects.get().stage == "arrested"


def test_form_1_says_what_the_schedule_says(sho: Posting, io: Posting) -> None:
    case = opened(sho, io)
    told = text_of(NOTICE.paper("form1").text, notice_of(io, case))
    assert "reasonable grounds to question you" in told
    assert case.fir.number in told
    assert "A1 Vikram" in told
    assert "304(2)" in told


def test_its_life_day_by_day(sho: Posting, io: Posting) -> None:
    notice = notice_of(io, opened(sho, io))
    served(io, notice)
    for answer in ("excused", "appeared"):
        answered(io, notice, answer)
    found = Notice.objects.get()
    assert found.stage == "answered"
    assert [one.answer for one in found.appearances.all()] == ["excused", "appeared"]
    assert [one.ordinal for one in found.appearances.all()] == [1, 2]


def test_an_answer_before_service_is_none(sho: Posting, io: Posting) -> None:
    notice = notice_of(io, opened(sho, io))
    go_on(io, NOTICE, notice, "fail", unserved_reason="House locked")
    with pytest.raises(NotPossible, match="cannot be taken now"):
        answered(io, notice, "appeared")
    served(io, notice)


def test_an_appearance_is_not_served_by_wire(sho: Posting, io: Posting) -> None:
    """Satender Kumar Antil v. CBI (2025); other notices may be."""
    case = opened(sho, io)
    notice = notice_of(io, case)
    with pytest.raises(NotPossible, match="handed over"):
        served(io, notice, served_how="electronic")
    wired = Notice.objects.filter(pk=notice.pk)
    with pytest.raises(IntegrityError, match="served_by_hand"), transaction.atomic():
        wired.update(served_how="electronic", version=2)
    served(io, witness_notice(io, case), served_how="electronic")


@pytest.mark.parametrize(
    "person",
    [{"sex": "female"}, {"age": 14}, {"age": 61}, {"disabled": True}],
    ids=["woman", "child", "old", "disabled"],
)
def test_some_witnesses_are_not_called_to_the_station(
    sho: Posting, io: Posting, person: dict[str, Any]
) -> None:
    case = opened(sho, io)
    with pytest.raises(NotPossible, match="called away"):
        witness_notice(io, case, **person)
    witness_notice(io, case, where="residence", **person)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"accused_id": None}, "accused"),
        ({"kind": "179", "accused_id": None}, "name"),
        ({"kind": "94"}, "demanded"),
        ({"appear_at": now()}, "appear_at"),
        ({"where": ""}, "where"),
    ],
)
def test_what_a_notice_wants(
    sho: Posting, io: Posting, changed: dict[str, Any], field: str
) -> None:
    with pytest.raises(NotPossible) as error:
        notice_of(io, opened(sho, io), **changed)
    assert field in [one.field for one in error.value.problems]


def test_no_accused_of_another_case(sho: Posting, io: Posting) -> None:
    case, other = opened(sho, io), opened(sho, io)
    stranger = another_accused(io, other)
    with pytest.raises(NotPossible, match="no accused of this case"):
        notice_of(io, case, accused_id=stranger.pk)
    notice = notice_of(io, case)
    moved = Notice.objects.filter(pk=notice.pk)
    with pytest.raises(IntegrityError, match="another case"), transaction.atomic():
        moved.update(accused=stranger, version=notice.version + 1)
