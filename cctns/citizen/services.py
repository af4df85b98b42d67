"""The services of the police to citizens, how often each was given, and which are not there yet.

Auditors found few services, poorly used (CAG Assam): so each is counted where it is given, and the
list says plainly what people still cannot get here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from cctns.lib.clock import midnight
from cctns.lib.wording import noop as _
from cctns.offices import access
from cctns.offices.models import Jurisdiction, Office, Posting


@dataclass(frozen=True)
class Service:
    """One service: where it is written down when given, the time that counts, and which rows."""

    name: str
    title: str
    law: str
    table: str
    column: str
    condition: str = "true"


SERVICES = (
    Service("complaint", _("Complaint received, with receipt"), "", "registers_complaint",
            "received_at"),
    Service("reply", _("Reply to a petitioner"), "", "registers_reply", "happened_at"),
    Service("fir", _("FIR registered"), "BNSS 173(1)", "cases_fir", "registered_at", "NOT legacy"),
    Service("copy", _("Free copy of the FIR"), "BNSS 173(2)", "cases_case", "copy_given_at"),
    Service("ncr", _("Non-cognizable report"), "BNSS 174", "registers_ncr", "recorded_at"),
    Service("missing", _("Missing person reported"), "", "cases_missing", "recorded_at"),
    Service("lost", _("Loss of an article reported"), "", "registers_property", "recorded_at",
            "kind = 'lost'"),
    Service("returned", _("Property returned to its owner"), "BNSS 503", "registers_property",
            "ended_at", '"end" = \'returned\''),
    Service("progress", _("Informant told of the progress"), "BNSS 193(3)", "cases_progress",
            "happened_at"),
)  # fmt: skip
ASKED = "asked"  # without an officer: citizen.status
NOT_YET = (
    _("Lost report made by oneself"),
    _("Character certificate"),
    _("Verification of tenants, employees and domestic help"),
    _("Passport verification"),
    _("Permission for events and processions"),
    _("Vehicle no-objection certificate"),
    _("Cybercrime complaint (1930)"),
    _("Search of missing persons by the public"),
)


@dataclass(frozen=True)
class Count:
    """How often the offices in reach gave a service, between the days and before them."""

    name: str
    title: str
    law: str
    given: int
    before: int


@dataclass(frozen=True)
class Given:
    """`by_station` counts all services of the days by station, the most first."""

    counts: list[Count]
    asked: int
    answered: int
    by_station: list[tuple[Office, int]]


@access.query
def given(*, by: Posting, office: Office, since: date, until: date) -> Given:
    """Services given from a day to a day, both included, beside the same time before. Refused."""
    access.require(by, "case.statistics", office)
    below = Jurisdiction.objects.filter(supervisor=office.pk).values_list("office_id", flat=True)
    days = until - since + timedelta(days=1)
    told: dict[str, Any] = {"offices": list(below), "before": midnight(since - days)}
    told |= {"begin": midnight(since), "end": midnight(until + timedelta(days=1))}
    now, earlier, stations = Counter[str](), Counter[str](), Counter[UUID]()
    with connection.cursor() as cursor:
        cursor.execute(_QUESTION, told)
        for name, at, count, before in cursor.fetchall():
            now[name] += count
            earlier[name] += before
            stations[at] += count
        cursor.execute(_ANSWERED, [told["offices"], since, until])
        asked, answered = cursor.fetchone()
    counts = [
        Count(one.name, one.title, one.law, now[one.name], earlier[one.name]) for one in SERVICES
    ]
    known = Office.objects.in_bulk([at for at, count in stations.items() if count])
    by_station = [(known[at], count) for at, count in stations.most_common() if at in known]
    return Given(counts, asked, answered, by_station)


_QUESTION = " UNION ALL ".join(
    f"SELECT '{one.name}', office_id, count(*) FILTER (WHERE {one.column} >= %(begin)s),"  # noqa: S608
    f" count(*) FILTER (WHERE {one.column} < %(begin)s) FROM {one.table}"
    f" WHERE office_id = ANY(%(offices)s) AND {one.column} >= %(before)s"
    f" AND {one.column} < %(end)s AND {one.condition} GROUP BY office_id"
    for one in SERVICES
)
_ANSWERED = """
SELECT coalesce(sum(count), 0)::int, coalesce(sum(answered), 0)::int FROM citizen_asked
WHERE office_id = ANY(%s) AND "on" BETWEEN %s AND %s
"""
