"""Arrest and surrender, IIF-III: memo, grounds, relatives, doctor, Magistrate within 24 hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from cctns.journal.write import Write
from cctns.lib.wording import noop as _
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.registers.book import Book, Paper, Part, Step
from cctns.registers.codes import GdKind
from cctns.registers.rules import Problem

from ..models import Arrest
from . import accused, gate


def arrest_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    """BNSS 35(7), 43(5), 47, 48, 170; the order of CAG Odisha: no arrest before its FIR."""
    if gate.before_fir(sheet) and not sheet.before_fir_reason:
        yield Problem(
            "before_fir_reason", _("The arrest is earlier than the FIR: say why"), "BNSS 170"
        )
    if not sheet.rights_told:
        yield Problem("rights_told", _("The arrested person is told of the rights"), "BNSS 47, 38")
    if not sheet.prints_number and not sheet.no_prints_reason:
        yield Problem(
            "no_prints_reason", _("Give the fingerprint number, or why there is none"), "IIF-III 10"
        )
    if sheet.kind == "bailed":
        yield from unidentified_problems(sheet)
    yield from identity_problems(sheet, now)
    if (
        sheet.accused_id
        and sheet.woman_at_night
        and not (sheet.woman_officer and sheet.night_leave)
    ):
        yield Problem(
            "night_leave",
            _("A woman is arrested at night only by a woman officer with the Magistrate's leave"),
            "BNSS 43(5)",
        )


def told_problems(sheet: Any, _now: datetime) -> Iterator[Problem]:
    if sheet.relative_told_at and sheet.relative_told_at < sheet.happened_at:
        yield Problem("relative_told_at", _("This is earlier than the arrest"), "BNSS 48")


def production_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    """BNSS 58: within twenty-four hours, the journey not counted."""
    if sheet.produced_at and sheet.produced_at < sheet.happened_at:
        yield Problem("produced_at", _("This is earlier than the arrest"), "BNSS 58")
    if sheet.produced_at and sheet.produced_at > now:
        yield Problem("produced_at", _("This time is in the future"), "BNSS 58")


def identity_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    if sheet.identified_at and not sheet.happened_at <= sheet.identified_at <= now:
        words = _("This is earlier than the arrest, or in the future")
        yield Problem("identified_at", words, "IIF-III 10")


UNIDENTIFIED = _(
    "Fingerprints, photograph and a search of the records come before the release: enter the check"
    " of the identity, or the officer in charge says why it is not made"
)
ONLY_IN_CHARGE = _("Without that check only the officer in charge releases")


def unidentified_problems(sheet: Any) -> Iterator[Problem]:
    if not sheet.identified and not sheet.unidentified_reason:
        yield Problem("unidentified_reason", UNIDENTIFIED, "IIF-III 10")


def released_by(by: Posting, sheet: Any, step: Step | None) -> str:
    """Nobody goes under a false name: who is not identified is released by the SHO's reason."""
    unchecked = step is not None and step.name in ("enter", "release") and not sheet.identified
    if unchecked and sheet.unidentified_reason and by.role != Role.SHO:
        return ONLY_IN_CHARGE
    return gate.of_case(by, sheet, step)


def release_problems(sheet: Any, now: datetime) -> Iterator[Problem]:
    yield from unidentified_problems(sheet)
    if sheet.released_at and not sheet.happened_at <= sheet.released_at <= now:
        yield Problem("released_at", _("This is earlier than the arrest, or in the future"), "BNSS")


def _arrested(by: Posting, sheet: Any) -> Sequence[Write]:
    bailed = sheet.kind in ("bailed", "anticipatory")
    return accused.brought_in(by, sheet, "bailed" if bailed else "arrested")


def _refs(sheet: Any) -> list[UUID]:
    return gate.accused_of(sheet)


_ARREST = Part(
    _("Arrest"), ("accused", "happened_at", "place", "kind", "court_name", "before_fir_reason")
)
_GROUNDS = Part(_("Grounds and rights"), ("reasons", "grounds", "rights_told", "permission"))
_RELATIVE = Part(_("Intimation"), ("relative_told", "relative_told_at"))
_MEMO = Part(
    _("Memo of arrest"),
    ("witness_name", "witness_address", "memo_signed", "woman_officer", "night_leave"),
)
_BODY = Part(
    _("Search of the person, condition"),
    ("articles", "injuries", "no_prints_reason"),
)
_IDENTITY = Part(
    _("Identity"), ("prints_number", "photo", "identified_at", "identified_with", "identity")
)
_UNCHECKED = Part(_("Released at once"), ("unidentified_reason",), folded=True)
_DOCTOR = Part(_("Medical examination"), ("examined_at", "examined_by", "examination"))
_COURT = Part(_("Production"), ("produced_at", "produced_before", "travel_minutes"))

ARREST = Book(
    name="arrest",
    title=_("Arrests and surrenders"),
    one=_("Arrest"),
    form="IIF-III",
    model=Arrest,
    view="case.view",
    of_case=True,
    columns=("accused", "happened_at", "kind", "stage"),
    allow=released_by,
    choose={"accused": accused.choices},
    whom=accused.whom,
    enter=Step(
        name="enter",
        event="arrest.recorded",
        act="arrest.record",
        title=_("Record an arrest or surrender"),
        told=_("The arrest is recorded"),
        stage="arrested",
        law="BNSS 35, 36, 43, 47, 48, 49",
        parts=(_ARREST, _GROUNDS, _RELATIVE, _MEMO, _BODY, _IDENTITY, _UNCHECKED),
        wants=("accused", "place", "kind", "reasons", "grounds", "witness_name", "articles"),
        rule=arrest_problems,
        diary=GdKind.ARREST,
        tells="FIR {fir_number}: {accused_name} arrested at {place}",
        refs=_refs,
        also=_arrested,
        identifies=True,
    ),
    steps=(
        Step(
            name="inform",
            event="arrest.relative_informed",
            act="arrest.record",
            title=_("Inform a relative or friend"),
            told=_("The intimation is entered"),
            start=("arrested", "produced"),
            stage="",
            law="BNSS 48",
            parts=(_RELATIVE,),
            wants=("relative_told", "relative_told_at"),
            rule=told_problems,
            diary=GdKind.ARREST,
            tells="FIR {fir_number}: {relative_told} told of the arrest of {accused_name}",
            refs=_refs,
        ),
        Step(
            name="examine",
            event="arrest.examined",
            act="arrest.record",
            title=_("Enter the medical examination"),
            told=_("The examination is entered"),
            start=("arrested", "produced"),
            stage="",
            law="BNSS 51, 53; D.K. Basu (1997) 1 SCC 416",
            parts=(_DOCTOR,),
            wants=("examined_at", "examined_by", "examination"),
            diary=GdKind.ARREST,
            tells="FIR {fir_number}: {accused_name} examined by {examined_by}",
            refs=_refs,
        ),
        Step(
            name="identify",
            event="arrest.identified",
            act="arrest.record",
            title=_("Enter the check of the identity"),
            told=_("The check of the identity is entered"),
            start=("arrested", "produced"),
            stage="",
            law="IIF-III 10",
            parts=(_IDENTITY,),
            wants=("prints_number", "photo", "identified_at", "identified_with", "identity"),
            rule=identity_problems,
            diary=GdKind.ARREST,
            tells="FIR {fir_number}: identity of {accused_name} checked: {identity}",
            refs=_refs,
            identifies=True,
        ),
        Step(
            name="produce",
            event="arrest.produced",
            act="arrest.record",
            title=_("Enter the production before the Magistrate"),
            told=_("The production is entered"),
            start=("arrested",),
            stage="produced",
            law="BNSS 58, 187(1)",
            parts=(_COURT,),
            wants=("produced_at", "produced_before"),
            rule=production_problems,
            diary=GdKind.ARREST,
            tells="FIR {fir_number}: {accused_name} produced before {produced_before}",
            refs=_refs,
        ),
        Step(
            name="release",
            event="arrest.released",
            act="arrest.record",
            title=_("Enter the release"),
            told=_("The release is entered"),
            start=("arrested",),
            stage="released",
            law="BNSS 43, 60",
            parts=(Part("", ("released_at", "release_reason", "unidentified_reason")),),
            wants=("released_at", "release_reason"),
            rule=release_problems,
            diary=GdKind.ARREST,
            tells="FIR {fir_number}: {accused_name} released, {release_reason}",
            refs=_refs,
            identifies=True,
        ),
    ),
    papers=(
        Paper(
            "form",
            _("Arrest or court surrender form"),
            "BNSS 35",
            parts=(_ARREST, _GROUNDS, _RELATIVE, _MEMO, _BODY, _DOCTOR, _IDENTITY, _COURT),
            signatures=(
                _("Signature or thumb impression of the arrested person"),
                _("Witness"),
                _("Investigating officer"),
            ),
        ),
        Paper(
            "memo",
            _("Memo of arrest"),
            "BNSS 36",
            parts=(_ARREST, _MEMO, _RELATIVE),
            signatures=(
                _("Witness"),
                _("Countersigned by the arrested person"),
                _("Officer making the arrest"),
            ),
        ),
        Paper(
            "grounds",
            _("Grounds of arrest"),
            "BNSS 47",
            text=_(
                "{accused_name} is arrested in the case of FIR {fir_number} and is told, in"
                " writing, the full particulars of the offence and the grounds of the arrest:\n"
                "{grounds}\n"
                "The arrested person may be defended by an advocate of their choice, may have a"
                " relative or friend informed, and, where the offence is bailable, is entitled to"
                " be released on bail."
            ),
            signatures=(
                _("Received by the arrested person"),
                _("Officer making the arrest"),
            ),
        ),
        Paper(
            "medical",
            _("Requisition for medical examination"),
            "BNSS 51, 53",
            text=_(
                "To the Medical Officer. {accused_name}, arrested in the case of FIR {fir_number},"
                " is sent for medical examination. Injuries and condition seen by the police:"
                " {injuries}. Please examine, treat where needed, and give a report with a copy for"
                " the arrested person."
            ),
            signatures=(_("Investigating officer"),),
        ),
    ),
)
