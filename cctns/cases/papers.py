"""Identity numbers of a draft: sealed before they are stored, while the FIR is still written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.conf import settings

from cctns.people import secrets

from .answers import FirAnswers, Paper, Person


def concealed(answers: FirAnswers, *, record: UUID) -> FirAnswers:
    """The same answers with every typed identity number sealed under the draft's id."""
    return replace(answers, persons=tuple(_person(one, record) for one in answers.persons))


def _person(person: Person, record: UUID) -> Person:
    return replace(person, papers=tuple(sealed(one, record=record) for one in person.papers))


def sealed(paper: Paper, *, record: UUID) -> Paper:
    """A paper without its number: the last four characters and the sealed number remain."""
    if not paper.number:
        return paper
    secret = secrets.seal(paper.number, kind=paper.kind, record=record, keys=identity_keys())
    last4 = secrets.visible_part(paper.number)
    return replace(paper, number="", last4=last4, secret=(secret or b"").hex())


def number_of(paper: Any, *, record: UUID) -> str:
    """The whole number of a stored paper, for who must write it out; empty for Aadhaar."""
    if not paper.secret:
        return ""
    return secrets.unseal(bytes(paper.secret), record=record, keys=identity_keys())


def identity_keys() -> dict[int, bytes]:
    """The node's, by their number."""
    keys: dict[int, bytes] = settings.IDENTITY_KEYS
    return keys
