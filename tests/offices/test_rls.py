"""The second wall: raw SQL as the application's database role sees only its office's reach."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction

from cctns.offices import access, rls
from cctns.offices.codes import Role
from cctns.offices.models import Posting

from .land import Land

ROLE = "cctns_test_reader"


@pytest.fixture
def wall(land: Land) -> Iterator[Land]:
    """A record table with a row of each office, behind the policy, read as a plain role."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE}")
        cursor.execute("CREATE TABLE wall_record (office_id uuid NOT NULL, text text)")
        cursor.execute(
            "INSERT INTO wall_record SELECT id, name FROM offices_office",
        )
        cursor.execute(rls.enable("wall_record", role=ROLE))
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE ON wall_record TO {ROLE}")
        cursor.execute(f"GRANT SELECT ON offices_jurisdiction TO {ROLE}")
        cursor.execute(f"SET LOCAL ROLE {ROLE}")
        yield land
        cursor.execute("RESET ROLE")


def rows() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM wall_record")
        return {text for (text,) in cursor.fetchall()}


def as_office(land: Land, name: str) -> None:
    access.act_for(Posting(officer_id=None, office=land[name], role=Role.SHO))


def test_without_settings_raw_sql_sees_no_row(wall: Land) -> None:
    assert rows() == set()


def test_a_station_sees_its_own_rows_and_a_supervisor_those_below(wall: Land) -> None:
    as_office(wall, "bazaar")
    assert rows() == {"bazaar"}
    as_office(wall, "east")
    assert rows() == {"east", "sub", "circle", "bazaar", "fort"}
    as_office(wall, "court")
    assert rows() == {"court"}


def test_a_plan_that_a_connection_keeps_is_no_offices_view(wall: Land) -> None:
    """Statements are planned once and asked again on behalf of whoever comes next."""
    prepared = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE %s"
    for _ in range(8):
        for name in ("bazaar", "fort", "court"):
            as_office(wall, name)
            assert rows() == {name}
    with connection.cursor() as cursor:
        cursor.execute(prepared, ["SELECT text FROM wall_record%"])
        assert cursor.fetchone() == (1,)
        cursor.execute("SELECT set_config('cctns.office', '', true)")
    assert rows() == set()


def test_an_empty_or_unknown_office_sees_nothing(wall: Land) -> None:
    for value in ("", "00000000-0000-0000-0000-000000000000"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('cctns.office', %s, true)", [value])
        assert rows() == set()


def test_nobody_writes_rows_for_an_office_out_of_reach(wall: Land) -> None:
    as_office(wall, "bazaar")
    insert = "INSERT INTO wall_record VALUES (%s, 'forged')"
    with connection.cursor() as cursor:
        cursor.execute(insert, [wall["bazaar"].pk])
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            cursor.execute(insert, [wall["fort"].pk])
        cursor.execute("UPDATE wall_record SET text = 'taken'")
        assert cursor.rowcount == 2  # its own two, and no other office's


def test_the_look_up_runs_once_for_a_statement(wall: Land) -> None:
    as_office(wall, "east")
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN SELECT * FROM wall_record")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "InitPlan" in plan
    assert "SubPlan" not in plan


@pytest.mark.django_db(transaction=True)
def test_whose_eyes_are_looking_is_forgotten_with_the_transaction(land: Land) -> None:
    by = land.post(Role.SHO, "bazaar")
    seen: list[tuple[str, str]] = []

    def setting() -> tuple[str, str]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_setting('cctns.office', true), "
                "current_setting('cctns.posting', true)"
            )
            office, posting = cursor.fetchone()
        return office or "", posting or ""

    @access.query
    def look(*, by: Posting) -> None:
        seen.append(setting())

    look(by=by)
    assert seen == [(str(by.office_id), str(by.pk))]
    assert setting() == ("", "")
