"""Mentions of persons as the search keeps them, without the records that name them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from cctns.identity.models import Candidate
from cctns.lib.clock import now
from cctns.lib.ids import uuid7
from cctns.offices.models import Office
from cctns.search.mentions import MentionRow, store


def known(office: Office, name: str, **changes: Any) -> MentionRow:
    """Somebody whom an FIR of this office accuses."""
    told: dict[str, Any] = {
        "state": office.state_id,
        "id": uuid7(),
        "record_kind": "fir",
        "record_id": uuid7(),
        "office_id": office.pk,
        "role": "accused",
        "name": name,
        "told_at": now(),
        "relation": "father",
        "relative_name": "Ram Lal",
        "sex": "male",
        "birth_from": 1990,
        "birth_to": 1991,
        "place": "Rampur",
        "district": "East",
        "number": "12/2026",
        "standing": "named",
    }
    row = MentionRow(**{**told, **changes})
    store([row])
    return row


def candidate(one: MentionRow, other: MentionRow, **changes: Any) -> Candidate:
    """What the nightly comparison would say of two."""
    first, second = sorted((one, other), key=lambda row: row.id)
    told: dict[str, Any] = {
        "state": first.state,
        "first_id": first.id,
        "second_id": second.id,
        "first_office_id": first.office_id,
        "second_office_id": second.office_id,
        "first_told": f"FIR {first.number}",
        "second_told": f"FIR {second.number}",
        "score": 0.999,
        "worth": 4.0,
        "reasons": [["name", "sound", 9.1], ["birth_year", "equal", 3.0], ["phone", "other", -1.4]],
        "made_at": now(),
    }
    return Candidate.objects.create(**{**told, **changes})


def ordered(*rows: MentionRow) -> tuple[UUID, ...]:
    return tuple(sorted(one.id for one in rows))
