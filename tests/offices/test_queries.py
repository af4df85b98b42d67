"""What administrators, supervisors and auditors see, and what stays out of their sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries

from cctns.offices import access, actions, queries
from cctns.offices.codes import Absence, OfficeKind, Role
from cctns.offices.login import postings
from cctns.offices.models import (
    District,
    Leave,
    Office,
    Officer,
    Posting,
    State,
    Supervision,
)

from .land import Land

Days = Callable[[int], date]


def test_an_administrator_finds_the_offices_below_by_name_or_code(land: Land) -> None:
    admin = land.post(Role.NODE_ADMIN, "east")
    names = [office.name for office in queries.offices_in_reach(by=admin)]
    assert names == ["bazaar", "circle", "east", "fort", "sub"]
    assert [o.name for o in queries.offices_in_reach(by=admin, words="AZA")] == ["bazaar"]
    assert [o.name for o in queries.offices_in_reach(by=admin, words="fort")] == ["fort"]
    assert queries.offices_in_reach(by=admin, words="mills") == []


def test_pages_of_offices_go_on_after_the_last_one_also_among_namesakes(
    land: Land, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = land.post(Role.NODE_ADMIN, "east")
    Office.objects.filter(name__in=("fort", "bazaar")).update(name="kotwali")
    monkeypatch.setattr(queries, "PAGE", 2)
    seen: list[Office] = []
    while page := queries.offices_in_reach(by=admin, after=seen[-1].pk if seen else None):
        seen += page
    assert [office.name for office in seen] == ["circle", "east", "kotwali", "kotwali", "sub"]
    assert len(set(seen)) == 5


def test_an_office_shows_its_supervisors_through_time(land: Land) -> None:
    admin, sho = land.post(Role.NODE_ADMIN, "hq"), land.post(Role.SHO, "bazaar")
    actions.move_office(
        by=admin, office=land["bazaar"], supervisor=land["west"], from_date=access.today()
    )
    view = queries.office_for(by=admin, office_id=land["bazaar"].pk)
    assert [link.supervisor.name for link in view.supervisions] == ["west", "circle"]
    assert view.in_charge == sho
    with pytest.raises(access.Refused):
        queries.office_for(by=land.post(Role.NODE_ADMIN, "sub"), office_id=land["bazaar"].pk)
    with pytest.raises(Office.DoesNotExist):
        queries.office_for(by=admin, office_id=admin.pk)


def test_staff_are_those_posted_today_or_later_and_leave_is_marked(
    land: Land, in_days: Days
) -> None:
    sho = land.post(Role.SHO, "bazaar")
    away = land.post(Role.IO, "bazaar")
    land.post(Role.IO, "bazaar", until=in_days(0))
    later = land.post(Role.DUTY_OFFICER, "bazaar", since=in_days(4))
    Leave.objects.create(officer=away.officer, from_date=in_days(0), to_date=in_days(1))
    seen = {row.pk: row.away for row in queries.staff(by=sho, office=land["bazaar"])}
    assert seen == {sho.pk: False, away.pk: True, later.pk: False}
    with pytest.raises(access.Refused):
        queries.staff(by=sho, office=land["fort"])


def test_an_auditor_sees_refusals_of_the_district_and_not_of_the_next(land: Land) -> None:
    for name in ("bazaar", "mills"):
        constable = land.post(Role.CONSTABLE, name)
        with pytest.raises(access.Refused):
            actions.close_office(by=constable, office=land[name], on=access.today())
        postings.keep_refusal(constable.officer, "on leave")
    rows = queries.refused_acts(by=land.post(Role.AUDITOR, "east"))
    kinds = {(row.action, row.posting and row.posting.office.name) for row in rows}
    assert kinds == {("sign_in", None), ("office.administer", "bazaar")}
    auditor = land.post(Role.AUDITOR, "east")
    assert queries.refused_acts(by=auditor, before=rows[0].pk) == rows[1:]
    assert queries.refused_acts(by=auditor, before=rows[-1].pk) == []
    assert len(queries.refused_acts(by=land.post(Role.AUDITOR, "hq"))) == 4


def test_an_auditor_sees_who_changed_what(land: Land) -> None:
    admin = land.post(Role.NODE_ADMIN, "hq")
    for name in ("bazaar", "mills"):
        sho = land.post(Role.SHO, name)
        actions.end_posting(by=admin, posting=sho, on=access.today())
    (row,) = queries.changes(by=land.post(Role.AUDITOR, "east"))
    assert (row.office.name, row.action) == ("bazaar", "end_posting")
    assert row.posting is not None
    assert row.posting.officer == admin.officer


def test_the_administrator_does_not_audit_themselves(land: Land) -> None:
    admin = land.post(Role.NODE_ADMIN, "hq")
    for look in (queries.refused_acts, queries.changes):
        with pytest.raises(access.Refused, match="role"):
            look(by=admin)


def test_a_list_costs_the_same_however_many_rows(
    land: Land, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    sho = land.post(Role.SHO, "bazaar")
    for _ in range(20):
        land.post(Role.CONSTABLE, "bazaar")
    with django_assert_max_num_queries(5):
        rows = queries.staff(by=sho, office=land["bazaar"])
        assert len({(row.officer.name, row.office.name) for row in rows}) == 21


def test_leave_is_seen_by_those_who_grant_it(land: Land, in_days: Days) -> None:
    sdpo, sho = land.post(Role.SDPO, "sub"), land.post(Role.SHO, "bazaar")
    leave = Leave.objects.create(officer=sho.officer, from_date=in_days(3), to_date=in_days(4))
    assert queries.leaves(by=sdpo, posting=sho) == [leave]
    with pytest.raises(access.Refused):
        queries.leaves(by=land.post(Role.CONSTABLE, "bazaar"), posting=sho)


def test_an_officer_is_found_by_police_number(land: Land) -> None:
    admin, io = land.post(Role.NODE_ADMIN, "east"), land.post(Role.IO, "mills")
    number = f" {io.officer.username.lower()} "
    assert queries.officer_by_number(by=admin, number=number) == io.officer
    assert queries.officer_by_number(by=admin, number="nobody") is None


def test_at_midnight_a_dated_move_takes_effect(land: Land) -> None:
    Supervision.objects.filter(office=land["bazaar"]).update(supervisor=land["west"])
    out = StringIO()
    call_command("flatten_tree", stdout=out)
    assert "exactly one chain" in out.getvalue()
    assert access.may(land.post(Role.SP, "west"), "case.view", land["bazaar"])


def test_the_nightly_run_names_what_is_wrong(land: Land) -> None:
    land.open("orphan", OfficeKind.STATION)
    told = StringIO()
    with pytest.raises(CommandError, match="1 police offices"):
        call_command("flatten_tree", stderr=told)
    assert told.getvalue().startswith("orphan: 1 chains, 0 of them")


@pytest.mark.django_db
def test_the_reference_is_loaded_by_command() -> None:
    out = StringIO()
    call_command("load_reference", stdout=out)
    assert out.getvalue().strip() == "36 States and Union Territories, 763 districts"
    assert State.objects.count() == 36


def test_open_postings_are_those_of_today_that_the_orm_finds(land: Land, in_days: Days) -> None:
    """The statement is written out by hand: it must say what the models' own words say."""
    first = land.post(Role.IO, "bazaar", since=in_days(-9), until=in_days(1))
    officer = first.officer
    land.post(Role.SHO, "circle", since=in_days(-9), until=in_days(0), officer=officer)
    land.post(Role.SHO, "east", since=in_days(1), officer=officer)
    second = land.post(Role.DUTY_OFFICER, "fort", since=in_days(0), officer=officer)
    land.post(Role.IO, "bazaar")
    today = Posting.objects.current(access.today()).filter(officer=officer)
    assert postings.open_postings(officer) == list(today.order_by("from_date"))
    assert postings.open_postings(officer) == [first, second]
    Officer.objects.filter(pk=officer.pk).update(is_active=False)
    assert postings.open_postings(officer) == []
    Officer.objects.filter(pk=officer.pk).update(is_active=True)
    Leave.objects.create(
        officer=officer, kind=Absence.LEAVE, from_date=in_days(-1), to_date=in_days(0)
    )
    assert postings.open_postings(officer) == []


def test_an_open_posting_brings_officer_office_state_and_district(
    land: Land, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    posting = land.post(Role.SHO, "bazaar")
    district = District.objects.create(code=990_001, state=land.state, name="East")
    Office.objects.filter(pk=land["bazaar"].pk).update(district=district)
    elsewhere = land.post(Role.SHO, "fort")
    with django_assert_num_queries(2):
        (found,) = postings.open_postings(posting.officer)
        (without,) = postings.open_postings(elsewhere.officer)
        assert (found.officer, found.office) == (posting.officer, land["bazaar"])
        assert (found.office.state, found.office.district) == (land.state, district)
        assert without.office.district is None
    for one, stored in (
        (found, posting),
        (found.officer, Officer.objects.get(pk=posting.officer_id)),
        (found.office, Office.objects.get(pk=posting.office_id)),
    ):
        names = [field.attname for field in type(stored)._meta.concrete_fields]
        assert [getattr(one, name) for name in names] == [getattr(stored, name) for name in names]
