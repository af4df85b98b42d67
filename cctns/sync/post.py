"""Letters as JSON on the line."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from .models import Letter
from .refused import Refused


def to_bytes(told: Any) -> bytes:
    """What is told to another node, as JSON without a needless byte."""
    return json.dumps(told, separators=(",", ":")).encode()


def told_of(letter: Letter) -> dict[str, Any]:
    """A letter to be carried."""
    return {
        "id": str(letter.pk),
        "kind": letter.kind,
        "document": letter.document,
        "from_node": letter.from_node,
        "made_at": letter.made_at.isoformat(),
        "offices": [str(one) for one in letter.offices],
        "states": list(letter.states),
        "everyone": letter.everyone,
        "trail": letter.trail,
    }


def letter_of(told: Any) -> Letter:
    """Raises Refused for what is no letter."""
    try:
        return Letter(
            id=UUID(told["id"]),
            kind=str(told["kind"])[:30],
            document=told["document"],
            from_node=str(told["from_node"])[:100],
            made_at=datetime.fromisoformat(told["made_at"]),
            offices=[UUID(one) for one in told["offices"]],
            states=[int(one) for one in told["states"]],
            everyone=bool(told["everyone"]),
            trail=[[str(node), str(at)] for node, at in told["trail"]],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Refused(422, f"this is no letter: {error}") from None
