"""From an old FIR to documents: ids that a second reading makes again, no models on the way.

The same row of the same station gets the same ids whenever and wherever it is read.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from cctns.journal import kinds
from cctns.journal.append import Draft
from cctns.lib.text import search_key
from cctns.offices.models import Office

from ..codes import CaseStatus, Withheld
from ..models import Case, Fir, FirSection, Party
from ..writing import accused_codes
from .offences import OldOffence
from .old import OldFir
from .people import OldPerson
from .tables import Document, in_one, table

# UUIDv8 (RFC 9562 s.5.8). The last 20 bits tell an FIR (0) from its parts, so that the parts,
# sorted by id as in a document, stand in their own order.
_VERSION_8 = 8 << 76 | 0b10 << 62
_HASHED = ~(0xF << 76 | 0b11 << 62 | 0xFFFFF)
_CASE, _PARTY, _SECTION = 1, 2, 3


@dataclass
class Written:
    """What goes into the tables and journals of one batch, in the order of its rows."""

    drafts: list[Draft] = field(default_factory=list)
    firs: list[bytes] = field(default_factory=list)
    parties: list[Document] = field(default_factory=list)
    sections: list[Document] = field(default_factory=list)
    cases: list[bytes] = field(default_factory=list)

    def add(self, other: Written) -> None:
        self.drafts += other.drafts
        self.firs += other.firs
        self.parties += other.parties
        self.sections += other.sections
        self.cases += other.cases

    def insert(self) -> None:
        table(Fir).insert(b",".join(self.firs))
        table(Party).insert(in_one(self.parties))
        table(FirSection).insert(in_one(self.sections))
        table(Case).insert(b",".join(self.cases))


def written(old: OldFir, office: Office, identity: UUID, source: str) -> Written:
    """One FIR with its persons, sections and case; `source` is the name of the file."""
    parties, sections = _parties(old, office, identity), _sections(old, office, identity)
    told = _fir(old, office, identity, source)
    fir = kinds.to_bytes(told | {"parties": parties, "sections": sections})
    case_id = _part(identity, _CASE, 1)
    case = kinds.to_bytes(_case(old, office, identity, case_id))
    owner = {"fir_id": str(identity)}
    return Written(
        drafts=[
            _draft("fir", office, identity, fir, ()),
            _draft("case", office, case_id, case, (identity,)),
        ],
        firs=[fir],
        parties=[one | owner for one in parties],
        sections=[one | owner for one in sections],
        cases=[case],
    )


def fir_id(old: OldFir, office: Office) -> UUID:
    """Made from the station, the number and every column of the row."""
    number = old.number
    parts = [str(office.pk), series_of(old), str(number.year), str(number.serial)]
    for name, value in old.row.columns.items():
        parts += (name, value)
    digest = hashlib.sha256("\x1f".join(parts).encode()).digest()
    return UUID(int=int.from_bytes(digest[:16]) & _HASHED | _VERSION_8)


def series_of(old: OldFir) -> str:
    return "zero" if old.number.zero else "fir"


def _part(owner: UUID, kind: int, ordinal: int) -> UUID:
    return UUID(int=owner.int | kind << 16 | ordinal)


def _fir(old: OldFir, office: Office, identity: UUID, source: str) -> Document:
    texts, point = old.texts, old.point
    document = table(Fir).document(
        {
            "id": identity,
            "state": office.state_id,
            "office_id": office.pk,
            "version": 1,
            "kind": old.kind,
            "series": series_of(old),
            "year": old.number.year,
            "serial": old.number.serial,
            "registered_at": old.registered_at,
            "received_at": old.received_at,
            "occurred_from": old.occurred_from,
            "occurred_to": old.occurred_to,
            "time_known": bool(old.occurred_from or old.occurred_to),
            "information": old.information,
            "direction": old.way.direction,
            "distance_km": old.way.km,
            "beat": texts["beat"],
            "place": texts["place"],
            "village": texts["village"],
            "district_name": texts["district"],
            "pin": texts["pin"],
            "latitude": point.latitude if point else None,
            "longitude": point.longitude if point else None,
            "narrative": texts["narrative"],
            "property_value": old.property_value,
            "crime_head": texts["crime_head"],
            "legacy": True,
            "legacy_number": old.written_number,
            "legacy_source": source,
            "quality": old.quality,
        }
    )
    return document | {"legacy_row": _row(old), "papers": [], "property": []}


def _row(old: OldFir) -> dict[str, Any]:
    """The row as it stood, empty columns left out, and what it lacks."""
    columns = {_nfc(name): _nfc(value) for name, value in old.row.columns.items() if value}
    return {"row": old.row.number, "columns": columns, "lacks": [str(one) for one in old.lacks]}


def _nfc(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _parties(old: OldFir, office: Office, owner: UUID) -> list[Document]:
    codes = iter(accused_codes(sum(one.role == "accused" for one in old.persons)))
    return [
        _party(one, office, owner, ordinal, next(codes) if one.role == "accused" else "")
        | {"withheld": _withheld(one, old)}
        for ordinal, one in enumerate(old.persons, start=1)
    ]


def _withheld(person: OldPerson, old: OldFir) -> str:
    """As at registration: hidden victims, children, and whoever reports for them."""
    reports = person.role == "complainant"
    if old.offences.masked and (reports or person.role == "victim"):
        return Withheld.VICTIM.value
    return Withheld.CHILD.value if person.child or (reports and old.child) else ""


def _party(person: OldPerson, office: Office, owner: UUID, ordinal: int, code: str) -> Document:
    document = table(Party).document(
        {
            "id": _part(owner, _PARTY, ordinal),
            "state": office.state_id,
            "ordinal": ordinal,
            "role": person.role,
            "code": code,
            "name": person.name,
            "name_key": search_key(person.name) if person.name else "",
            "relative_name": person.relative_name,
            "sex": person.sex,
            "age": person.age,
            "phone": person.phone,
            "village": person.village,
            "unknown_count": person.unknown_count,
        }
    )
    del document["fir_id"]
    return document


def _sections(old: OldFir, office: Office, owner: UUID) -> list[Document]:
    return [
        _section(one, office, owner, ordinal)
        for ordinal, one in enumerate(old.offences.sections, start=1)
    ]


def _section(one: OldOffence, office: Office, owner: UUID, ordinal: int) -> Document:
    document = table(FirSection).document(
        {
            "id": _part(owner, _SECTION, ordinal),
            "state": office.state_id,
            "ordinal": ordinal,
            "act": one.act,
            "act_as_written": one.as_written,
            "number": one.number,
            "law_version": one.law_version,
        }
    )
    del document["fir_id"]
    return document


def _case(old: OldFir, office: Office, owner: UUID, identity: UUID) -> Document:
    return table(Case).document(
        {
            "id": identity,
            "state": office.state_id,
            "office_id": office.pk,
            "version": 1,
            "fir_id": owner,
            "status": CaseStatus.LEGACY.value,
            "sensitive": old.offences.sensitive or old.child,
            "child_involved": old.child,
            "victim_masked": old.offences.masked,
            "legacy_stage": old.texts["stage"],
            "legacy_officer": old.texts["officer"],
        }
    )


def _draft(
    name: str, office: Office, identity: UUID, document: bytes, refs: tuple[UUID, ...]
) -> Draft:
    return Draft(
        state=office.state_id,
        office=office.pk,
        record_type=name,
        record_id=identity,
        version=1,
        kind=f"{name}.imported",
        schema=kinds.named(name).schema,
        refs=refs,
        document=document,
        occurred_at=None,
    )
