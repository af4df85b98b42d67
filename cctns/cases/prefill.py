"""What is known already is not typed again: answers out of a complaint, and out of a stored FIR."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from cctns.registers.codes import Intake
from cctns.registers.models import Complaint

from .answers import FirAnswers, Offence, Paper, Person, Thing
from .models import Fir, Party, PartyPaper

_PERSON = tuple(one.name for one in fields(Person) if one.name not in ("role", "papers"))


def from_complaint(complaint: Complaint) -> dict[str, Any]:
    """Answers of a draft, in JSON: the complainant, the account and when it reached the station."""
    told = {name: getattr(complaint, name, None) for name in _PERSON}
    person = {name: value for name, value in told.items() if value not in (None, "", {})}
    if complaint.born_on:
        person["born_on"] = complaint.born_on.isoformat()
    by_court = complaint.intake == Intake.COURT
    return {
        "persons": [{**person, "role": "complainant"}],
        "narrative": complaint.text,
        "received_at": complaint.received_at.isoformat(),
        "information": "court" if by_court else "written",
    }


def answers_of(fir: Fir) -> FirAnswers:
    """A stored FIR as answers again; identity numbers by their last four characters only."""
    lists = ("persons", "offences", "things")
    told = {
        one.name: getattr(fir, one.name)
        for one in fields(FirAnswers)
        if one.name not in lists and hasattr(fir, one.name)
    }
    return FirAnswers(
        **told,
        persons=tuple(_person(one) for one in fir.parties.prefetch_related("papers")),
        offences=tuple(
            Offence(act=one.act, number=one.number, read_with=one.read_with)
            for one in fir.sections.all()
        ),
        things=tuple(
            Thing(
                property_class=one.property_class,
                involvement=one.involvement,
                description=one.description,
                value=one.value,
                particulars=one.particulars,
            )
            for one in fir.property.all()
        ),
    )


def _person(party: Party) -> Person:
    told = {name: getattr(party, name) for name in _PERSON}
    return Person(**told, role=party.role, papers=tuple(map(_paper, party.papers.all())))


def _paper(paper: PartyPaper) -> Paper:
    return Paper(
        kind=paper.kind,
        last4=paper.last4,
        issued_on=paper.issued_on,
        issued_at=paper.issued_at,
    )
