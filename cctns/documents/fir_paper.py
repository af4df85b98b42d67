"""What IIF-I says of one FIR, item by item, as plain data for its template.

Pure mapping of rows that were read and masked already: it asks no database and shows no more of a
person than it is given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from cctns.cases.annexures import told_particulars
from cctns.cases.codes import PartyRole, Series
from cctns.cases.models import Case, Fir, FirProperty, FirSection, Party, PartyPaper
from cctns.law import enactments
from cctns.lib.clock import IST
from cctns.offices.naming import named
from cctns.people.features import told_features

from . import wording
from .wording import Captions

# The day from which information is recorded under BNSS 173 instead of CrPC 154.
BNSS_FROM = date(2024, 7, 1)
Rows = list[tuple[list[str], str]]


@dataclass(frozen=True, kw_only=True)
class FirPaper:
    """Everything the form shows; FIR and persons masked for whoever gets the paper."""

    fir: Fir
    case: Case
    persons: Sequence[Party]
    sections: Sequence[FirSection]
    things: Sequence[FirProperty]
    papers: Mapping[UUID, Sequence[PartyPaper]] = field(default_factory=dict)  # by party


def form(paper: FirPaper, language: str) -> dict[str, Any]:
    """The template's data; codes are named in the language that Django now speaks."""
    told = wording.captions("fir", language)
    fir, office = paper.fir, paper.fir.office
    return {
        "language": language,
        "caption": told,
        "under": _under(told, fir.registered_at),
        "zero": fir.series == Series.ZERO,
        "number": fir.number,
        **place_of(office, language),
        "year": str(fir.year),
        "registered": wording.moment(fir.registered_at),
        "legacy": _legacy(paper),
        "sections": [_section(one, language) for one in paper.sections],
        "occurrence": _occurrence(paper, language),
        "received": [wording.day(fir.received_at), wording.clock_time(fir.received_at)],
        "gd": _diary(paper),
        "information": fir.get_information_display(),
        "court_order": fir.court_order,
        "earlier": wording.joined(fir.zero_fir_number, fir.zero_fir_station),
        "place": _place(paper, told),
        "complainants": _people(paper, told, PartyRole.COMPLAINANT),
        "accused": _people(paper, told, PartyRole.ACCUSED),
        "others": _people(paper, told, PartyRole.VICTIM, PartyRole.WITNESS),
        "delay": wording.joined(fir.get_delay_code_display(), fir.delay_reason, by=": "),
        "things": [_thing(one) for one in paper.things],
        "total": wording.rupees(fir.property_value),
        "inquest": fir.inquest_reference,
        "narrative": wording.paragraphs(fir.narrative),
        **_closing(paper, told),
        "features": _sheets(paper),
    }


def place_of(office: Any, language: str) -> dict[str, str]:
    """Names of the station, its district and State in the paper's language."""
    return {
        "station": named(office, language),
        "district": named(office.district, language),
        "state": named(office.state, language),
    }


def _under(told: Captions, registered: datetime) -> list[str]:
    new = registered.astimezone(IST).date() >= BNSS_FROM
    return told["under_bnss" if new else "under_crpc"]


def _legacy(paper: FirPaper) -> dict[str, str] | None:
    fir = paper.fir
    if not fir.legacy:
        return None
    quality = "" if fir.quality is None else str(fir.quality)
    return {
        "number": wording.joined(fir.legacy_number, fir.legacy_source, by=" · "),
        "quality": quality,
    }


def _section(one: FirSection, language: str) -> dict[str, Any]:
    act = one.act_as_written or one.act
    if enactments.known(one.act):
        known = enactments.act(one.act)
        act = known.title_hi if language == "hi" and known.title_hi else known.title
    return {"act": act, "number": one.number, "read_with": one.read_with}


def _occurrence(paper: FirPaper, language: str) -> dict[str, Any]:
    fir = paper.fir
    known = fir.time_known and (fir.occurred_from or fir.occurred_to)
    return {
        "known": bool(known),
        "prior_to": fir.occurred_prior_to,
        "day": wording.weekday(fir.occurred_from or fir.occurred_to, language),
        "date_from": wording.day(fir.occurred_from),
        "date_to": wording.day(fir.occurred_to),
        "pahar": fir.get_pahar_display(),
        "time_from": wording.clock_time(fir.occurred_from),
        "time_to": wording.clock_time(fir.occurred_to),
    }


def _diary(paper: FirPaper) -> list[str]:
    fir = paper.fir
    entry = fir.gd_entry
    return [str(entry.serial), wording.moment(fir.gd_recorded_at)] if entry else ["", ""]


def _place(paper: FirPaper, told: Captions) -> dict[str, Any]:
    fir = paper.fir
    distance = f"{fir.distance_km.normalize():f} {told['km'][0]}" if fir.distance_km else ""
    return {
        "direction": wording.joined(fir.get_direction_display(), distance),
        "beat": fir.beat,
        "address": wording.joined(fir.place, fir.address, by="; "),
        "coordinates": wording.joined(fir.latitude, fir.longitude),
        "outside": fir.outside_limits,
        "outside_station": fir.outside_station,
        "outside_district": wording.joined(fir.outside_district, fir.outside_state),
    }


def _people(paper: FirPaper, told: Captions, *roles: str) -> list[dict[str, Any]]:
    return [
        _person(one, paper.papers.get(one.id, ()), told)
        for one in paper.persons
        if one.role in roles
    ]


def hidden(one: Party) -> bool:
    """Whoever masked this person put the reason in place of the name (cases.masking)."""
    return bool(one.withheld) and one.name in ("", one.get_withheld_display())


def _person(one: Party, papers: Sequence[PartyPaper], told: Captions) -> dict[str, Any]:
    status = wording.joined(
        one.get_knowledge_display(),
        told["child_in_conflict"][0] if one.child_in_conflict else "",
    )
    rows = {"accused_code": one.code, "name": one.name}
    if hidden(one):
        rows["name"] = one.get_withheld_display()
    else:
        rows |= _identity(one, papers, told)
    rows["unknown_count"] = str(one.unknown_count or "")
    rows["status"] = status
    return {
        "role": one.get_role_display(),
        "also_victim": one.also_victim,
        "rows": _rows(rows, told),
    }


def _identity(one: Party, papers: Sequence[PartyPaper], told: Captions) -> dict[str, str]:
    relative = wording.joined(one.relative_name, _in_brackets(one.get_relation_display()), by=" ")
    return {
        "alias": one.alias,
        "sex": one.get_sex_display(),
        "relative": relative if one.relative_name else "",
        "born": wording.day(one.born_on) or str(one.birth_year or ""),
        "age": "" if one.age is None else str(one.age),
        "nationality": one.nationality,
        "identity": wording.joined(*[_identity_paper(paper) for paper in papers], by="; "),
        "occupation": one.occupation,
        "present_address": one.address,
        "permanent_address": one.permanent_address,
        "phone": wording.joined(one.phone, one.mobile, one.email),
    }


def _identity_paper(paper: PartyPaper) -> str:
    issued = wording.joined(wording.day(paper.issued_on), paper.issued_at)
    return wording.joined(str(paper), issued)


def _in_brackets(text: str) -> str:
    return f"({text})" if text else ""


def _rows(values: Mapping[str, str], told: Captions) -> Rows:
    return [(told[key], value) for key, value in values.items() if value]


def _thing(one: FirProperty) -> dict[str, Any]:
    return {
        "class": one.get_property_class_display(),
        "involvement": one.get_involvement_display(),
        "description": one.description,
        "value": wording.rupees(one.value),
        "particulars": _translated(told_particulars(one.property_class, one.particulars)),
    }


def _translated(lines: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(gettext(label), gettext(value)) for label, value in lines]


def _closing(paper: FirPaper, told: Captions) -> dict[str, Any]:
    """Items 13 to 15, and who recorded the information."""
    case, fir = paper.case, paper.fir
    directed = wording.joined(fir.io_name, fir.io_rank, fir.io_number)
    return {
        "action": fir.action,
        "action_detail": wording.joined(directed, fir.action_detail),
        "read_over": fir.read_over,
        "copy": wording.joined(case.copy_given_to, wording.moment(case.copy_given_at)),
        "recorded_by": _rows({"woman_officer": fir.woman_officer}, told),
        "attestation": wording.joined(fir.get_attestation_display(), wording.moment(fir.signed_at)),
        "officer": [fir.officer_name, fir.officer_rank, fir.officer_number],
        "dispatch": wording.moment(case.dispatched_at),
        "dispatched_by": wording.joined(case.dispatched_by, case.court_name),
    }


def _sheets(paper: FirPaper) -> list[dict[str, Any]]:
    return [
        {
            "who": wording.joined(one.code, one.name or one.get_withheld_display(), by=" · "),
            "rows": [
                (gettext(label), gettext(value)) for label, value in told_features(one.features)
            ],
        }
        for one in paper.persons
        if one.role == PartyRole.ACCUSED and one.features
    ]
