"""An FIR out of its answers: the row, what it holds in lists, and the case that it opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Model

from cctns import law
from cctns.journal.serials import next_number
from cctns.lib.clock import IST, now
from cctns.lib.text import search_key
from cctns.offices import access
from cctns.offices.models import Officer, Posting
from cctns.offices.models.posting import current_sql

from . import rules
from .answers import FirAnswers, Paper, Person
from .codes import CaseStatus, FirKind, Series
from .models import Case, Fir, FirProperty, FirSection, Party, PartyPaper
from .papers import sealed

# What the answers and the row call by the same name.
_OF_ROW = {one.attname for one in Fir._meta.concrete_fields}
_COPIED = tuple(one.name for one in fields(FirAnswers) if one.name in _OF_ROW)
_OF_PARTY = {one.attname for one in Party._meta.concrete_fields}
_TOLD = tuple(one.name for one in fields(Person) if one.name in _OF_PARTY)


@dataclass(frozen=True)
class FirParts:
    """An FIR with its lists, unsaved; `io` is the officer directed to investigate."""

    fir: Fir
    parties: list[Party]
    papers: list[PartyPaper]
    sections: list[FirSection]
    things: list[FirProperty]
    io: Officer | None

    @property
    def children(self) -> dict[str, list[Model]]:
        return {
            "parties": list(self.parties),
            "papers": list(self.papers),
            "sections": list(self.sections),
            "property": list(self.things),
        }


def fir_of(
    answers: FirAnswers, *, by: Posting, fir_id: UUID, signed_at: datetime | None = None
) -> FirParts:
    """Number and row of a new FIR of this office. The caller holds the transaction."""
    io = _investigating_officer(answers, by)
    fir = _row(answers, by, fir_id, io)
    fir.signed_at = signed_at
    parties = _parties(fir, answers)
    return FirParts(
        fir=fir,
        parties=parties,
        papers=list(_papers(fir, parties, answers)),
        sections=_sections(fir, answers),
        things=_things(fir, answers),
        io=io,
    )


def _row(answers: FirAnswers, by: Posting, fir_id: UUID, io: Officer | None) -> Fir:
    year = now().astimezone(IST).year
    series = Series.ZERO if answers.kind == FirKind.ZERO else Series.FIR
    copied: dict[str, Any] = {name: getattr(answers, name) for name in _COPIED}
    return Fir(
        **copied,
        id=fir_id,
        state=by.office.state_id,
        office=by.office,
        series=series,
        year=year,
        serial=next_number(office=by.office, series=f"fir.{series}", period=str(year)),
        property_value=answers.total_value,
        officer_name=by.officer.name,
        officer_rank=by.officer.rank,
        officer_number=by.officer.username,
        io_name=io.name if io else "",
        io_rank=io.rank if io else "",
        io_number=io.username if io else "",
    )


def _investigating_officer(answers: FirAnswers, by: Posting) -> Officer | None:
    """Only an officer posted at the station today can be directed to investigate."""
    wanted = answers.investigating_officer
    if not wanted:
        return None
    told = {"office": by.office_id, "wanted": wanted, "today": access.today()}
    return next(iter(Officer.objects.raw(_POSTED, told)), None)


_POSTED = f"""
SELECT o.* FROM offices_officer o
WHERE o.username = %(wanted)s AND o.is_active AND EXISTS (
    SELECT FROM offices_posting p
    WHERE p.officer_id = o.id AND p.office_id = %(office)s AND {current_sql("p")}
)
"""  # noqa: S608 - only our own code words stand in it


def _parties(fir: Fir, answers: FirAnswers) -> list[Party]:
    codes = iter(accused_codes(len(answers.of_role("accused"))))
    withheld = rules.withheld(answers)
    return [
        Party(
            **{name: getattr(person, name) for name in _TOLD},
            fir=fir,
            state=fir.state,
            ordinal=ordinal,
            code=next(codes) if person.role == "accused" else "",
            withheld=reason,
            name_key=search_key(person.name),
        )
        for ordinal, (person, reason) in enumerate(
            zip(answers.persons, withheld, strict=True), start=1
        )
    ]


def accused_codes(count: int) -> list[str]:
    """A1 to A9, then B1 to B9 and so on (IIF-III item 1); after Z9 comes AA1."""
    return [_letters(index // 9) + str(index % 9 + 1) for index in range(count)]


def _letters(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _papers(fir: Fir, parties: list[Party], answers: FirAnswers) -> Iterator[PartyPaper]:
    shown = [
        (party, paper)
        for party, person in zip(parties, answers.persons, strict=True)
        for paper in person.papers
    ]
    for ordinal, (party, paper) in enumerate(shown, start=1):
        yield _paper(fir, party, ordinal, sealed(paper, record=fir.id))


def _paper(fir: Fir, party: Party, ordinal: int, paper: Paper) -> PartyPaper:
    return PartyPaper(
        fir=fir,
        party=party,
        state=fir.state,
        ordinal=ordinal,
        kind=paper.kind,
        secret=bytes.fromhex(paper.secret) or None,
        last4=paper.last4,
        issued_on=paper.issued_on,
        issued_at=paper.issued_at,
    )


def _sections(fir: Fir, answers: FirAnswers) -> list[FirSection]:
    return [
        FirSection(
            fir=fir,
            state=fir.state,
            ordinal=ordinal,
            act=offence.act,
            number=number_in_table(offence.act, offence.number),
            law_version=law.version(offence.act),
            read_with=offence.read_with,
        )
        for ordinal, offence in enumerate(answers.offences, start=1)
    ]


def number_in_table(act: str, number: str) -> str:
    """A section's number as the law tables write it, else as typed: "303 (2)" is "303(2)"."""
    section = law.find_section(act, number)
    return section.number if section else number


def _things(fir: Fir, answers: FirAnswers) -> list[FirProperty]:
    return [
        FirProperty(
            fir=fir,
            state=fir.state,
            ordinal=ordinal,
            property_class=thing.property_class,
            involvement=thing.involvement,
            description=thing.description,
            value=thing.value,
            particulars=thing.particulars,
        )
        for ordinal, thing in enumerate(answers.things, start=1)
    ]


def case_of(parts: FirParts, answers: FirAnswers) -> Case:
    """The case that an FIR opens, with what the law says of its sensitivity."""
    return Case(
        state=parts.fir.state,
        office=parts.fir.office,
        fir=parts.fir,
        status=_status(answers),
        investigating_officer=parts.io,
        sensitive=answers.sensitive or rules.must_be_sensitive(answers),
        sensitive_reason=answers.sensitive_reason,
        child_involved=rules.child_involved(answers),
        victim_masked=rules.victim_masked(answers),
    )


def _status(answers: FirAnswers) -> CaseStatus:
    return {
        "refuse": CaseStatus.REFUSED,
        "transfer": CaseStatus.TRANSFER,
    }.get(answers.action, CaseStatus.INVESTIGATION)


# Which page of the draft asks for a column of the FIR's own row.
_PAGE_OF = {
    "information": "information",
    "received_at": "information",
    "court_order": "information",
    "narrative": "narrative",
    "language": "narrative",
    "inquest_reference": "property",
    "delay_code": "delay",
    "delay_reason": "delay",
    "action": "action",
    "action_detail": "action",
    "attestation": "close",
    "woman_officer": "close",
    "recorded_where": "close",
    "interpreter": "close",
    "video_reference": "close",
    "pahar": "occurrence",
    "occurred_from": "occurrence",
    "occurred_to": "occurrence",
}


def misfits(parts: FirParts) -> list[rules.Problem]:
    """What the columns cannot take: too long, not of the list, no e-mail address."""
    found = [_problem(_PAGE_OF.get(name, "place"), name, text) for name, text in _errors(parts.fir)]
    for party in parts.parties:
        found += [_problem(party.role, name, text) for name, text in _errors(party)]
    for paper in parts.papers:
        found += [_problem(paper.party.role, "papers", text) for _name, text in _errors(paper)]
    for thing in parts.things:
        found += [_problem("property", name, text) for name, text in _errors(thing)]
    for section in parts.sections:
        found += [_problem("sections", "offences", text) for _name, text in _errors(section)]
    return found


def _problem(page: str, name: str, text: str) -> rules.Problem:
    return rules.Problem(page, name, text, "IIF-I")


def _errors(row: Model) -> Iterator[tuple[str, str]]:
    """Of the columns that say something; relations are ours, and what is empty was checked."""
    skipped = {
        one.name
        for one in row._meta.concrete_fields
        if one.is_relation or not getattr(row, one.attname)
    }
    try:
        row.clean_fields(exclude=skipped)
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            yield name, messages[0]
