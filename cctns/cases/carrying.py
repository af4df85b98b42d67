"""What goes along when a case goes to another station: its accused, and the list of its forms.

The forms themselves stay records of the station that wrote them; they are read at the receiver.
"""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder

from cctns.journal.serials import next_number
from cctns.lib.clock import IST, now
from cctns.offices.models import Posting
from cctns.people.models import Mention
from cctns.registers import book as books
from cctns.registers import diary

from .models import Accused, Case, ZeroTransfer
from .writing import FirParts

_TOLD = (
    *(one.name for one in Mention._meta.fields),
    "stage",
    "code",
    "child_in_conflict",
    "features",
    "reason",
)


def accused_of(case: Case) -> list[dict[str, Any]]:
    """The accused who have a form in the case, as JSON; each under their first form's id."""
    found = Accused.objects.filter(case=case).order_by("code")
    told = [
        {"earlier_id": one.earlier_id or one.pk, **{name: getattr(one, name) for name in _TOLD}}
        for one in found
    ]
    plain: list[dict[str, Any]] = json.loads(json.dumps(told, cls=DjangoJSONEncoder))
    return plain


def forms_of(case: Case) -> list[dict[str, Any]]:
    """The list that goes with the FIR: every form written in the case, by register and number."""
    found = []
    for book in books.all_books():
        if book.of_case and book.enter.act != "charge_sheet.vet":
            rows = book.model._base_manager.filter(case=case, office=case.office_id)  # type: ignore[misc]
            for row in rows.order_by("id").values_list("id", "serial", "year"):
                found.append({"book": book.name, "id": str(row[0]), "number": f"{row[1]}/{row[2]}"})
    return found


def accused_sheets(transfer: ZeroTransfer, parts: FirParts, *, by: Posting) -> list[Accused]:
    """New forms, unsaved, for the accused who came along; whom the FIR names keep its party's id.

    The FIR's accused have the same codes here, since the persons came in the same order.
    """
    parties = {one.code: one.pk for one in parts.parties if one.code}
    return [_sheet(one, parties, parts, by) for one in transfer.accused]


def _sheet(told: dict[str, Any], parties: dict[str, UUID], parts: FirParts, by: Posting) -> Accused:
    moment = now()
    year = moment.astimezone(IST).year
    columns = {name: _column(name).to_python(told[name]) for name in _TOLD}
    given = {"id": parties[told["code"]]} if told["code"] in parties else {}
    return Accused(
        **columns,
        **given,
        earlier_id=UUID(told["earlier_id"]),
        state=parts.fir.state,
        office=by.office,
        case=parts.fir.case,
        year=year,
        serial=next_number(office=by.office, series="accused", period=str(year)),
        happened_at=moment,
        recorded_at=moment,
        officer_id=by.officer_id,
        officer_name=diary.signed(by.officer),
    )


def _column(name: str) -> Any:
    return Accused._meta.get_field(name)
