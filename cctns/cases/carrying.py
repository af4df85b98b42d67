"""What goes along when a case goes to another station: its accused, and the list of its forms.

The forms themselves stay records of the station that wrote them; they are read at the receiver.
"""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder

from cctns.offices.models import Posting
from cctns.people.models import Mention
from cctns.registers import book as books

from .models import Accused, Case, ZeroTransfer
from .naming import new_accused
from .queries.investigation import written_in
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
    """The list that goes with the FIR: every form written in the case, oldest first.

    The prosecutor's advice is no form of the station and does not go along.
    """
    return [
        {"book": one.book, "id": str(one.id), "number": one.number}
        for one in written_in(case)
        if books.named(one.book).enter.act != "charge_sheet.vet"
    ]


def accused_sheets(transfer: ZeroTransfer, parts: FirParts, *, by: Posting) -> list[Accused]:
    """New forms, unsaved, for the accused who came along; whom the FIR names keep its party's id.

    The FIR's accused have the same codes here, since the persons came in the same order.
    """
    parties = {one.code: one.pk for one in parts.parties if one.code}
    return [_sheet(one, parties, parts, by) for one in transfer.accused]


def _sheet(told: dict[str, Any], parties: dict[str, UUID], parts: FirParts, by: Posting) -> Accused:
    columns = {name: _column(name).to_python(told[name]) for name in _TOLD}
    given = {"id": parties[told["code"]]} if told["code"] in parties else {}
    columns["earlier_id"] = UUID(told["earlier_id"])
    return new_accused(parts.fir.case, office=by.office, by=by, **columns, **given)


def _column(name: str) -> Any:
    return Accused._meta.get_field(name)
