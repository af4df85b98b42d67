"""Who may do what: posting x action x jurisdiction, default deny, every refusal kept.

Row-level security in PostgreSQL is the second wall: `action` and `query` tell the database, for
their transaction only, on behalf of which office and posting they act.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar

from django.db import connection, transaction

from cctns.lib.clock import IST, now

from . import rules
from .codes import Charge, Role
from .matrix import MATRIX
from .models import Office, Posting, RefusedAct
from .models.posting import away_sql, current_sql

Done = TypeVar("Done")


class Refused(Exception):
    """The act is not this posting's to do; shown as 403 and kept as a RefusedAct."""

    def __init__(self, reason: str, *, by: Posting, act: str, office: Office) -> None:
        super().__init__(reason)
        self.reason, self.by, self.act, self.office = reason, by, act, office
        self.kept = False


def require(by: Posting, act: str, office: Office) -> None:
    """Raises Refused unless this posting may do this act on this office's records today."""
    reason = why_not(by, act, office)
    if reason:
        raise Refused(reason, by=by, act=act, office=office)


def may(by: Posting, act: str, office: Office) -> bool:
    return why_not(by, act, office) == ""


def why_not(by: Posting, act: str, office: Office) -> str:
    """The reason for a refusal; empty when there is none."""
    standing = standing_of(by, office)
    return rules.why_not(act, standing) if standing else rules.NOT_CURRENT


def acts_open_to(by: Posting, office: Office) -> frozenset[str]:
    """Every act this posting may do there today, for one question to the database."""
    return _open(standing_of(by, office))


def acts_last_open_to(by: Posting) -> frozenset[str]:
    """The same of the own office, as it was found last: for links to show, for nothing else."""
    return _open(by.stood or standing_of(by, by.office))


def _open(standing: rules.Standing | None) -> frozenset[str]:
    if standing is None:
        return frozenset()
    return frozenset(act for act in MATRIX if not rules.why_not(act, standing))


def standing_of(by: Posting, office: Office) -> rules.Standing | None:
    """How the posting stands now in the database, whatever the object in hand still says."""
    told: dict[str, Any] = {"posting": by.pk, "office": office.pk, "today": today()}
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, told)
        row = cursor.fetchone()
    if row is None:
        return None
    role, rank, charge, active, current, away, charge_elsewhere, own, below = row
    standing = rules.Standing(
        role=Role(role),
        rank=rank,
        charge=Charge(charge),
        active=active,
        current=current,
        away=away,
        charge_elsewhere=charge_elsewhere,
        own=own,
        below=below,
    )
    if own:
        by.stood = standing
    return standing


# Asked several times a request: as SQL it costs a sixth of what the ORM takes to compose it.
_STANDING = f"""
SELECT p.role, o.rank, p.charge, o.is_active, {current_sql("p")}, {away_sql("p.officer_id")},
    EXISTS (
        SELECT FROM offices_posting other
            JOIN offices_officer acting ON acting.id = other.officer_id
        WHERE other.office_id = p.office_id AND other.id <> p.id
            AND other.role = '{Role.SHO}' AND other.charge = '{Charge.ACTING}'
            AND acting.is_active AND {current_sql("other")} AND NOT {away_sql("acting.id")}
    ),
    p.office_id = %(office)s,
    EXISTS (
        SELECT FROM offices_jurisdiction
        WHERE supervisor_id = p.office_id AND office_id = %(office)s
    )
FROM offices_posting p JOIN offices_officer o ON o.id = p.officer_id
WHERE p.id = %(posting)s
"""  # noqa: S608 - only our own code words stand in it


def today() -> date:
    """The day in India, by which postings and leave count."""
    return now().astimezone(IST).date()


def action(function: Callable[..., Done]) -> Callable[..., Done]:
    """One durable transaction on behalf of `by`; a refusal survives its roll-back."""

    @wraps(function)
    def done(*, by: Posting, **kwargs: Any) -> Done:
        try:
            with transaction.atomic(durable=True):
                act_for(by)
                return function(by=by, **kwargs)
        except Refused as refusal:
            remember(refusal)
            raise

    return done


def query(function: Callable[..., Done]) -> Callable[..., Done]:
    """One reading transaction on behalf of `by`; a refusal survives its roll-back."""

    @wraps(function)
    def seen(*, by: Posting, **kwargs: Any) -> Done:
        try:
            with transaction.atomic():
                act_for(by)
                return function(by=by, **kwargs)
        except Refused as refusal:
            remember(refusal)
            raise

    return seen


def remember(refusal: Refused) -> None:
    """Keep a refusal in a transaction of its own."""
    refusal.kept = True
    RefusedAct.objects.create(
        officer_id=refusal.by.officer_id,
        posting=refusal.by,
        office=refusal.office,
        action=refusal.act,
        reason=refusal.reason,
    )


def act_for(by: Posting) -> None:
    """Tell row-level security, until this transaction ends, whose eyes are looking."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('cctns.office', %s, true), set_config('cctns.posting', %s, true)",
            [str(by.office_id), str(by.pk)],
        )
