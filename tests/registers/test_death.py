"""Unnatural deaths: inquest before two, report within a day, no conclusion over a doubt."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from cctns.lib.clock import now
from cctns.offices.access import Refused
from cctns.offices.models import Posting
from cctns.registers.books.death import DEATH
from cctns.registers.models import Death, GeneralDiaryEntry, Panch

from .entering import enter, go_on, refused_fields

PANCHES = [
    {"name": "Ram Singh", "address": "Ward 3, Rampur"},
    {"name": "Ali Khan", "address": "Ward 5, Rampur"},
]


def death(by: Posting, **changes: Any) -> Death:
    told = {
        "place": "Railway line, km 12",
        "circumstances": "Seen by the gatekeeper",
        "informant_name": "Gatekeeper",
        "magistrate_told": "SDM Rampur",
        "magistrate_told_at": now(),
        "sex": "male",
    }
    made = enter(by, DEATH, **{**told, **changes})
    assert isinstance(made, Death)
    return made


def inquest(**changes: Any) -> dict[str, Any]:
    told = {
        "inquest_at": now(),
        "findings": "Crushed by a train",
        "wounds": "Both legs",
        "manner": "accident",
        "reported_to": "SDM Rampur",
        "reported_at": now(),
    }
    return {**told, **changes}


def held(io: Posting, made: Death, **changes: Any) -> Death:
    done = go_on(io, DEATH, made, "inquest", {"panches": PANCHES}, **inquest(**changes))
    assert isinstance(done, Death)
    return done


def fresh(made: Death) -> Death:
    return Death.objects.get(pk=made.pk)


def test_its_life_to_the_conclusion(duty_officer: Posting, io: Posting, sho: Posting) -> None:
    made = held(io, death(duty_officer))
    assert [one.name for one in Panch.objects.filter(death=made)] == ["Ram Singh", "Ali Khan"]
    go_on(io, DEATH, made, "send", hospital="CHC", sent_at=now(), escort="HC 12 Lal")
    told = {"report_number": "PM 7", "report_at": now(), "medical_cause": "Shock"}
    go_on(io, DEATH, made, "examined", **told, viscera=True)
    go_on(io, DEATH, made, "viscera", laboratory="FSL", viscera_at=now())
    go_on(duty_officer, DEATH, made, "hand_over", handed_to="Brother", handed_at=now())
    go_on(sho, DEATH, made, "conclude", final_manner="accident", end_reason="Nobody's act")
    assert fresh(made).stage == "concluded"
    assert GeneralDiaryEntry.objects.filter(subject_id=made.pk, kind="death").count() == 7
    assert Panch.objects.filter(death=made).count() == 2


@pytest.mark.parametrize("panches", [[], PANCHES[:1], [*PANCHES[:1], {"name": "Nobody"}]])
def test_two_inhabitants_with_their_address_sign_the_inquest(
    duty_officer: Posting, io: Posting, panches: list[dict[str, str]]
) -> None:
    made = death(duty_officer)
    told = {"lists": {"panches": panches}, **inquest()}
    assert refused_fields(lambda: go_on(io, DEATH, made, "inquest", **told)) == ["panches"]


def test_a_report_after_a_day_says_why(duty_officer: Posting, io: Posting) -> None:
    """BNSS 194(2): within twenty-four hours."""
    made = death(duty_officer, happened_at=now() - timedelta(hours=30))
    assert refused_fields(lambda: held(io, made)) == ["late_reason"]
    assert held(io, fresh(made), late_reason="Flood").stage == "inquest"


@pytest.mark.parametrize(
    "doubt",
    [{"in_custody": True}, {"newly_married": True, "sex": "female"}, {"manner": "unknown"}],
)
def test_a_doubt_wants_the_doctor_before_the_end(
    duty_officer: Posting, io: Posting, sho: Posting, doubt: dict[str, Any]
) -> None:
    """BNSS 194(3): custody, a marriage of less than seven years, a doubt of the cause."""
    manner = {"manner": doubt.pop("manner", "suicide")}
    made = held(io, death(duty_officer, **doubt), **manner)
    end = {"final_manner": "suicide", "end_reason": "Note found"}
    assert "final_manner" in refused_fields(lambda: go_on(sho, DEATH, made, "conclude", **end))


def test_a_death_in_custody_is_told_to_the_commission(
    duty_officer: Posting, io: Posting, sho: Posting
) -> None:
    """BNSS 196 and the Human Rights Commission's twenty-four hours."""
    made = held(io, death(duty_officer, in_custody=True))
    told = {"report_number": "PM 7", "report_at": now(), "medical_cause": "Heart"}
    go_on(io, DEATH, made, "examined", **told)
    end = {"final_manner": "natural", "end_reason": "Heart"}
    assert refused_fields(lambda: go_on(sho, DEATH, made, "conclude", **end)) == ["final_manner"]
    made = fresh(made)
    go_on(sho, DEATH, made, "commission", commission_told_at=now())
    go_on(sho, DEATH, made, "conclude", **end)
    assert fresh(made).stage == "concluded"


def test_only_deaths_in_custody_go_to_the_commission(duty_officer: Posting, sho: Posting) -> None:
    made = death(duty_officer)
    told = {"commission_told_at": now()}
    assert refused_fields(lambda: go_on(sho, DEATH, made, "commission", **told)) == [
        "commission_told_at"
    ]


def test_a_suspicion_ends_in_an_fir(duty_officer: Posting, io: Posting, sho: Posting) -> None:
    made = held(io, death(duty_officer), manner="another")
    end = {"final_manner": "another", "end_reason": "Strangled"}
    assert "final_manner" in refused_fields(lambda: go_on(sho, DEATH, made, "conclude", **end))
    made = fresh(made)
    rows = Death.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="death_offence"), transaction.atomic():
        rows.update(stage="concluded", final_manner="another", version=made.version + 1)
    fir = {"fir_number": "12", "end_reason": "Strangled"}
    assert refused_fields(lambda: go_on(sho, DEATH, made, "convert", **fir)) == ["fir_number"]
    go_on(sho, DEATH, fresh(made), "convert", fir_number="0012/2026", end_reason="Strangled")
    assert fresh(made).stage == "converted"


def test_no_conclusion_without_an_inquest(duty_officer: Posting, sho: Posting) -> None:
    made = death(duty_officer)
    end = {"final_manner": "accident", "end_reason": "x"}
    assert "stage" in refused_fields(lambda: go_on(sho, DEATH, made, "conclude", **end))
    made = fresh(made)
    rows = Death.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(stage="inquest", version=made.version + 1)


def test_who_may_not(duty_officer: Posting, io: Posting) -> None:
    made = death(duty_officer)
    with pytest.raises(Refused):
        held(duty_officer, made)
    held(io, fresh(made))
    with pytest.raises(Refused):
        go_on(io, DEATH, fresh(made), "conclude", final_manner="accident", end_reason="x")
