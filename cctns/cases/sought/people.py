"""Persons of a case as mentions: those of the FIR, its accused as the investigation has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from cctns.lib.clock import IST
from cctns.people.secrets import fingerprint
from cctns.people.told import born, marks, named
from cctns.search.codes import CLEARED, Closed, Role, Standing
from cctns.search.mentions import MentionRow

from ..codes import Knowledge, PartyRole
from ..masking import hidden
from ..models import Accused, Party
from ..papers import identity_keys, number_of
from .files import File
from .standing import standing_of

ADULT = 18
LONGEST_NUMBER = 40  # old numbers run to sixty


def mentions(file: File) -> Iterator[MentionRow]:
    """An accused with a form is told by the form, which keeps the id of the FIR's party."""
    formed = {one.pk for one in file.accused}
    parties = {one.pk: one for one in file.case.fir.parties.all()}
    for one in file.accused:
        if one.name or one.alias:
            yield _of_accused(file, one, parties.get(one.pk))
    for party in parties.values():
        if party.pk not in formed and (party.name or party.alias):
            yield _of_party(file, party)


def _of_accused(file: File, one: Accused, party: Party | None) -> MentionRow:
    """Under the record that told last: it carries the standing of the whole case."""
    standing = standing_now(file, one)
    child = one.child_in_conflict or is_child(one, file) or (party and party.withheld == "child")
    closed = Closed.CHILD if child else (party.withheld if party else "")
    return MentionRow(
        **told(file, one, party.papers.all() if party else ()),
        record_kind="accused",
        record_id=one.pk,
        role=str(Role.CLEARED if standing in CLEARED else Role.ACCUSED),
        standing=standing,
        closed=str(Closed.SEALED if file.erased else closed),
        told_at=one.recorded_at,
    )


def standing_now(file: File, one: Accused) -> str:
    return standing_of(one, **_of_court(file))[0]


def _of_court(file: File) -> dict[str, Any]:
    accused = sum(one.role == PartyRole.ACCUSED for one in file.case.fir.parties.all())
    return {
        "reports": file.reports,
        "verdicts": file.verdicts,
        "appeals": file.appeals,
        "alone": max(len(file.accused), accused) == 1,
    }


def ended(file: File, one: Accused) -> str:
    """Sections of conviction and sentence, as IIF-VI has them."""
    return standing_of(one, **_of_court(file))[1]


def _of_party(file: File, party: Party) -> MentionRow:
    role, standing = str(party.role), ""
    if party.role == PartyRole.ACCUSED:
        standing = standing_now(file, _as_accused(party))
        suspected = party.knowledge == Knowledge.SUSPECTED
        role = str(Role.SUSPECT if suspected else Role.ACCUSED)
        role = str(Role.CLEARED) if standing in CLEARED else role
    closed = hidden(file.case, party) or ("child" if is_child(party, file) else "")
    return MentionRow(
        **told(file, party, party.papers.all()),
        record_kind="fir",
        record_id=file.case.fir_id,
        role=role,
        standing=standing,
        closed=str(Closed.SEALED if file.erased else closed),
        told_at=file.case.fir.registered_at,
    )


def _as_accused(party: Party) -> Accused:
    """Whom only the FIR names can be charge-sheeted and tried all the same."""
    return Accused(id=party.pk, code=party.code, stage=Standing.NAMED)


def is_child(one: Any, file: File) -> bool:
    """On the day of the offence, which is that of the FIR where none is told (JJ Act 2(12))."""
    day = (file.case.fir.occurred_from or file.case.fir.registered_at).astimezone(IST).date()
    if one.age is not None:
        return bool(one.age < ADULT)
    return bool(one.born_on and (day - one.born_on).days < ADULT * 365.25)


def told(file: File, one: Any, papers: Iterable[Any]) -> dict[str, Any]:
    """What every mention of the case has."""
    case, fir = file.case, file.case.fir
    first, last = born(one, fir.registered_at.astimezone(IST).year)
    return {
        "id": one.pk,
        "state": case.state,
        "case_id": case.pk,
        "office_id": case.office_id,
        "number": fir.number[:LONGEST_NUMBER],
        **named(one),
        "birth_from": first,
        "birth_to": last,
        "district": one.district_name or ("" if one.address else _district(case.office)),
        "identity": tuple(sorted(_fingerprints(papers, fir.pk))),
        "marks": marks(one.features),
    }


def _fingerprints(papers: Iterable[Any], record: Any) -> Iterator[str]:
    for paper in papers:
        number = number_of(paper, record=record)
        if number:
            yield fingerprint(number, kind=paper.kind, keys=identity_keys())


def _district(office: Any) -> str:
    return office.district.name if office.district else ""
