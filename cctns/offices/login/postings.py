"""Which posting an officer works under, and whether they may sign in at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model
from django.http import HttpRequest

from cctns.lib.wording import noop as _

from .. import access, rules
from ..models import District, Leave, Office, Officer, Posting, RefusedAct, State
from ..models.posting import away_sql, current_sql

CHOSEN = "posting"
Row = TypeVar("Row", bound=Model)

NO_POSTING = _("You have no current posting; your office's administrator can tell you more")
DEMO_CLOSED = _("Demo logins work in the demo only")


def open_postings(officer: Officer) -> list[Posting]:
    """The officer's postings that count today; none while on leave or suspended."""
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, {"officer": officer.pk, "today": access.today()})
        return [_posting(row) for row in cursor.fetchall()]


def _columns(alias: str, model: type[Model]) -> str:
    return ", ".join(f'{alias}."{field.column}"' for field in model._meta.concrete_fields)


# Asked in every request of an officer: composed by the ORM it took a fifth of a registration.
_OPEN = f"""
SELECT {_columns("p", Posting)}, {_columns("o", Officer)}, {_columns("f", Office)},
    {_columns("s", State)}, {_columns("d", District)}
FROM offices_posting p
    JOIN offices_officer o ON o.id = p.officer_id
    JOIN offices_office f ON f.id = p.office_id
    JOIN offices_state s ON s.code = f.state_id
    LEFT JOIN offices_district d ON d.code = f.district_id
WHERE p.officer_id = %(officer)s AND o.is_active
    AND {current_sql("p")} AND NOT {away_sql("p.officer_id")}
ORDER BY p.from_date, p.id
"""  # noqa: S608 - only names of our own tables and columns stand in it


def _posting(row: Sequence[Any]) -> Posting:
    values = iter(row)
    posting = _next(Posting, values)
    posting.officer, posting.office = _next(Officer, values), _next(Office, values)
    posting.office.state = _next(State, values)
    district = _next(District, values)
    posting.office.district = district if district.pk else None
    return posting


def _next(model: type[Row], values: Iterator[Any]) -> Row:
    names = [field.attname for field in model._meta.concrete_fields]
    return model.from_db(DEFAULT_DB_ALIAS, names, list(islice(values, len(names))))


def chosen(request: HttpRequest, postings: list[Posting]) -> Posting | None:
    """The posting this session chose, or the only one; None when the officer must choose."""
    if len(postings) == 1:
        return postings[0]
    wanted = request.session.get(CHOSEN)
    return next((one for one in postings if str(one.pk) == wanted), None)


def choose(request: HttpRequest, officer: Officer, posting_id: UUID) -> Posting:
    """Work under this posting from now on. Posting.DoesNotExist unless it is one's own, today."""
    for posting in open_postings(officer):
        if posting.pk == posting_id:
            request.session[CHOSEN] = str(posting.pk)
            return posting
    raise Posting.DoesNotExist


def why_shut_out(officer: Officer) -> str:
    """Why this officer may not be signed in today; empty when they may."""
    if officer.is_demo and not settings.DEMO:
        return DEMO_CLOSED
    if Leave.objects.covering(access.today()).filter(officer=officer).exists():
        return rules.ON_LEAVE
    return "" if open_postings(officer) else NO_POSTING


def keep_refusal(officer: Officer, reason: str, *, action: str = "sign_in") -> None:
    RefusedAct.objects.create(officer=officer, action=action, reason=reason)
