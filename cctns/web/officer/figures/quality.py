"""What records lack, and how complete the forms of officers and stations are."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cctns.analytics import words
from cctns.analytics.cuts import Cut
from cctns.analytics.quality import Lack, Score, quality
from cctns.analytics.sheets import percent
from cctns.offices.models import Office
from cctns.offices.naming import named
from cctns.registers import book as books
from cctns.web.parts import Link
from cctns.web.postings import posting_of
from cctns.web.templatetags.cctns import ranked

from .pages import linked, office_at


@require_safe
def page(request: HttpRequest, office_id: UUID) -> HttpResponse:
    office = office_at(office_id)
    found = quality(by=posting_of(request), office=office)
    score_heads = [_("Entries"), _("Answered"), _("Open fields"), _("Completeness, %")]
    told = {
        "office": office,
        "lack_heads": [_("What is missing"), _("How often"), _("Of")],
        "lacks": [_lack(office, one) for one in found.lacks],
        "tables": [
            (title, [head, *score_heads], [[name, *_cells(score)] for name, score in rows])
            for title, head, rows in (
                (
                    _("Completeness by form"),
                    _("Form"),
                    [(_form(name), one) for name, one in found.by_form.items()],
                ),
                (
                    _("Completeness by office"),
                    _("Office"),
                    [(named(office), one) for office, one in found.by_part],
                ),
                (
                    _("Completeness by officer, the lowest first"),
                    _("Officer"),
                    [
                        (ranked(one) or _("No officer named"), score)
                        for one, score in found.by_officer
                    ],
                ),
            )
        ],
    }
    return render(request, "officer/figures/quality.html", told)


def _cells(score: Score) -> list[object]:
    share = percent(score.filled, score.fields)
    return [score.entries, score.filled, score.fields, share]


def _form(name: str) -> str:
    return _("First Information Report") if name == "fir" else _(books.named(name).one)


def _lack(office: Office, one: Lack) -> tuple[object, ...]:
    if isinstance(one.cut, Cut):
        title = _(words.LACKS[one.name])
        return title, linked(office, one.cut, one.count, title), one.of
    title = _(words.EVENTS[one.name])
    address = reverse("figures_events", args=[office.pk, one.name])
    count = Link(str(one.count), f"{address}?{one.cut.query}", title) if one.count else 0
    return title, count, one.of
