"""Numbers that are missing, and what was entered from paper later."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cctns.analytics.gaps import Gap, Late, gaps
from cctns.offices.naming import named
from cctns.registers import book as books
from cctns.web.parts import Link
from cctns.web.postings import acts_of, posting_of

from .pages import office_at


@require_safe
def page(request: HttpRequest, office_id: UUID) -> HttpResponse:
    office, by = office_at(office_id), posting_of(request)
    found = gaps(by=by, office=office)
    told = {
        "office": office,
        "found": found,
        "heads": [
            _("Register"),
            _("Police station"),
            _("Year or day"),
            _("Numbers"),
            _("How many"),
        ],
        "paper": [_gap(one) for one in found.paper],
        "serials": [_gap(one) for one in found.serials],
        "late_heads": [
            *(_("Number"), _("Register"), _("Police station")),
            *(_("Number on paper"), _("How late")),
        ],
        "late": [_late(one) for one in found.late],
        "may_enter": "register.enter" in acts_of(request) and office.pk == by.office_id,
    }
    return render(request, "officer/figures/gaps.html", told)


def _gap(one: Gap) -> tuple[object, ...]:
    numbers = str(one.first) if one.first == one.last else f"{one.first} – {one.last}"
    return (_register(one.register), named(one.office), one.period, numbers, one.count)


def _late(one: Late) -> tuple[object, ...]:
    late = ngettext("%(days)s day", "%(days)s days", one.days) % {"days": one.days}
    address = reverse("book_entry", args=[one.register, one.id])
    number = Link(one.number, address, _register(one.register))
    return (number, _register(one.register), named(one.office), one.paper, late)


def _register(name: str) -> str:
    """The register's own title; FIRs, diary and complaints are none of the described ones."""
    words = {"gd": _("General Diary"), "complaint": _("Complaints"), "zero": _("Zero FIR")}
    if name in (*words, "fir"):
        return words.get(name, _("FIR"))
    return _(books.named(name).title)
