"""Hits as rows of a table: who or what, where, how it stands, and why it was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from cctns.cases.models import Fir
from cctns.cases.queries.anyone import Answer
from cctns.cases.telling import Table, label_of, name_of, place_of, told_of
from cctns.offices.models import Office
from cctns.offices.naming import named
from cctns.search.box import Reading
from cctns.search.codes import Scope, ThingKind, ThingRole
from cctns.search.finding import TextHit, ThingHit
from cctns.search.looking import Look
from cctns.search.people import Hit
from cctns.web.parts import Link
from cctns.web.templatetags.cctns import moment

from ..case.page import section_text
from .words import why


def table_of(
    answer: Answer, look: Look, *, may_open: bool, offices: Mapping[Any, Office]
) -> Table | None:
    """The table of whichever reading has an answer; None for words that lead nowhere."""
    opened = _opener(may_open)
    if answer.people is not None:
        heads = [_("Name"), _("Told of them"), _("Mentioned as"), _("Case or entry"), _("Why")]
        told = [person_row(one, look, offices) for one in answer.people.hits]
        return Table(_("Persons, the best match first"), heads, told)
    if answer.things is not None:
        heads = [_("Number"), _("What it is"), _("How"), _("Case or entry"), _("Told on")]
        things = [thing_row(one, offices) for one in answer.things.hits]
        return Table(_("Things, newest first"), heads, things)
    heads = [_("Number"), _("Registered"), _("Station"), _("Sections"), _("Why")]
    if answer.texts is not None:
        rows = [_text_row(one, answer.sections, offices, opened) for one in answer.texts.hits]
        return Table(_("FIRs, newest first"), heads, rows)
    if answer.firs is not None:
        by = _("section") if answer.understood.reading == Reading.SECTION else _("number")
        rows = [_fir_row(one, opened, by) for one in answer.firs.firs]
        return Table(_("FIRs, newest first"), heads, rows)
    return None


def person_row(hit: Hit, look: Look, offices: Mapping[Any, Office]) -> list[Any]:
    mention = hit.mention
    return [
        Link(name_of(mention), sheet_address(mention.id, look)),
        told_of(mention),
        label_of(mention.role, mention.standing),
        place_of(mention, offices),
        "\n".join(why(one) for one in hit.reasons),
    ]


def sheet_address(mention: UUID, look: Look) -> str:
    """With the purpose of the search that led there: a person is opened for the same."""
    address = reverse("find_person", args=[mention])
    if look.scope != Scope.NATION:
        return address
    told = {"scope": str(look.scope), "reason": look.purpose.reason}
    return f"{address}?{urlencode({**told, 'reference': look.purpose.reference})}"


def thing_row(hit: ThingHit, offices: Mapping[Any, Office]) -> list[Any]:
    office = offices.get(hit.office_id)
    return [
        hit.shown,
        f"{dict(ThingKind.choices).get(hit.kind, hit.kind)}\n{hit.what}",
        str(dict(ThingRole.choices).get(hit.role, hit.role)),
        "\n".join(
            one for one in (hit.number, named(office), named(office and office.state)) if one
        ),
        moment(hit.told_at),
    ]


Opener = Callable[[UUID, str], Any]


def _opener(may_open: bool) -> Opener:
    def opened(fir: UUID, number: str) -> Any:
        return Link(number, reverse("case", args=[fir])) if may_open else number

    return opened


def _fir_row(fir: Fir, opened: Opener, by: str) -> list[Any]:
    sections = ", ".join(section_text(one) for one in fir.sections.all())
    return [opened(fir.pk, fir.number), moment(fir.registered_at), named(fir.office), sections, by]


def _text_row(
    hit: TextHit, firs: Mapping[UUID, Fir], offices: Mapping[Any, Office], opened: Opener
) -> list[Any]:
    fir, by = firs.get(hit.id), _("every word stands in the account")
    if fir is not None:
        return _fir_row(fir, opened, by)
    office = offices.get(hit.office_id)
    return [hit.number, moment(hit.told_at), named(office), "", by]
