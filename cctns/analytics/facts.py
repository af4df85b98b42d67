"""What is counted of some cases, as one question; its answer is stored as the journal goes on.

As with clocks (docs/adr/0018): the worker's follower stores, pages read what is stored and ask the
question itself for what the follower has not seen yet. Nobody's writing waits for figures.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from cctns.cases.clocks.compute import SECTIONS
from cctns.cases.models.court import Verdict
from cctns.journal import follow
from cctns.journal.models import JournalEntry
from cctns.law import heads

FOLLOWER = "figures"
SHORT = 10  # letters; a shorter address finds nobody (CAG, Telangana)
_RECORDS = frozenset({"fir", "case", "crime", "sections", "report", "disposal", "seizure"})
COLUMNS = (
    "state, fir_id, office_id, registered_at, registered_on, counted, legacy, status, officer_id, "
    "head, penal, place, hour, reported_on, report_kind, unoccurred, decided_on, verdict, stolen, "
    "recovered, persons, no_relative, short_address"
)
_PARTS = "house, street, landmark, village, area, district_name, state_name, pin"
_ADDRESS = ", ".join(f"nullif(told.{one}, '')" for one in _PARTS.split(", "))
# Of several accused the first of these that one of them has; IIF-VI has its words.
_VERDICTS = ", ".join(f"'{one}'" for one in (Verdict.CONVICTED, Verdict.PLEA, Verdict.PROBATION))

# `wanted` are ids of FIRs, of cases, and of anything else, which gives nothing.
COMPUTED = f"""
file AS MATERIALIZED (
    SELECT fir.*, held.id AS case_id, held.status, held.investigating_officer_id
    FROM cases_fir fir JOIN cases_case held ON held.fir_id = fir.id
    WHERE fir.id IN (SELECT unnest(%(wanted)s::uuid[])
        UNION SELECT fir_id FROM cases_case WHERE id = ANY(%(wanted)s))
), section AS (
    {SECTIONS.format(firs="SELECT id FROM file")}
), known AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(%(heads)s)
        AS one (act text, number text, head text, rank int, penal boolean)
), principal AS MATERIALIZED (
    SELECT DISTINCT ON (section.fir_id) section.fir_id, known.head, known.penal
    FROM section JOIN known ON known.act = section.act AND known.number = section.number
    ORDER BY section.fir_id, known.rank, known.penal DESC
), computed AS (
    SELECT file.state, file.id AS fir_id, file.office_id, file.registered_at,
        (file.registered_at AT TIME ZONE 'Asia/Kolkata')::date AS registered_on,
        NOT (file.series = 'zero' AND file.status IN ('transfer', 'sent')) AS counted,
        file.legacy, file.status, file.investigating_officer_id AS officer_id,
        coalesce(crime.major_head, principal.head, 'other') AS head,
        coalesce(principal.penal, true) AS penal, coalesce(crime.place_type, '') AS place,
        CASE WHEN file.time_known THEN
            extract(hour FROM file.occurred_from AT TIME ZONE 'Asia/Kolkata')::int END AS hour,
        (report.transmitted_at AT TIME ZONE 'Asia/Kolkata')::date AS reported_on,
        coalesce(report.kind, '') AS report_kind, coalesce(report.unoccurred, '') AS unoccurred,
        court.judgment_on AS decided_on, coalesce(court.verdict, '') AS verdict,
        coalesce(thing.stolen, 0) AS stolen, coalesce(seized.recovered, 0) AS recovered,
        coalesce(person.persons, 0) AS persons, coalesce(person.no_relative, 0) AS no_relative,
        coalesce(person.short_address, 0) AS short_address
    FROM file
    LEFT JOIN principal ON principal.fir_id = file.id
    LEFT JOIN cases_crimedetails crime ON crime.case_id = file.case_id
    LEFT JOIN LATERAL (
        SELECT * FROM cases_finalreport told
        WHERE told.case_id = file.case_id AND told.stage = 'transmitted'
        ORDER BY told.transmitted_at DESC LIMIT 1
    ) report ON true
    LEFT JOIN LATERAL (
        SELECT told.judgment_on, line.verdict FROM cases_finalreport sent
        JOIN cases_disposal told ON told.report_id = sent.id
        JOIN cases_disposalaccused line ON line.disposal_id = told.id
        WHERE sent.case_id = file.case_id
        ORDER BY told.judgment_on DESC, line.verdict IN ({_VERDICTS}) DESC, line.verdict LIMIT 1
    ) court ON true
    LEFT JOIN LATERAL (
        SELECT sum(told.value) AS stolen FROM cases_firproperty told
        WHERE told.fir_id = file.id AND told.involvement = 'stolen'
    ) thing ON true
    LEFT JOIN LATERAL (
        SELECT sum(item.value) AS recovered FROM cases_seizure told
        JOIN cases_seizeditem item ON item.seizure_id = told.id
        WHERE told.case_id = file.case_id AND told.nature = 'stolen'
    ) seized ON true
    LEFT JOIN LATERAL (
        SELECT count(*) AS persons,
            count(*) FILTER (WHERE told.relative_name = '') AS no_relative,
            count(*) FILTER (WHERE length(concat_ws(', ', {_ADDRESS})) < {SHORT}) AS short_address
        FROM cases_party told WHERE told.fir_id = file.id AND told.knowledge <> 'unknown'
    ) person ON true
)
"""  # noqa: S608 - only our own words stand in it

_STORE = (
    f"WITH {COMPUTED} INSERT INTO analytics_casefigure ({COLUMNS}) SELECT {COLUMNS} FROM computed"  # noqa: S608
)
_FORGET = """
DELETE FROM analytics_casefigure WHERE fir_id = ANY(%(wanted)s)
    OR fir_id IN (SELECT fir_id FROM cases_case WHERE id = ANY(%(wanted)s))
"""
_ASKED = """SELECT unnest(%(wanted)s::uuid[])
    UNION SELECT fir_id FROM cases_case WHERE id = ANY(%(wanted)s)"""
_DISTINCT = f"SELECT DISTINCT act, number FROM ({SECTIONS.format(firs=_ASKED)}) standing"  # noqa: S608


def register() -> None:
    follow.register(FOLLOWER, _handle, forget=_forget_all)


def recompute(wanted: Collection[UUID]) -> int:
    """Store what is counted of these FIRs and cases anew; how many there are."""
    told = parameters(wanted)
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, told)
        cursor.execute(_STORE, told)
        return int(cursor.rowcount)


def parameters(wanted: Collection[UUID]) -> dict[str, Any]:
    """What COMPUTED is asked with; one question more, for the sections of these cases."""
    ids = list(wanted)
    return {"wanted": ids, "heads": json.dumps(_heads(ids))}


def _heads(ids: list[UUID]) -> list[dict[str, Any]]:
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_DISTINCT, {"wanted": ids})
        return [_head(act, number) for act, number in cursor.fetchall()]


def _head(act: str, number: str) -> dict[str, Any]:
    head = heads.head_of(act, number)
    told = {"act": act, "number": number, "head": head, "rank": heads.ranks()[head]}
    return {**told, "penal": act in heads.PENAL}


def _handle(entries: Sequence[JournalEntry]) -> None:
    told = [one for one in entries if one.record_type in _RECORDS]
    if told:
        recompute({one for entry in told for one in (entry.record_id, *entry.refs)})


def _forget_all() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM analytics_casefigure")


def read(offices: Sequence[UUID]) -> tuple[str, dict[str, Any]]:
    """The head of a question: `figure`, the lines of these offices, and what it is asked with.

    Stored lines, and beside them those of what the journals tell that the follower has not seen.
    """
    news = follow.unseen(FOLLOWER, offices)
    stored = f"SELECT {COLUMNS} FROM analytics_casefigure WHERE office_id = ANY(%(offices)s)"  # noqa: S608
    if not news:
        return f"WITH figure AS ({stored})", {"offices": list(offices)}
    fresh = f"SELECT {COLUMNS} FROM computed WHERE office_id = ANY(%(offices)s)"  # noqa: S608
    known = f"{stored} AND fir_id NOT IN (SELECT id FROM file)"  # noqa: S608
    told = {**parameters(news), "offices": list(offices)}
    return f"WITH {COMPUTED}, figure AS ({known} UNION ALL {fresh})", told
