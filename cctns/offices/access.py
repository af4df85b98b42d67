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
from django.db.models import Exists, OuterRef

from cctns.lib.clock import IST, now

from . import rules
from .codes import Charge, Role
from .matrix import MATRIX
from .models import Jurisdiction, Leave, Office, Posting, RefusedAct

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
    standing = standing_of(by, office)
    if standing is None:
        return frozenset()
    return frozenset(act for act in MATRIX if not rules.why_not(act, standing))


def standing_of(by: Posting, office: Office) -> rules.Standing | None:
    """How the posting stands now in the database, whatever the object in hand still says."""
    away = Leave.objects.covering(today())
    acting = Posting.objects.current(today()).filter(role=Role.SHO, charge=Charge.ACTING)
    row = (
        Posting.objects.filter(pk=by.pk)
        .select_related("officer")
        .annotate(
            away=Exists(away.filter(officer=OuterRef("officer"))),
            charge_elsewhere=Exists(
                acting.filter(office=OuterRef("office"))
                .exclude(pk=by.pk)
                .exclude(officer__in=away.values("officer"))
            ),
            below=Exists(Jurisdiction.objects.filter(supervisor=OuterRef("office"), office=office)),
        )
        .first()
    )
    return _standing(row, office) if row else None


def _standing(row: Any, office: Office) -> rules.Standing:
    return rules.Standing(
        role=Role(row.role),
        rank=row.officer.rank,
        charge=Charge(row.charge),
        active=row.officer.is_active,
        current=row.is_current(today()),
        away=row.away,
        charge_elsewhere=row.charge_elsewhere,
        own=row.office_id == office.pk,
        below=row.below,
    )


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
