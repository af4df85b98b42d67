"""The clocks of some cases and registers, as one question to the journal.

The rules and the marks of sections go along as data, the arithmetic stands in the database as
cases_due() beside cctns.lib.due. Whoever stores clocks and whoever shows them asks this question.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

from cctns.law import clocks
from cctns.law.marks import marks

# The sections that stand in some cases: those of the FIR, and what later changes made of them. The
# question for the FIRs goes into both halves, where their indexes answer it.
SECTIONS = """
SELECT fir_id, act, number FROM (
    SELECT DISTINCT ON (fir_id, act, number) fir_id, act, number, stands FROM (
        SELECT fir_id, act, number, true AS stands, NULL::uuid AS change, 0 AS ordinal
        FROM cases_firsection WHERE fir_id IN ({firs})
        UNION ALL
        SELECT file.fir_id, line.act, line.number, line.kind = 'add', sheet.id, line.ordinal
        FROM cases_case file JOIN cases_sectionchange sheet ON sheet.case_id = file.id
        JOIN cases_changedsection line ON line.sectionchange_id = sheet.id
        WHERE file.fir_id IN ({firs})
    ) told ORDER BY fir_id, act, number, change DESC NULLS LAST, ordinal DESC
) latest WHERE stands
"""

# What forms say happened, at the time they say: entries of an arrest have that of the arrest, those
# of a remand that of the application; the remand runs from its first day in India. Who surrendered
# stands before the Magistrate; who was released on bail or bond is on bail.
FACTS = """
SELECT file.root, file.root, file.office_id, arrest.state, told.kind,
    arrest.id AS record_id, told.at AS occurred_at, told.at AS recorded_at, arrest.id AS own,
    array_remove(ARRAY[arrest.id, arrest.accused_id, accused.earlier_id], NULL) AS keys,
    file.depth
FROM file JOIN cases_arrest arrest ON arrest.case_id = file.case_id
JOIN cases_accused accused ON accused.id = arrest.accused_id
CROSS JOIN LATERAL (VALUES
    ('arrest.relative_informed', arrest.relative_told_at), ('arrest.examined', arrest.examined_at),
    ('arrest.produced', coalesce(arrest.produced_at,
        CASE arrest.kind WHEN 'surrendered' THEN arrest.happened_at END)),
    ('bail.ordered',
        CASE WHEN arrest.kind IN ('bailed', 'anticipatory') THEN arrest.happened_at END),
    ('arrest.released', arrest.released_at)) AS told (kind, at)
WHERE told.at IS NOT NULL
UNION ALL
SELECT file.root, file.root, file.office_id, remand.state, 'remand.ordered', remand.id, told.at,
    told.at, remand.id, ARRAY[remand.id, remand.arrest_id], file.depth
FROM file JOIN cases_remand remand ON remand.case_id = file.case_id
CROSS JOIN LATERAL (
    SELECT remand.from_day::timestamp AT TIME ZONE 'Asia/Kolkata' AS at
) told
WHERE told.at IS NOT NULL
"""

TAKEN_OVER = "transfer_answer.accepted"
# What ends or begins a clock at the station that sent a case, and not at the one that took it over.
SENDERS = f"('case.sent', 'case.transfer_sent', 'case.returned', '{TAKEN_OVER}')"
# What is asked anew of every FIR that gets a number.
OF_EACH_FIR = ("free_copy", "dispatch")

# Materialised, each step is reckoned once: the planner knows nothing of how many rows come out.
# `wanted` are ids of FIRs, cases or records of registers; what is none of them gives no clock.
CLOCKS = f"""
case_file AS MATERIALIZED (
    SELECT fir.id, fir.id AS fir_id, file.id AS case_id, fir.office_id, fir.kind = 'zero' AS zero,
        file.status = 'refused' AS refused, fir.zero_fir_id
    FROM cases_fir fir JOIN cases_case file ON file.fir_id = fir.id
    WHERE NOT fir.legacy AND fir.id IN (
        SELECT unnest(%(wanted)s::uuid[])
        UNION SELECT fir_id FROM cases_case WHERE id = ANY(%(wanted)s)
    )
), root AS MATERIALIZED (
    SELECT * FROM case_file
    UNION ALL
    SELECT id, NULL, NULL, NULL, NULL, NULL, NULL FROM unnest(%(wanted)s::uuid[]) AS one (id)
    WHERE id NOT IN (SELECT id FROM case_file UNION SELECT case_id FROM case_file)
), file AS (
    -- The files of a case at the stations it went through, the earlier the deeper; a Zero FIR is
    -- told anew.
    SELECT id AS root, id AS fir_id, case_id, office_id, zero_fir_id, 0 AS depth FROM root
    UNION ALL
    SELECT file.root, fir.id, held.id, file.office_id, fir.zero_fir_id, file.depth + 1
    FROM file JOIN cases_fir fir ON fir.id = file.zero_fir_id AND fir.kind <> 'zero'
    JOIN cases_case held ON held.fir_id = fir.id
), section AS (
    {SECTIONS.format(firs="SELECT fir_id FROM root")}
), known AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(%(marks)s) AS one (act text, number text, marks text[])
), marked AS MATERIALIZED (
    SELECT root.id, array_agg(mark) FILTER (WHERE mark IS NOT NULL)
        || CASE WHEN root.zero THEN '{{zero}}' ELSE '{{}}' END::text[]
        || CASE WHEN root.refused THEN '{{refused}}' ELSE '{{}}' END::text[] AS marks
    FROM root LEFT JOIN section ON section.fir_id = root.id
    LEFT JOIN known ON known.act = section.act AND known.number = section.number
    LEFT JOIN LATERAL unnest(known.marks) AS mark ON true
    WHERE root.fir_id IS NOT NULL GROUP BY root.id, root.zero, root.refused
), rule AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(%(rules)s) AS one (
        id text, version date, trigger text[], from_event boolean, subject text, anchor text[],
        needs text[], bars text[], amount int, unit text, first boolean, clock boolean,
        holiday boolean, stop text[], carried boolean, last boolean, sdpo real, sp real,
        pauses text)
), event AS MATERIALIZED (
    -- A later version of a record tells when it was entered, not when it happened.
    SELECT file.root, root.fir_id, coalesce(file.office_id, entry.office_id) AS office_id,
        entry.state, entry.kind, entry.record_id,
        CASE entry.version WHEN 1 THEN entry.occurred_at ELSE entry.recorded_at END AS occurred_at,
        entry.recorded_at, CASE WHEN entry.record_id IN (file.fir_id, file.case_id) THEN file.root
            ELSE entry.record_id END AS own,
        entry.refs || entry.record_id AS keys, file.depth
    FROM file JOIN root ON root.id = file.root CROSS JOIN LATERAL (
        SELECT * FROM journal_entry
        WHERE (record_id = file.fir_id OR record_id = file.case_id OR refs @> ARRAY[file.fir_id]
            AND kind NOT IN ('fir.imported', 'case.imported')) AND kind = ANY(%(kinds)s)
        OFFSET 0
    ) entry
    WHERE file.depth = 0 OR entry.kind NOT IN {SENDERS}
    UNION ALL {FACTS}
), begun AS MATERIALIZED (
    -- Every record a clock can be about, with what began it. An accused goes by two names, that of
    -- the arrest and their own. Of what several files of a case tell the one that keeps its clocks
    -- is taken: the newest where they are carried on, else the one in which it happened.
    SELECT * FROM (
    SELECT DISTINCT ON (rule.id, event.own) rule.id AS rule, event.root, event.own AS subject,
        event.office_id, event.state, CASE rule.subject WHEN 'accused'
            THEN array_remove(event.keys, event.root) ELSE ARRAY[event.own] END AS names
    FROM (SELECT *, unnest(anchor) AS kind FROM rule) rule JOIN event USING (kind)
    WHERE CASE rule.subject WHEN 'record' THEN event.fir_id IS NULL AND event.own = event.root
        ELSE event.fir_id IS NOT NULL END AND rule.subject <> 'case'
    ORDER BY rule.id, event.own, CASE WHEN rule.carried THEN -event.depth ELSE event.depth END
    ) of_records
    UNION ALL
    SELECT DISTINCT ON (rule.id, event.root) rule.id, event.root, event.root, event.office_id,
        event.state, ARRAY[event.root]
    FROM rule CROSS JOIN event
    WHERE rule.subject = 'case' AND event.kind = 'fir.registered' AND event.own = event.root
        AND event.fir_id IS NOT NULL
), named AS MATERIALIZED (
    SELECT begun.root, array_agg(DISTINCT name) AS names
    FROM begun JOIN rule ON rule.id = begun.rule AND rule.subject = 'accused'
    CROSS JOIN LATERAL unnest(begun.names) AS name GROUP BY begun.root
), fits AS MATERIALIZED (
    SELECT begun.*, rule.subject AS about, rule.carried FROM begun JOIN rule ON rule.id = begun.rule
    LEFT JOIN marked ON marked.id = begun.root
    WHERE coalesce(marked.marks, '{{}}') @> rule.needs
        AND NOT coalesce(marked.marks, '{{}}') && rule.bars
), done AS MATERIALIZED (
    SELECT id, kind, true AS starts FROM rule, unnest(trigger) AS kind
    UNION ALL SELECT id, kind, false FROM rule, unnest(stop) AS kind
), told AS MATERIALIZED (
    -- What each entry does to each of them; one that names no accused speaks for all.
    SELECT fits.*, event.fir_id, event.kind, event.occurred_at, event.recorded_at, done.starts
    FROM fits JOIN event ON event.root = fits.root
    JOIN done ON done.kind = event.kind AND done.id = fits.rule
    LEFT JOIN named ON named.root = fits.root
    WHERE CASE WHEN fits.carried
            -- Registered again under a new number, the case is as old as it was.
            THEN event.depth > 0 OR event.kind <> 'fir.registered'
                OR NOT EXISTS (SELECT FROM file WHERE file.root = event.root AND file.depth > 0)
            ELSE event.depth = 0
        END AND (
        fits.about = 'case' OR fits.names && event.keys
        OR event.kind = '{TAKEN_OVER}'
        OR fits.about = 'accused' AND NOT done.starts AND NOT named.names && event.keys)
), started AS MATERIALIZED (
    SELECT told.rule, told.root, told.fir_id, told.subject, told.office_id, told.state,
        CASE WHEN rule.last THEN max(moment) ELSE min(moment) END AS starts_at
    FROM told JOIN rule ON rule.id = told.rule CROSS JOIN LATERAL (
        SELECT CASE WHEN rule.from_event THEN told.occurred_at ELSE told.recorded_at END AS moment
    ) counted
    WHERE told.starts AND moment >= rule.version
    GROUP BY told.rule, told.root, told.fir_id, told.subject, told.office_id, told.state, rule.last
), stopped AS MATERIALIZED (
    SELECT DISTINCT ON (started.rule, started.subject) started.rule, started.subject,
        told.occurred_at AS closed_at, told.kind AS closed_by
    FROM started JOIN told ON told.rule = started.rule AND told.subject = started.subject
        AND NOT told.starts
        AND greatest(told.occurred_at, told.recorded_at) >= started.starts_at
    ORDER BY started.rule, started.subject, told.occurred_at, told.recorded_at
), closed_day AS MATERIALIZED (
    SELECT state_id, array_agg(day) AS days FROM offices_holiday GROUP BY state_id
), computed AS (
    SELECT started.state, started.rule, started.subject AS subject_id, rule.version,
        started.root AS root_id, started.fir_id, started.office_id, started.starts_at, due.due_at,
        CASE WHEN due.due_at - started.starts_at <= interval '3 days' THEN started.starts_at
            ELSE started.starts_at + (due.due_at - started.starts_at) / 2 END AS shows_at,
        started.starts_at + due.step * rule.sdpo AS sdpo_at,
        started.starts_at + due.step * rule.sp AS sp_at,
        stopped.closed_at, coalesce(stopped.closed_by, '') AS closed_by
    FROM started JOIN rule ON rule.id = started.rule
    LEFT JOIN stopped ON stopped.rule = started.rule AND stopped.subject = started.subject
    LEFT JOIN closed_day ON closed_day.state_id = started.state
    LEFT JOIN cases_arrest arrest ON rule.pauses = 'journey' AND arrest.id = started.subject
    CROSS JOIN LATERAL (
        SELECT due_at, greatest(due_at - started.starts_at, interval '1 day') AS step
        FROM (SELECT cases_due(started.starts_at, rule.amount, rule.unit, rule.first, rule.clock,
            rule.holiday, coalesce(closed_day.days, '{{}}'))
            + make_interval(mins => coalesce(arrest.travel_minutes, 0)) AS due_at) reckoned
    ) due
    -- One accused, one clock: it stands where the case is.
    WHERE NOT (rule.carried AND rule.subject = 'accused'
        AND coalesce(stopped.closed_by, '') = '{TAKEN_OVER}')
)
"""  # noqa: S608 - only our own words stand in it


def parameters(wanted: Collection[UUID]) -> dict[str, Any]:
    """What CLOCKS is asked with; one question more, for the sections of these cases."""
    ids = list(wanted)
    return {
        "wanted": ids,
        "marks": json.dumps(_marks(ids)),
        "rules": _rules(),
        "kinds": sorted(clocks.kinds()),
    }


_ASKED = """SELECT unnest(%(wanted)s::uuid[])
    UNION SELECT fir_id FROM cases_case WHERE id = ANY(%(wanted)s)"""
_DISTINCT = f"SELECT DISTINCT act, number FROM ({SECTIONS.format(firs=_ASKED)}) standing"  # noqa: S608


def _marks(ids: list[UUID]) -> list[dict[str, Any]]:
    """The distinct sections of these cases, each with its marks."""
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_DISTINCT, {"wanted": ids})
        return [
            {"act": act, "number": number, "marks": sorted(marks(act, number))}
            for act, number in cursor.fetchall()
        ]


@cache
def _rules() -> str:
    """The running rules as the SQL reads them; shares of escalation as parts of the period."""
    return json.dumps([_row(one) for one in clocks.running()])


def _carried(rule: clocks.Rule) -> bool:
    """Whether a clock goes on at the station that takes a case over.

    What only a further step on the first station's own form can end stays there.
    """
    stops = (*rule.satisfied_by, *rule.until)
    there = rule.subject == "accused" and any(not one.startswith("arrest.") for one in stops)
    return there or (rule.subject == "case" and rule.id not in OF_EACH_FIR)


def _row(rule: clocks.Rule) -> dict[str, Any]:
    shares = {role: percent / 100 for percent, role in rule.escalation}
    return {
        "id": rule.id,
        "version": rule.version,
        "trigger": rule.trigger,
        "from_event": rule.from_event,
        "subject": rule.subject,
        "anchor": rule.anchor,
        "needs": sorted(rule.needs),
        "bars": sorted(rule.bars),
        "amount": rule.period.amount,
        "unit": rule.period.unit,
        "first": rule.period.includes_first,
        "clock": rule.period.to_the_clock,
        "holiday": rule.period.next_open_day,
        "stop": [
            *rule.satisfied_by,
            *rule.until,
            *([] if rule.subject == "record" else [TAKEN_OVER]),
        ],
        "carried": _carried(rule),
        "last": rule.round == "last",
        "sdpo": shares.get("sdpo"),
        "sp": shares.get("sp"),
        "pauses": rule.pauses,
    }
