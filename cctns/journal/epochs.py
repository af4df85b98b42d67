"""Beginning a journal anew: after a restored backup, or when it moves to another machine.

Numbers are never given twice: the new epoch begins at 0 under another origin, and its first entry
cites the size and root at which the old one ended.
"""

from __future__ import annotations

from django.conf import settings

from cctns.lib.merkle import Frontier
from cctns.offices.models import Office, Posting

from .halting import NotHome
from .models import JournalHead, NewEpoch
from .write import record


def new_epoch(office: Office, *, reason: str, by: Posting) -> NewEpoch:
    """Close the open journal and begin the next, which is halted no more.

    Raises JournalHead.DoesNotExist, and NotHome for a journal of another machine.
    """
    old = JournalHead.objects.select_for_update().get(office=office, closed=False)
    if old.home_node != settings.CHECKPOINT_ORIGIN:
        raise NotHome(office.pk, old.home_node)
    JournalHead.objects.filter(pk=old.pk).update(closed=True, halted="")
    return begin_after(old, reason=reason, by=by)


def begin_after(old: JournalHead, *, reason: str, by: Posting) -> NewEpoch:
    """Begin the epoch that follows a closed one here, citing where that one ended.

    Its head may stand there already, waiting for this first entry.
    """
    JournalHead.objects.update_or_create(
        state=old.state,
        office_id=old.office_id,
        epoch=old.epoch + 1,
        defaults={"home_node": settings.CHECKPOINT_ORIGIN, "halted": ""},
    )
    begun = NewEpoch(
        state=old.state,
        office_id=old.office_id,
        epoch=old.epoch + 1,
        old_size=old.size,
        old_root=Frontier.from_bytes(old.size, bytes(old.frontier)).root(),
        reason=reason,
    )
    record(begun, kind="epoch.begun", by=by)
    return begun
