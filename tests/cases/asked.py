"""Statements, notices, requests to experts and progress told, ready for the tests of each."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from cctns.cases.books.forensic import FORENSIC
from cctns.cases.books.medical import MEDICAL
from cctns.cases.books.notice import NOTICE
from cctns.cases.books.parade import PARADE
from cctns.cases.books.progress import PROGRESS
from cctns.cases.books.statement import MAGISTRATE, STATEMENT
from cctns.cases.models import Case
from cctns.lib.clock import now
from cctns.offices.models import Posting

from .investigating import named_accused, write

EXHIBIT = {"mark": "E1", "description": "Chain in a cloth parcel", "seals": "3 of RK"}
VICTIM = {"name": "Sunita Devi", "sex": "female", "age": 34}


def statement_of(by: Posting, case: Case, **changes: Any) -> Any:
    details = {
        "witness_kind": "eye",
        "name": "Ramu",
        "sex": "male",
        "age": 40,
        "where": "scene",
        "language": "hi",
        "text": "मैं दुकान पर था। दो लड़के मोटर साइकिल पर आए।",
        **changes,
    }
    return write(by, STATEMENT, case, **details)


def magistrate_of(by: Posting, case: Case, **changes: Any) -> Any:
    details = {"kind": "statement", "magistrate": "JMFC, Rampur", **VICTIM, **changes}
    return write(by, MAGISTRATE, case, **details)


def notice_of(by: Posting, case: Case, **changes: Any) -> Any:
    details = {
        "kind": "35",
        "accused_id": named_accused(case).pk,
        "appear_at": now() + timedelta(days=2),
        "where": "station",
        **changes,
    }
    return write(by, NOTICE, case, **details)


def witness_notice(by: Posting, case: Case, **changes: Any) -> Any:
    person = {"name": "Ramu", "sex": "male", "age": 40, **changes}
    return notice_of(by, case, kind="179", accused_id=None, **person)


def forensic_of(by: Posting, case: Case, lists: Any = None, **changes: Any) -> Any:
    details = {
        "laboratory": "Forensic Science Laboratory, Madhuban",
        "division": "Physics",
        "brief": "A chain was snatched and broken",
        "questions": "Do the two ends of the link fit?",
        "seal": "RK",
        **changes,
    }
    return write(by, FORENSIC, case, {"exhibits": [EXHIBIT], **(lists or {})}, **details)


def medical_of(by: Posting, case: Case, **changes: Any) -> Any:
    details = {"hospital": "District Hospital", "escort": "WHC Asha", **VICTIM, **changes}
    return write(by, MEDICAL, case, **details)


def parade_of(by: Posting, case: Case, **changes: Any) -> Any:
    details = {
        "kind": "person",
        "who_or_what": "A1 Vikram",
        "witnesses": "Ramu; Sunita Devi",
        "precautions": "Face kept covered since the arrest",
        "magistrate": "JMFC, Rampur",
        **changes,
    }
    return write(by, PARADE, case, **details)


def progress_of(by: Posting, case: Case, **changes: Any) -> Any:
    details = {
        "told_to": "Sunita Devi",
        "means": "sms",
        "substance": "One accused is arrested; the chain was found",
        "proof": "Message 4711",
        **changes,
    }
    return write(by, PROGRESS, case, **details)
