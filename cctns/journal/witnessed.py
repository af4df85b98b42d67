"""What other nodes vouch for: between which two moments an entry came into its journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from cctns.lib import notes
from cctns.offices.models import Office

from .models import JournalCheckpoint


@dataclass(frozen=True)
class Witnessed:
    """The node that cosigned first, by its own clock; `after`: it held the journal without this."""

    node: str
    after: datetime | None
    before: datetime


def witnessed(office: Office, epoch: int, seq: int) -> Witnessed | None:
    """Of an entry; None while no other node has cosigned a checkpoint that holds it."""
    cosigned = JournalCheckpoint.objects.filter(office=office, epoch=epoch).exclude(cosignatures=[])
    holding = cosigned.filter(size__gt=seq).order_by("size").first()
    if holding is None:
        return None
    before, node = min(_times(holding.cosignatures))
    without = cosigned.filter(size__lte=seq).order_by("-size").first()
    moments = [at for at, name in _times(without.cosignatures) if name == node] if without else []
    return Witnessed(node, max(moments, default=None), before)


def _times(lines: Iterable[str]) -> list[tuple[datetime, str]]:
    return [
        (datetime.fromtimestamp(notes.cosignature_time(one), UTC), notes.cosigner(one))
        for one in (line.rstrip("\n") for line in lines)
    ]
