"""A preliminary enquiry begins with a DySP's word and ends in fourteen days, reasoned."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from cctns.journal.models import JournalEntry
from cctns.lib.clock import now, played
from cctns.offices.access import Refused
from cctns.offices.codes import Rank, Role
from cctns.offices.models import Posting
from cctns.registers import queries
from cctns.registers.books.enquiry import ENQUIRY, PERMISSION
from cctns.registers.models import Enquiry, EnquiryPermission
from tests.offices.land import Land

from .entering import enter, go_on, refused_fields


@pytest.fixture
def sdpo(land: Land) -> Posting:
    return land.post(Role.SDPO, "sub")


def asked(by: Posting, **changes: Any) -> Enquiry:
    told = {
        "name": "Sita",
        "information": "The agent keeps my deposit",
        "offence": "BNS 316(2)",
        "why": "Whether there was an entrustment",
    }
    made = enter(by, ENQUIRY, **{**told, **changes})
    assert isinstance(made, Enquiry)
    return made


def answered(by: Posting, made: Enquiry, decision: str = "permitted") -> EnquiryPermission:
    told = {"enquiry_id": made.pk, "decision": decision, "reason": "Accounts to be seen"}
    answer = enter(by, PERMISSION, **told)
    assert isinstance(answer, EnquiryPermission)
    return answer


def ended(**changes: Any) -> dict[str, Any]:
    told = {
        "outcome": "no_case",
        "findings": "No entrustment",
        "concluded_at": now(),
        "informed_at": now(),
    }
    return {**told, **changes}


def test_its_life(io: Posting, sdpo: Posting) -> None:
    made = asked(io)
    answer = answered(sdpo, made)
    said = JournalEntry.objects.get(kind="enquiry.permitted")
    assert (said.office_id, said.refs) == (sdpo.office_id, [made.pk])
    assert answer.to_office_id == io.office_id
    go_on(io, ENQUIRY, made, "conclude", **ended())
    assert Enquiry.objects.get().stage == "concluded"


@pytest.mark.parametrize("offence", ["BNS 103(1)", "BNS 115(2)", "BNS 316(2), BNS 318(4)", "cheat"])
def test_only_for_three_to_seven_years(io: Posting, offence: str) -> None:
    assert "offence" in refused_fields(lambda: asked(io, offence=offence))


def test_nothing_is_concluded_without_permission(io: Posting, sdpo: Posting) -> None:
    made = asked(io)
    assert refused_fields(lambda: go_on(io, ENQUIRY, made, "conclude", **ended())) == ["outcome"]
    made = Enquiry.objects.get()
    answered(sdpo, made, "refused")
    assert JournalEntry.objects.filter(kind="enquiry.refused").exists()
    assert refused_fields(lambda: go_on(io, ENQUIRY, made, "conclude", **ended())) == ["outcome"]


def test_after_fourteen_days_it_says_why(io: Posting, sdpo: Posting) -> None:
    before = now() - timedelta(days=20)
    with played(before):
        made = asked(io)
    with played(before + timedelta(days=1)):
        answered(sdpo, made)
    assert refused_fields(lambda: go_on(io, ENQUIRY, made, "conclude", **ended())) == [
        "late_reason"
    ]
    made = Enquiry.objects.get()
    go_on(io, ENQUIRY, made, "conclude", **ended(late_reason="The bank answered late"))
    assert Enquiry.objects.get().stage == "concluded"


def test_a_case_found_is_an_fir(io: Posting, sdpo: Posting) -> None:
    made = asked(io)
    answered(sdpo, made)
    fir = ended(outcome="fir")
    assert refused_fields(lambda: go_on(io, ENQUIRY, made, "conclude", **fir)) == ["fir_number"]
    made = Enquiry.objects.get()
    rows = Enquiry.objects.filter(pk=made.pk)
    with pytest.raises(IntegrityError, match="enquiry_leads_to_fir"), transaction.atomic():
        rows.update(outcome="fir", version=made.version + 1)


def test_who_may_permit(io: Posting, sho: Posting, land: Land) -> None:
    """Only from DySP, only over one's own stations."""
    made = asked(io)
    inspector = land.post(Role.SDPO, "sub", rank=Rank.INSPECTOR)
    elsewhere = land.post(Role.SP, "west")
    for nobody in (io, sho, inspector, elsewhere):
        with pytest.raises(Refused):
            answered(nobody, made)
    assert not EnquiryPermission.objects.exists()
    answered(land.post(Role.SP, "east"), made)


def test_the_station_reads_what_was_decided(io: Posting, sdpo: Posting, land: Land) -> None:
    made = asked(io)
    answer = answered(sdpo, made)
    [(book, seen)] = queries.answers(by=io, book=ENQUIRY, entry=made)
    assert (book, seen.pk) == (PERMISSION, answer.pk)
    assert queries.entry_at(by=io, book=PERMISSION, entry_id=answer.pk)[0].pk == answer.pk
    with pytest.raises(Refused):
        queries.entry_at(by=land.post(Role.SHO, "fort"), book=PERMISSION, entry_id=answer.pk)


def test_the_database_shows_it_to_the_station_and_no_other(
    io: Posting, sdpo: Posting, land: Land
) -> None:
    answered(sdpo, asked(io))
    for office, rows in ((io.office, 1), (sdpo.office, 1), (land["fort"], 0)):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL ROLE cctns_app")
            cursor.execute("SELECT set_config('cctns.office', %s, true)", [str(office.pk)])
            cursor.execute("SELECT count(*) FROM registers_enquirypermission")
            assert cursor.fetchone() == (rows,), office
