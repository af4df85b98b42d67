"""Ten years of stations, copied by SQL from one FIR that was really registered, with their ends.

What figures and clocks are made from is theirs; the derived tables are then made by the program.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import psycopg
from django.db.models import CharField, JSONField, Model, TextField

from . import clocks, ground

DAYS = 3650
_AT_ONCE = 2_000  # FIRs made into figures by one statement
_HEADS = ["304(2)", "103(1)", "64", "318(4)", "309(4)", "115(2)"]
_MADE = {
    "id": "fir",
    "office_id": "office",
    "series": "'fir'",
    "kind": "'ordinary'",
    "serial": "number",
    "year": "extract(year FROM at)::int",
    **dict.fromkeys(("registered_at", "received_at", "occurred_from", "occurred_to"), "at"),
    "gd_recorded_at": "at",
}
_FILE = {"id": "file", "fir_id": "fir", "office_id": "office", "version": "9"}
# `chance` is of a hundred, the same for a case whatever is asked of it.
_ENDED = """CREATE TEMP TABLE ended AS
SELECT file.id AS file, fir.id AS fir, fir.office_id AS office, fir.registered_at AS at,
    row_number() OVER (PARTITION BY fir.office_id ORDER BY fir.id) AS number,
    abs(hashtext(fir.id::text)) % 100 AS chance,
    gen_random_uuid() AS report, gen_random_uuid() AS disposal
FROM cases_fir fir JOIN cases_case file ON file.fir_id = fir.id
WHERE fir.office_id = ANY(%(offices)s)"""
_REPORTED = "chance < 70 AND at < now() - interval '90 days'"
_DECIDED = "chance < 25 AND at < now() - interval '501 days'"
_SHEET = {
    "case_id": "file",
    "office_id": "office",
    "state": "99",
    "version": "1",
    "year": "extract(year FROM at)::int",
    "serial": "number",
    "officer_id": "%(actor)s::uuid",
}


def cases(
    environment: ground.env.Environment,
    offices: Sequence[UUID],
    each: int,
    *,
    fir: Any,
    journal: bool,
) -> None:
    """So many cases for each office, ten years of them, with or without their journals."""
    told = {
        "offices": list(offices),
        "each": each,
        "fir": fir.pk,
        "actor": fir.case.investigating_officer_id,
        "sections": _HEADS,
    }
    with psycopg.connect(ground.superuser_dsn(environment)) as server:
        server.execute("SET session_replication_role = replica")
        for one in [*_begun(journal), *_ends()]:
            names = {name: value for name, value in told.items() if f"%({name})s" in one}
            server.execute(one.replace(" % ", " %% ") if names else one, names or None)


def _begun(journal: bool) -> Iterator[str]:
    """The statements of clocks.sql, FIRs and cases copied column by column."""
    from cctns.cases.models import Case, Fir

    copy = clocks.COPY.read_text(encoding="utf-8").replace("% 365)", f"% {DAYS})")
    made, _firs, _files, sections, *journals = copy.split(";\n")
    yield made
    yield _insert(Fir, _MADE, "made, cases_fir one WHERE one.id = %(fir)s", base="one")
    yield _insert(Case, _FILE, "made, cases_case one WHERE one.fir_id = %(fir)s", base="one")
    yield sections
    if journal:
        yield from journals
    yield "ANALYZE"


def _ends() -> Iterator[str]:
    """Persons of every case, final reports, judgments."""
    from cctns.cases.models import Disposal, DisposalAccused, FinalReport, Party

    yield _ENDED
    person = {
        "id": "gen_random_uuid()",
        "fir_id": "fir",
        "state": "99",
        "ordinal": "place",
        "role": "role",
        "also_victim": "place = 1",
        "name": "'Person ' || number",
        "sex": "CASE WHEN chance % 2 = place - 1 THEN 'male' ELSE 'female' END",
        "age": "16 + (chance * 7) % 60",
        "knowledge": "CASE place WHEN 2 THEN 'known' ELSE '' END",
    }
    who = "(VALUES (1, 'complainant'), (2, 'accused')) AS who (place, role)"
    yield _insert(Party, person, f"ended CROSS JOIN {who}")
    yield f"UPDATE cases_case SET status = 'reported' FROM ended WHERE id = file AND {_REPORTED}"
    report = {
        **_SHEET,
        "id": "report",
        "fir_id": "fir",
        "stage": "'transmitted'",
        "part": "'original'",
        "kind": "CASE WHEN chance < 45 THEN 'charge_sheet' WHEN chance < 55 THEN 'undetected' "
        "WHEN chance < 60 THEN 'no_evidence' ELSE 'unoccurred' END",
        "unoccurred": "CASE WHEN chance < 60 THEN '' WHEN chance < 65 THEN 'false' ELSE 'fact' END",
        "happened_at": "at + interval '80 days'",
        "recorded_at": "at + interval '80 days'",
        "transmitted_at": "at + interval '85 days'",
    }
    yield _insert(FinalReport, report, f"ended WHERE {_REPORTED}")
    judgment = {
        **_SHEET,
        "id": "disposal",
        "report_id": "report",
        "stage": "'decided'",
        "submission": "1",
        "judgment_on": "(at + interval '500 days')::date",
        "happened_at": "at + interval '500 days'",
        "recorded_at": "at + interval '500 days'",
    }
    yield _insert(Disposal, judgment, f"ended WHERE {_DECIDED}")
    verdict = {
        "id": "gen_random_uuid()",
        "ordinal": "1",
        "state": "99",
        "disposal_id": "disposal",
        "who": "'A1'",
        "verdict": "CASE WHEN chance % 2 = 0 THEN 'convicted' ELSE 'acquitted' END",
    }
    yield _insert(DisposalAccused, verdict, f"ended WHERE {_DECIDED}")
    yield "ANALYZE"


def _insert(model: type[Model], told: Mapping[str, str], rows: str, base: str = "") -> str:
    """Rows of a model: columns as told, else those of `base`, else empty ones."""
    columns = {
        one.column: told.get(one.column) or (f"{base}.{one.column}" if base else _empty(one))
        for one in model._meta.concrete_fields
    }
    names, values = ", ".join(columns), ", ".join(columns.values())
    return f"INSERT INTO {model._meta.db_table} ({names}) SELECT {values} FROM {rows}"


def _empty(column: Any) -> str:
    if column.null:
        return "NULL"
    if isinstance(column, JSONField):
        return "'{}'::jsonb"
    if isinstance(column, CharField | TextField):
        return "''"
    return "false" if column.get_internal_type() == "BooleanField" else "0"


def make_figures() -> int:
    """The line of every case, as the worker makes it; how many."""
    from django.db import connection, transaction

    from cctns.analytics import facts
    from cctns.cases.models import Fir

    firs = list(Fir.objects.order_by("id").values_list("id", flat=True))
    made = 0
    for at in range(0, len(firs), _AT_ONCE):
        with transaction.atomic():
            made += facts.recompute(firs[at : at + _AT_ONCE])
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO journal_cursor (follower, state, office_id, epoch, next) "
            "SELECT 'figures', state, office_id, epoch, size FROM journal_head "
            "ON CONFLICT DO NOTHING"
        )
    return made


def analyze(environment: ground.env.Environment) -> None:
    """As autovacuum does after a while."""
    with psycopg.connect(ground.superuser_dsn(environment), autocommit=True) as server:
        server.execute("VACUUM ANALYZE analytics_casefigure")
        server.execute("ANALYZE")
