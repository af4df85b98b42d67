"""From an old FIR to documents: ids that a second reading makes again, no models on the way.

The same row of the same station gets the same ids whenever and wherever it is read.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from json.encoder import encode_basestring
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
from .tables import Told, array, quoted, table

# UUIDv8 (RFC 9562 s.5.8). The last 20 bits tell an FIR (0) from its parts, so that the parts,
# sorted by id as in a document, stand in their own order.
_VERSION_8 = 8 << 76 | 0b10 << 62
_HASHED = ~(0xF << 76 | 0b11 << 62 | 0xFFFFF)
_CASE, _PARTY, _SECTION = 1, 2, 3
_NOBODY = str(UUID(int=0))
_LISTS = ("parties", "papers", "property", "sections")


@dataclass
class Written:
    """What goes into the journals and, as JSON objects, into the tables of one batch, in order."""

    drafts: list[Draft] = field(default_factory=list)
    firs: list[str] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    cases: list[str] = field(default_factory=list)

    def add(self, other: Written) -> None:
        self.drafts += other.drafts
        self.firs += other.firs
        self.parties += other.parties
        self.sections += other.sections
        self.cases += other.cases

    def insert(self) -> None:
        table(Fir, also=_LISTS).insert(self.firs)
        table(Party, without="fir_id").insert(self.parties)
        table(FirSection, without="fir_id").insert(self.sections)
        table(Case).insert(self.cases)


def written(old: OldFir, office: Office, identity: UUID, source: str) -> Written:
    """One FIR with its persons, sections and case; `source` is the name of the file."""
    owner = str(identity)
    parties, sections = _parties(old, office, owner), _sections(old, office, owner)
    ours = {"state": str(office.state_id), "office_id": quoted(str(office.pk)), "version": "1"}
    fir = _fir(old, ours, owner, source, parties, sections)
    case_id = _part(owner, _CASE, 1)
    case = _case(old, ours, owner, case_id)
    return Written(
        drafts=[
            _draft("fir", office, identity, fir.document, ()),
            _draft("case", office, UUID(case_id), case.document, (identity,)),
        ],
        firs=[fir.row],
        parties=[_of(owner, one) for one in parties],
        sections=[_of(owner, one) for one in sections],
        cases=[case.row],
    )


def fir_id(old: OldFir, office: Office) -> UUID:
    """Made from the station, the number and every column of the row."""
    number = old.number
    parts = [str(office.pk), series_of(old), str(number.year), str(number.serial)]
    parts += chain.from_iterable(old.row.columns.items())
    digest = hashlib.sha256("\x1f".join(parts).encode()).digest()
    return UUID(int=int.from_bytes(digest[:16]) & _HASHED | _VERSION_8)


def series_of(old: OldFir) -> str:
    return "zero" if old.number.zero else "fir"


def _part(owner: str, kind: int, ordinal: int) -> str:
    """The id of a part: the FIR's own, but for its last 20 bits."""
    return f"{owner[:-5]}{kind << 16 | ordinal:05x}"


def _of(owner: str, part: Told) -> str:
    """The row of a part: in the document it stands within its FIR, in its table it names it."""
    return f'{part.row[:-1]},"fir_id":"{owner}"}}'


def _fir(
    old: OldFir,
    ours: dict[str, str],
    owner: str,
    source: str,
    parties: list[Told],
    sections: list[Told],
) -> Told:
    texts, point = old.texts, old.point
    return table(Fir, also=_LISTS).row(
        {
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
        },
        id=quoted(owner),
        **ours,
        legacy_row=_row(old),
        parties=array(one.document for one in parties),
        sections=array(one.document for one in sections),
    )


def _row(old: OldFir) -> str:
    """The row as it stood, empty columns left out, and what it lacks; canonical."""
    columns = {name: value for name, value in old.row.columns.items() if value}
    names = sorted(columns)
    if not "".join(chain.from_iterable(columns.items())).isascii():
        columns = {_nfc(name): _nfc(value) for name, value in columns.items()}
        names = sorted(columns, key=_in_utf_16)
    told = ",".join([f"{_key(name)}:{encode_basestring(columns[name])}" for name in names])
    lacks = array(quoted(one) for one in old.lacks)
    return f'{{"columns":{{{told}}},"lacks":{lacks},"row":{old.row.number}}}'


_key = cache(encode_basestring)


def _in_utf_16(name: str) -> bytes:
    """The order of RFC 8785 s.3.2.3."""
    return name.encode("utf-16-be")


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _parties(old: OldFir, office: Office, owner: str) -> list[Told]:
    codes = iter(accused_codes(sum(one.role == "accused" for one in old.persons)))
    return [
        _party(one, old, office, _part(owner, _PARTY, ordinal), ordinal, codes)
        for ordinal, one in enumerate(old.persons, start=1)
    ]


def _withheld(person: OldPerson, old: OldFir) -> str:
    """As at registration: hidden victims, children, and whoever reports for them."""
    reports = person.role == "complainant"
    if old.offences.masked and (reports or person.role == "victim"):
        return Withheld.VICTIM.value
    return Withheld.CHILD.value if person.child or (reports and old.child) else ""


def _party(
    person: OldPerson,
    old: OldFir,
    office: Office,
    identity: str,
    ordinal: int,
    codes: Iterator[str],
) -> Told:
    return table(Party, without="fir_id").row(
        {
            "role": person.role,
            "code": next(codes) if person.role == "accused" else "",
            "name": person.name,
            "name_key": search_key(person.name) if person.name else "",
            "relative_name": person.relative_name,
            "sex": person.sex,
            "age": person.age,
            "phone": person.phone,
            "village": person.village,
            "unknown_count": person.unknown_count,
            "withheld": _withheld(person, old),
        },
        id=quoted(identity),
        state=str(office.state_id),
        ordinal=str(ordinal),
    )


def _sections(old: OldFir, office: Office, owner: str) -> list[Told]:
    return [
        _section(one, office, _part(owner, _SECTION, ordinal), ordinal)
        for ordinal, one in enumerate(old.offences.sections, start=1)
    ]


def _section(one: OldOffence, office: Office, identity: str, ordinal: int) -> Told:
    told = _any_section(one, office.state_id, ordinal)
    return Told(told.document.replace(_NOBODY, identity, 1), told.row.replace(_NOBODY, identity, 1))


@lru_cache(maxsize=8192)
def _any_section(one: OldOffence, state: int, ordinal: int) -> Told:
    """Registers repeat the same few sections over and over: only the id is another."""
    return table(FirSection, without="fir_id").row(
        {
            "state": state,
            "ordinal": ordinal,
            "act": one.act,
            "act_as_written": one.as_written,
            "number": one.number,
            "law_version": one.law_version,
        },
        id=quoted(_NOBODY),
    )


def _case(old: OldFir, ours: dict[str, str], owner: str, identity: str) -> Told:
    return table(Case).row(
        {
            "status": CaseStatus.LEGACY.value,
            "sensitive": old.offences.sensitive or old.child,
            "child_involved": old.child,
            "victim_masked": old.offences.masked,
            "legacy_stage": old.texts["stage"],
            "legacy_officer": old.texts["officer"],
        },
        id=quoted(identity),
        **ours,
        fir_id=quoted(owner),
    )


def _draft(
    name: str, office: Office, identity: UUID, document: str, refs: tuple[UUID, ...]
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
        document=document.encode(),
        occurred_at=None,
    )
