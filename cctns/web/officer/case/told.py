"""What an FIR tells, as rows of a page: facts, persons as far as the law shows them, property."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from cctns.cases.annexures import told_particulars
from cctns.cases.legacy import quality
from cctns.cases.models import Fir, FirProperty, Party
from cctns.people.features import told_features
from cctns.web.parts import Row
from cctns.web.templatetags.cases import rupees
from cctns.web.templatetags.cctns import day, moment


def kept(*pairs: tuple[str, Any]) -> list[Row]:
    """Rows of those pairs that hold something."""
    return [Row(name, value) for name, value in pairs if value not in (None, "")]


def facts(fir: Fir) -> list[Row]:
    """Items 1, 3 to 5, 8, 11 and 13 of the form."""
    return kept(
        (_("Kind"), fir.get_kind_display()),
        (_("Registered"), moment(fir.registered_at)),
        (_("General Diary entry"), str(fir.gd_entry) if fir.gd_entry else ""),
        (_("Information received"), moment(fir.received_at)),
        (_("Type of information"), fir.get_information_display()),
        (_("Happened"), _when(fir)),
        (_("Place"), _place(fir)),
        (_("From the station"), _distance(fir)),
        (_("Outside this station's limits"), _outside(fir)),
        (_("Reason for late reporting"), _joined(fir.get_delay_code_display(), fir.delay_reason)),
        (_("Inquest"), fir.inquest_reference),
        (_("Court's order"), fir.court_order),
        (_("Woman officer"), fir.woman_officer),
        (_("Action taken"), _joined(fir.get_action_display(), fir.action_detail)),
        (_("Registered by"), _joined(fir.officer_name, fir.officer_rank, fir.officer_number)),
        (_("Number in the old record"), fir.legacy_number),
        (_("Old record from"), fir.legacy_source),
        (_("What the old record lacks"), _lacks(fir)),
    )


def _lacks(fir: Fir) -> str:
    """Why its quality is below 100, a sentence a line."""
    found = (fir.legacy_row or {}).get("lacks", ())
    return "\n".join(_(quality.SENTENCES[quality.Lack(one)]) for one in found)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _when(fir: Fir) -> str:
    if not fir.time_known:
        return _("Time not known")
    start, end = moment(fir.occurred_from), moment(fir.occurred_to)
    if fir.occurred_prior_to:
        return _("Before %(at)s") % {"at": start or end}
    return f"{start} – {end}" if start and end else start or end


def _place(fir: Fir) -> str:
    return "\n".join(one for one in (fir.place, fir.address) if one)


def _distance(fir: Fir) -> str:
    far = _("%(km)s km") % {"km": fir.distance_km} if fir.distance_km is not None else ""
    return _joined(far, fir.get_direction_display(), fir.beat)


def _outside(fir: Fir) -> str:
    return _joined(fir.outside_station, fir.outside_district, fir.outside_state)


def person(party: Party) -> list[Row]:
    """One person as far as it is shown: a hidden one says why and nothing more."""
    if party.withheld and not party.name:
        return [Row(_("Name"), party.get_withheld_display())]
    return kept(
        (_("Name"), party.name or _("Not known")),
        (_("Other name"), party.alias),
        (party.get_relation_display() or _("Relative"), party.relative_name),
        (_("Known"), party.get_knowledge_display()),
        (_("How many"), party.unknown_count),
        (_("Sex"), party.get_sex_display()),
        (_("Born or age"), _age(party)),
        (_("Nationality"), party.nationality),
        (_("Occupation"), party.occupation),
        (_("Telephone"), _joined(party.phone, party.mobile)),
        (_("E-mail"), party.email),
        (_("Address"), party.address),
        (_("Permanent address"), party.permanent_address),
        (_("Also the victim"), _("Yes") if party.also_victim else ""),
        (_("Child in conflict with law"), _("Yes") if party.child_in_conflict else ""),
        *_translated(told_features(party.features)),
    )


def _age(party: Party) -> str:
    if isinstance(party.born_on, date):
        return day(party.born_on)
    return str(party.birth_year or "") or (str(party.age) if party.age is not None else "")


def thing(one: FirProperty) -> list[Row]:
    return kept(
        (_("Description"), one.description),
        (_("Involved as"), one.get_involvement_display()),
        (_("Value"), rupees(one.value)),
        *_translated(told_particulars(one.property_class, one.particulars)),
    )


def _translated(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield from ((_(label), _(value)) for label, value in pairs)
