"""A mention and a person's history in words, for pages and papers, in the language now spoken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cctns.lib.clock import IST
from cctns.offices.models import Office
from cctns.offices.naming import named
from cctns.people.codes import Relation, Sex
from cctns.search.codes import CLEARED, Closed, Role, Standing
from cctns.search.mentions import MentionRow
from cctns.search.sheet import Sheet

SEXES = dict(Sex.choices)
CUSTODY = {
    "arrest": gettext_lazy("Arrested"),
    "released": gettext_lazy("Released"),
    "remand_police": gettext_lazy("Police custody"),
    "remand_judicial": gettext_lazy("Judicial custody"),
    "remand_home": gettext_lazy("Observation home"),
    "bail_police": gettext_lazy("Bail by the police"),
    "bail_regular": gettext_lazy("Bail by the court"),
    "bail_anticipatory": gettext_lazy("Anticipatory bail"),
    "bail_default": gettext_lazy("Bail in default of a report"),
    "bail_interim": gettext_lazy("Interim bail"),
    "bail_undertrial": gettext_lazy("Bail of an undertrial"),
}


@dataclass(frozen=True)
class Table:
    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Any]]


def name_of(mention: MentionRow) -> str:
    alias = f" @ {mention.alias}" if mention.alias and mention.name else ""
    return f"{mention.name or mention.alias}{alias}"


def told_of(hit: MentionRow) -> str:
    relative = ""
    if hit.relative_name:
        relation = dict(Relation.choices).get(hit.relation, _("Relative"))
        relative = f"{relation}: {hit.relative_name}"
    years = sorted({one for one in (hit.birth_from, hit.birth_to) if one})
    born = _("born %(years)s") % {"years": "–".join(map(str, years))} if years else ""
    sex = str(SEXES.get(hit.sex, "")) if hit.sex != Sex.UNKNOWN else ""
    place = ", ".join(one for one in (hit.place, hit.district) if one)
    return "\n".join(
        one for one in (relative, ", ".join(x for x in (sex, born) if x), place) if one
    )


def label_of(role: str, standing: str) -> str:
    """Who was acquitted is nowhere called an accused (Deccan Chronicle, January 2018)."""
    known = dict(Standing.choices)
    if standing in CLEARED:
        return str(known[standing])
    label = str(dict(Role.choices).get(role, role))
    return f"{label}: {known[standing]}" if standing in known else label


def closed_label(closed: str) -> str:
    return str(dict(Closed.choices).get(closed, "")) if closed else ""


def place_of(hit: MentionRow, offices: Mapping[Any, Office]) -> str:
    office = offices.get(hit.office_id)
    where = ", ".join(named(one) for one in (office, office.state) if one) if office else ""
    return "\n".join(one for one in (hit.number, where, closed_label(hit.closed)) if one)


def tables(sheet: Sheet, offices: Mapping[Any, Office]) -> list[Table]:
    """Cases and entries, custody, biometrics, names and addresses with sources, associates."""
    made = (
        Table(_("Cases and entries"), _case_heads(), list(_cases(sheet, offices))),
        Table(_("Custody"), [_("Day"), _("What"), _("Case"), _("More")], list(_custody(sheet))),
        Table(
            _("Biometrics held"),
            [_("Case"), _("Fingerprints"), _("Photograph")],
            list(_held(sheet)),
        ),
        Table(
            _("Names and addresses, with their source"),
            [_("Name"), _("Told of them"), _("Address"), _("Source")],
            list(_known(sheet)),
        ),
        Table(
            _("Accused in the same cases"),
            [_("Name"), _("Told of them"), _("Mentioned as"), _("Case or entry")],
            [_associate(one, offices) for one in sheet.associates],
        ),
    )
    return [one for one in made if one.rows]


def _case_heads() -> list[str]:
    return [
        _("Case or entry"),
        _("Registered"),
        _("Sections"),
        _("Mentioned as"),
        _("How it ended"),
    ]


def _cases(sheet: Sheet, offices: Mapping[Any, Office]) -> Iterator[list[str]]:
    for one in sheet.lines:
        mention, deed = one.mention, one.deed
        yield [
            place_of(mention, offices),
            _day(deed.registered_at if deed else mention.told_at),
            deed.sections if deed else "",
            label_of(mention.role, mention.standing),
            deed.ends if deed else "",
        ]


def _custody(sheet: Sheet) -> Iterator[list[str]]:
    for one in sheet.lines:
        for when, code, words in one.deed.custody if one.deed else ():
            yield [
                _day(date.fromisoformat(when)),
                str(CUSTODY.get(code, code)),
                one.mention.number,
                _day(date.fromisoformat(words)) if code.startswith("remand_") and words else words,
            ]


def _held(sheet: Sheet) -> Iterator[list[str]]:
    for one in sheet.lines:
        if one.deed and one.deed.held:
            held = one.deed.held
            yield [one.mention.number, held.get("prints", ""), held.get("photo", "")]


def _known(sheet: Sheet) -> Iterator[list[str]]:
    """Each way in which the person was told, once, with the record that told it."""
    seen = set()
    for one in sheet.lines:
        mention, deed = one.mention, one.deed
        address = deed.address if deed and deed.address else mention.place
        more = deed.permanent_address if deed else ""
        told = (name_of(mention), told_of(mention), "\n".join(x for x in (address, more) if x))
        if told not in seen:
            seen.add(told)
            yield [*told, f"{mention.number}, {_day(mention.told_at)}"]


def _associate(mention: MentionRow, offices: Mapping[Any, Office]) -> list[str]:
    label = label_of(mention.role, mention.standing)
    return [name_of(mention), told_of(mention), label, place_of(mention, offices)]


def _day(value: date | datetime | None) -> str:
    local = value.astimezone(IST) if isinstance(value, datetime) else value
    return date_format(local, "j M Y") if local else ""
