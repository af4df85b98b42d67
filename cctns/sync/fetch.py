"""Fetching journals from the node above: an office's past when it moves here, one's own after loss.

What comes down is verified like what goes up: it must lead to a root that the writing node signed,
which for our own entries is this node's own key.
"""

from __future__ import annotations

from django.db import transaction

from cctns.journal import epochs, kinds
from cctns.journal.models import JournalEntry, JournalHead, NewEpoch
from cctns.journal.write import Write, record_all
from cctns.offices.models import Office, Posting

from . import realm, received, wire
from .leaves import digest_of, leaf_of
from .line import Line
from .receive import take

_AGAIN = 200  # records written anew in one act


class NotFetched(Exception):
    """The journal could not be fetched whole; says why."""


def journal(line: Line, office: Office, epoch: int) -> int:
    """What the parent holds of a journal beyond what is here; returns how many entries came."""
    came = 0
    while True:
        head = JournalHead.objects.filter(office=office, epoch=epoch).first()
        first = head.size if head else 0
        answer = line.call("GET", f"/sync/v1/{office.pk}/{epoch}/entries", query={"from": first})
        if answer.status == 204:
            return came
        if answer.status != 200:
            raise NotFetched(f"{answer.status}: {answer.told.get('reason', 'no reason given')}")
        came += take(answer.body, source=line.peer, expected=(office.pk, epoch)).size - first


def settle(line: Line, *, by: Posting) -> list[NewEpoch]:
    """Begin every journal that waits for its past: fetch that, put it in the tables, go on.

    Raises NotFetched and Cut; what came stays, and the next call goes on there.
    """
    begun = []
    waiting = JournalHead.objects.filter(home_node=realm.me(), size=0, epoch__gt=1, closed=False)
    for head in list(waiting.exclude(halted="").select_related("office")):
        for epoch in range(1, head.epoch):
            journal(line, head.office, epoch)
        received.catch_up()
        with transaction.atomic():
            old = JournalHead.objects.get(office=head.office, epoch=head.epoch - 1)
            JournalHead.objects.filter(office=head.office, epoch__lt=head.epoch).update(closed=True)
            begun.append(epochs.begin_after(old, reason=f"Moved to {realm.me()}", by=by))
    return begun


def recover(line: Line, office: Office, *, by: Posting) -> NewEpoch:
    """After a backup was put back: fetch what it lacks, or write anew what contradicts; new epoch.

    Raises NotFetched, Cut, and JournalHead.DoesNotExist.
    """
    head = JournalHead.objects.get(office=office, closed=False, home_node=realm.me())
    held = _held_above(line, head)
    if held > head.size or not _same_so_far(line, head):
        fork = _first_difference(line, head)
        if fork is None:
            journal(line, office, head.epoch)
            received.catch_up()
            reason = f"Restored from a backup of {head.size} entries; {held} were fetched."
            return _new(office, reason, by)
        return _write_again(office, head, fork, by)
    return _new(office, f"Restored from a backup; {head.size} entries are held above.", by)


def _new(office: Office, reason: str, by: Posting) -> NewEpoch:
    with transaction.atomic():
        return epochs.new_epoch(office, reason=reason, by=by)


def _held_above(line: Line, head: JournalHead) -> int:
    answer = line.call("GET", "/sync/v1/journals")
    if answer.status != 200:
        raise NotFetched(f"{answer.status}: {answer.told.get('reason', '')}")
    for office, epoch, size, _closed in answer.told["journals"]:
        if (office, epoch) == (str(head.office_id), head.epoch):
            return int(size)
    return 0


def _same_so_far(line: Line, head: JournalHead) -> bool:
    return _first_difference(line, head) is None


def _first_difference(line: Line, head: JournalHead) -> int | None:
    """The first number under which the parent holds another entry; None when there is none."""
    leaves = dict(
        JournalEntry.objects.filter(office=head.office_id, epoch=head.epoch).values_list(
            "seq", "leaf"
        )
    )
    first = 0
    while first < head.size:
        answer = line.call(
            "GET", f"/sync/v1/{head.office_id}/{head.epoch}/entries", query={"from": first}
        )
        if answer.status == 204:
            return None
        if answer.status != 200:
            raise NotFetched(f"{answer.status}: {answer.told.get('reason', '')}")
        batch = wire.unpack(answer.body)
        for seq, entry in enumerate(batch.entries, first):
            leaf = leaf_of(entry, batch.head.office, batch.head.epoch, seq, digest_of(entry))
            if seq in leaves and bytes(leaves[seq]) != leaf:
                return seq
        first = batch.end
    return None


def _write_again(office: Office, head: JournalHead, fork: int, by: Posting) -> NewEpoch:
    """This node wrote on after the backup: its branch is told anew in an epoch of its own."""
    told = JournalEntry.objects.filter(office=office, epoch=head.epoch, seq__gte=fork)
    newest = {one.record_id: one for one in told.order_by("version")}
    reason = f"Entries from {fork} on were written on a backup; they are told again."
    begun = _new(office, reason, by)
    entries = [one for one in newest.values() if one.record_type != "epoch"]
    for at in range(0, len(entries), _AGAIN):
        # As a replica: what may be written once only (a diary entry) is told again word for word.
        with transaction.atomic(), received.as_replica():
            rows = [
                kinds.named(one.record_type).model._base_manager.get(pk=one.record_id)
                for one in entries[at : at + _AGAIN]
            ]
            record_all([Write(row, f"{kinds.of(row).name}.told_again") for row in rows], by=by)
    return begun
