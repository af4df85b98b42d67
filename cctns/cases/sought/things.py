"""Numbers of stolen, involved and seized things: plates, engines, IMEIs, serial numbers."""

from __future__ import annotations

from collections.abc import Iterator

from cctns.search.codes import Closed, ThingKind, ThingRole
from cctns.search.numbers import SHORTEST, found_in, key_of
from cctns.search.rows import ThingRow

from ..models import FirProperty, Seizure
from .files import File

# Particulars of the annexures (cases.annexures) that are numbers of one thing.
KINDS = {
    "registration": ThingKind.REGISTRATION,
    "engine": ThingKind.ENGINE,
    "chassis": ThingKind.CHASSIS,
    "imei1": ThingKind.IMEI,
    "imei2": ThingKind.IMEI,
    "serial_number": ThingKind.SERIAL,
    "arm_number": ThingKind.SERIAL,
    "document_number": ThingKind.SERIAL,
    "registered": ThingKind.SERIAL,
    "ear_tag": ThingKind.SERIAL,
}


def numbers(file: File) -> Iterator[ThingRow]:
    for thing in file.case.fir.property.all():
        yield from _of_fir(file, thing)
    for seizure in file.seizures:
        yield from _of_seizure(file, seizure)


def _of_fir(file: File, thing: FirProperty) -> Iterator[ThingRow]:
    case, fir = file.case, file.case.fir
    for name, kind in KINDS.items():
        shown = str(thing.particulars.get(name, ""))
        key = key_of(shown)
        if len(key) >= SHORTEST:
            yield ThingRow(
                id=thing.pk,
                state=case.state,
                record_kind="fir",
                record_id=fir.pk,
                case_id=case.pk,
                office_id=case.office_id,
                kind=str(kind),
                key=key,
                shown=shown,
                what=thing.description,
                role=str(ThingRole(thing.involvement)),
                number=fir.number,
                told_at=fir.registered_at,
                closed=str(Closed.SEALED if file.erased else Closed.OPEN),
            )


def _of_seizure(file: File, seizure: Seizure) -> Iterator[ThingRow]:
    case = file.case
    for item in seizure.items.all():
        for kind, shown in found_in(f"{item.identification} {item.description}"):
            yield ThingRow(
                id=item.pk,
                state=case.state,
                record_kind="seizure",
                record_id=seizure.pk,
                case_id=case.pk,
                office_id=case.office_id,
                kind=str(kind),
                key=key_of(shown),
                shown=shown,
                what=item.description,
                role=str(ThingRole.SEIZED),
                number=case.fir.number,
                told_at=seizure.recorded_at,
                closed=str(Closed.SEALED if file.erased else Closed.OPEN),
            )
