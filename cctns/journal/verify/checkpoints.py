"""Checkpoints that were signed: the journal must still lead to their roots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from cctns.lib import notes
from cctns.offices.models import Office

from ..checkpoints import signed_by
from ..models import JournalCheckpoint, JournalHead
from .fault import Fault


def checkpoint_faults(
    office: Office, head: JournalHead, roots: Mapping[int, bytes | None]
) -> Iterator[Fault]:
    """`roots` are those of the entries that are there, by size."""
    for signed in JournalCheckpoint.objects.filter(office=office, epoch=head.epoch):
        size = {"size": signed.size}
        if not _is_signed(signed, head.home_node):
            yield Fault(
                office.code, _("The signature on the checkpoint at %(size)s is wrong.") % size
            )
        if bytes(signed.root) != roots.get(signed.size):
            yield Fault(
                office.code,
                _("At %(size)s entries the journal no longer has the root that was signed.") % size,
            )


def _is_signed(signed: JournalCheckpoint, home: str) -> bool:
    try:
        shown = signed_by(home, signed.note, office=signed.office, epoch=signed.epoch)
    except notes.NoteError:
        return False
    return (shown.size, shown.root) == (signed.size, bytes(signed.root))
