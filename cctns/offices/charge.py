"""Acting charge of a station, dated: who is in charge while the SHO is away (BNSS 2(1)(r)).

Called inside the registers' acts, which write the hand-over into the General Diary in the same
transaction; so nothing here opens one.
"""

from __future__ import annotations

from datetime import date

from . import access, changes, rules
from .codes import Charge, Role
from .models import Leave, Office, Posting


def in_charge(office: Office, on: date) -> Posting | None:
    """The officer in charge on a day: the acting one if there is one at work, else the SHO."""
    away = Leave.objects.covering(on).values("officer")
    holders = Posting.objects.current(on).filter(office=office, role=Role.SHO)
    # "acting" sorts before "substantive".
    return holders.exclude(officer__in=away).select_related("officer").order_by("charge").first()


def hand_over(*, by: Posting, office: Office, to: Posting, until: date | None = None) -> Posting:
    """Give acting charge, from today, to an officer posted there. Raises Refused, NotPossible."""
    access.require(by, "charge.hand_over", office)
    today = access.today()
    Office.objects.select_for_update().get(pk=office.pk)  # one hand-over at a time
    away = Leave.objects.covering(today).filter(officer=to.officer_id).exists()
    here = to.office_id == office.pk and to.is_current(today) and to.officer.is_active
    rules.must(here and not away, "officer", rules.NOT_POSTED_HERE)
    rules.must(to.role != Role.SHO, "officer", rules.NOT_ONESELF)
    rules.must(rules.may_hold_charge(to.officer.rank), "officer", rules.CONSTABLE_IN_CHARGE)
    rules.must(until is None or until > today, "until", rules.ENDS_BEFORE_START)
    rules.must(_acting(office, today) is None, "officer", rules.CHARGE_GIVEN)
    posting = Posting.objects.create(
        officer_id=to.officer_id,
        office=office,
        role=Role.SHO,
        charge=Charge.ACTING,
        from_date=today,
        to_date=until,
    )
    changes.note(by=by, action="hand_over_charge", office=office, subject=posting)
    return posting


def take_back(*, by: Posting, office: Office) -> Posting:
    """End acting charge at once; the SHO is in charge again. Raises Refused, NotPossible."""
    access.require(by, "charge.take", office)
    today = access.today()
    Office.objects.select_for_update().get(pk=office.pk)
    acting = _acting(office, today)
    if acting is None:
        raise rules.NotPossible("office", rules.NO_CHARGE_GIVEN)
    before = changes.snapshot(acting)
    acting.to_date = today
    acting.save(update_fields=["to_date"])
    changes.note(by=by, action="take_charge", office=office, subject=acting, before=before)
    return acting


def _acting(office: Office, on: date) -> Posting | None:
    holders = Posting.objects.current(on).filter(office=office, role=Role.SHO, charge=Charge.ACTING)
    return holders.select_related("officer").first()
