"""The accused of a case: named later, described better, removed with a reason."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from cctns.journal.write import Write
from cctns.lib.wording import noop as _
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Step
from cctns.registers.books.parts import ADDRESS, PERSON
from cctns.registers.codes import GdKind
from cctns.registers.rules import NotPossible, Problem

from ..codes import PartyRole
from ..models import Accused, Case, Party
from ..naming import new_accused
from ..writing import accused_codes
from . import gate

_NOT_ACCUSED = Problem("accused", _("This person is no accused of this case"), "IIF-III item 1")
_MENTION = tuple(one.name for one in Accused._meta.concrete_fields)


def next_code(case: Case) -> str:
    """Codes of the FIR's own accused count, whether a form names them already or not."""
    named = set(Accused.objects.filter(case=case).values_list("code", flat=True))
    named |= {one.code for one in case.fir.parties.all() if one.code}
    return next(one for one in accused_codes(len(named) + 1) if one not in named)


def choices(by: Posting, sheet: Any) -> list[tuple[str, str]]:
    """The accused of the sheet's case: those with a form, and those whom the FIR names."""
    found = {str(one.pk): str(one) for one in Accused.objects.filter(case=sheet.case)}
    for one in parties_of(sheet.case):
        found.setdefault(str(one.pk), f"{one.code} {one.name}")
    return sorted(found.items(), key=lambda pair: pair[1])


def whom(sheet: Any) -> Accused | Party | None:
    """The person of a form that points at an accused."""
    wanted = str(sheet.accused_id)  # as a form not yet entered holds it
    form = Accused.objects.filter(pk=sheet.accused_id, case=sheet.case).first()
    return form or next((one for one in parties_of(sheet.case) if str(one.pk) == wanted), None)


def here(case: Case, accused: Accused) -> UUID:
    """The form of the same accused in this case, when it came from another station."""
    if accused.case_id == case.pk:
        return accused.pk
    first = accused.earlier_id or accused.pk
    found = Accused.objects.filter(case=case, earlier_id=first).values_list("pk", flat=True).first()
    if found is None:
        raise NotPossible([_NOT_ACCUSED])
    return found


def parties_of(case: Case) -> list[Party]:
    """The accused whom the FIR names."""
    return [one for one in case.fir.parties.all() if one.role == PartyRole.ACCUSED and one.name]


def brought_in(by: Posting, sheet: Any, stage: str = "") -> list[Write]:
    """The accused's own record: made of the FIR's party the first time, moved to `stage`."""
    accused = Accused.objects.filter(pk=sheet.accused_id, case=sheet.case).first()
    if accused is None:
        accused = _from_party(by, sheet.case, sheet.accused_id)
        sheet.accused = accused
        accused.stage = stage or "named"
        return [Write(accused, "accused.named", [sheet.case.fir_id])]
    if not stage or accused.stage == stage:
        return []
    accused.stage = stage
    return [Write(accused, f"accused.{stage}", [sheet.case.fir_id])]


def _from_party(by: Posting, case: Case, party_id: Any) -> Accused:
    party = Party.objects.filter(pk=party_id, fir=case.fir_id, role=PartyRole.ACCUSED).first()
    if party is None:
        raise NotPossible([_NOT_ACCUSED])
    shared = {one.name for one in Party._meta.concrete_fields} & set(_MENTION)
    told = {name: getattr(party, name) for name in shared - {"state", "office"}}
    return new_accused(case, office=case.office, by=by, **told)


def _coded(by: Posting, sheet: Any) -> list[Write]:
    sheet.code = sheet.code or next_code(sheet.case)
    return []


# Brought about by notice, arrest, remand, bail and proclamation.
_MOVES = {
    # An accused who comes with a case from another station stands where the last form left them.
    "": (
        "noticed",
        "arrested",
        "police_custody",
        "jail",
        "bailed",
        "absconding",
        "proclaimed",
        "removed",
    ),
    "named": ("noticed", "arrested", "bailed", "jail", "absconding", "removed"),
    "noticed": ("named", "arrested", "bailed", "jail", "absconding", "removed"),
    "arrested": ("named", "police_custody", "jail", "bailed", "absconding"),
    "police_custody": ("jail", "bailed", "absconding"),
    "jail": ("police_custody", "bailed", "absconding"),
    "bailed": ("arrested", "jail", "absconding", "removed"),
    "absconding": ("named", "arrested", "jail", "bailed", "proclaimed"),
    "proclaimed": ("arrested", "jail", "bailed"),
    "removed": ("named",),
}

_PARTS = (
    PERSON,
    ADDRESS,
    Part(_("Physical features"), ("features",), folded=True),
)

ACCUSED = Book(
    name="accused",
    title=_("Accused"),
    one=_("Accused"),
    model=Accused,
    view="case.view",
    of_case=True,
    columns=("code", "name", "stage"),
    allow=gate.of_case,
    moved=frozenset((old, new) for old, after in _MOVES.items() for new in after),
    enter=Step(
        name="enter",
        event="accused.added",
        act="case.investigate",
        title=_("Add an accused"),
        told=_("The accused is added to the case"),
        stage="named",
        law="BNSS 193",
        parts=(*_PARTS, Part("", ("child_in_conflict", "reason"))),
        wants=("name", "reason"),
        diary=GdKind.INVESTIGATION,
        tells="FIR {fir_number}: {name} named as accused",
        refs=gate.fir_of,
        also=_coded,
    ),
    steps=(
        Step(
            name="describe",
            event="accused.described",
            act="case.investigate",
            title=_("Describe the accused better"),
            told=_("The description is entered"),
            start=("named",),
            stage="named",
            law="IIF-III",
            parts=_PARTS,
            wants=("name",),
            refs=gate.fir_of,
        ),
    ),
    papers=(Paper("roll", _("Descriptive roll"), "IIF-III", parts=_PARTS),),
)
