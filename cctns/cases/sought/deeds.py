"""What a history sheet tells of an accused: sections, custody day by day, biometrics, addresses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from cctns.lib.clock import IST
from cctns.search.rows import DeedRow

from ..codes import PartyRole
from ..models import Accused
from .files import File
from .people import ended


def deeds(file: File) -> Iterator[DeedRow]:
    formed = {one.pk for one in file.accused}
    for one in file.accused:
        yield _deed(file, one, "accused", one.pk, ends=ended(file, one))
    for party in file.case.fir.parties.all():
        if party.role == PartyRole.ACCUSED and party.pk not in formed:
            yield _deed(file, party, "fir", file.case.fir_id)


def _deed(file: File, one: Any, kind: str, record: Any, ends: str = "") -> DeedRow:
    fir = file.case.fir
    return DeedRow(
        id=one.pk,
        state=file.case.state,
        record_kind=kind,
        record_id=record,
        case_id=file.case.pk,
        sections=", ".join(str(section) for section in fir.sections.all()),
        registered_at=fir.registered_at,
        address=one.address,
        permanent_address=one.permanent_address,
        custody=[
            [day.isoformat(), code, words] for day, code, words in sorted(_custody(file, one))
        ],
        held=_held(file, one),
        ends=ends,
    )


def _custody(file: File, one: Accused) -> Iterator[tuple[date, str, str]]:
    """Codes: arrest, released, and those of remand and bail."""
    for arrest in file.arrests:
        if arrest.accused_id == one.pk:
            yield arrest.happened_at.astimezone(IST).date(), "arrest", arrest.place
            if arrest.released_at:
                yield arrest.released_at.astimezone(IST).date(), "released", arrest.release_reason
    for remand in file.remands:
        if remand.accused_id == one.pk and remand.stage == "ordered" and remand.from_day:
            until = remand.to_day.isoformat() if remand.to_day else ""
            yield remand.from_day, f"remand_{remand.kind}", until
    for bail in file.bails:
        if bail.accused_id == one.pk and bail.granted:
            yield bail.happened_at.astimezone(IST).date(), f"bail_{bail.kind}", bail.court_name


def _held(file: File, one: Accused) -> dict[str, str]:
    """Numbers under which biometrics lie, of the last arrest that has them."""
    held: dict[str, str] = {}
    for arrest in file.arrests:
        if arrest.accused_id == one.pk:
            told = {"prints": arrest.prints_number, "photo": arrest.photo}
            held |= {name: value for name, value in told.items() if value}
    return held
