"""An FIR ready to register, to be changed in the one point that a test is about."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from cctns.cases.actions import register_fir, start_draft
from cctns.cases.codes import FirKind
from cctns.cases.models import Case, Fir, FirDraft
from cctns.lib.clock import now
from cctns.offices.models import Posting

NARRATIVE = "मैं बाजार से घर जा रही थी। मोटर साइकिल पर आए दो लड़कों ने मेरी सोने की चेन छीन ली और भाग गए।"


def hours_ago(hours: float, *, since: datetime | None = None) -> str:
    """As a draft keeps times: ISO 8601 with offset."""
    return ((since or now()) - timedelta(hours=hours)).isoformat()


def complainant(**changes: Any) -> dict[str, Any]:
    person = {
        "role": "complainant",
        "name": "Sunita Devi",
        "relation": "husband",
        "relative_name": "Ramesh Kumar",
        "sex": "female",
        "age": 34,
        "mobile": "98765 43210",
        "house": "14",
        "street": "Gali 3",
        "village": "Rampur",
        "district_name": "East",
        "papers": [{"kind": "voter", "number": "ABC1234567"}],
    }
    return {**person, **changes}


def accused(**changes: Any) -> dict[str, Any]:
    person = {
        "role": "accused",
        "name": "Vikram @ Vicky",
        "knowledge": "suspected",
        "sex": "male",
        "features": {"build": "thin", "height_cm": 170, "scar": "left cheek"},
    }
    return {**person, **changes}


def ready_answers(**changes: Any) -> dict[str, Any]:
    """Answers that lack nothing: a chain snatched two hours ago, told by its owner.

    `investigating_officer` is left to the caller: a police number of the station.
    """
    answers = {
        "kind": "ordinary",
        "language": "hi",
        "information": "oral",
        "received_at": hours_ago(1),
        "occurred_from": hours_ago(2),
        "occurred_to": hours_ago(2),
        "place": "Before the gate of the primary school, main bazaar",
        "village": "Rampur",
        "direction": "NE",
        "distance_km": "1.5",
        "beat": "3",
        "persons": [complainant(), accused()],
        "offences": [{"act": "BNS", "number": "304(2)"}],
        "things": [
            {
                "property_class": "jewellery",
                "description": "Gold chain",
                "value": "45000",
                "particulars": {"metal": "gold", "weight_g": "9.5"},
            }
        ],
        "narrative": NARRATIVE,
        "action": "investigate",
        "read_over": True,
        "attestation": "signature",
    }
    return {**answers, **changes}


def draft_of(by: Posting, **changes: Any) -> FirDraft:
    """A draft that lacks nothing; the officer `by` is to investigate unless said otherwise."""
    answers = ready_answers(**{"investigating_officer": by.officer.username, **changes})
    return start_draft(by=by, kind=FirKind(answers["kind"]), answers=answers)


def registered(by: Posting, **changes: Any) -> Fir:
    return register_fir(by=by, draft=draft_of(by, **changes))


def case_of(fir: Fir) -> Case:
    return Case.objects.select_related("fir", "office").get(fir=fir)
