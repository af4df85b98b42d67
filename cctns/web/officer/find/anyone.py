"""One box for whatever an officer has: a name in any script, a number, a section, plain words."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cctns.cases.queries.anyone import Answer, ask
from cctns.cases.telling import SEXES
from cctns.offices.models import Office
from cctns.search.box import Reading, Understood
from cctns.search.looking import PurposeWanted
from cctns.search.queries import PAGE, People
from cctns.web.paging import with_query
from cctns.web.parts import Link
from cctns.web.postings import acts_of, posting_of

from . import fresh, rows
from .asking import BoxForm
from .words import READ_AS, SEARCH_AS


@require_safe
def anyone(request: HttpRequest) -> HttpResponse:
    """Without words: the box alone. Beyond one's own jurisdiction only with a purpose."""
    form = BoxForm(request.GET or None)
    answer = _answer(request, form) if form.is_bound and form.is_valid() else None
    states = fresh.states()
    told: dict[str, Any] = {
        "form": form,
        "answer": answer,
        "states": states,
        "answered": fresh.sentence(states),
    }
    if answer:
        told |= _shown(request, form, answer)
    return render(request, "officer/find/anyone.html", told, status=400 if form.errors else 200)


def _answer(request: HttpRequest, form: BoxForm) -> Answer | None:
    if not form.cleaned_data["q"]:
        return None
    try:
        question = form.question(request.GET.get("after", ""))
        return ask(by=posting_of(request), question=question)
    except PurposeWanted:
        form.purpose_wanted()
    except ValueError:
        form.add_error(None, _("This page of the list cannot be found: search again"))
    return None


def _shown(request: HttpRequest, form: BoxForm, answer: Answer) -> dict[str, Any]:
    may_open = "case.view" in acts_of(request)
    table = rows.table_of(answer, form.look, may_open=may_open, offices=offices_of(answer))
    return {
        "read": list(read_as(answer.understood)),
        "otherwise": [
            Link(str(SEARCH_AS[one]), with_query(request, reading=str(one), after=None))
            for one in answer.otherwise
        ],
        "table": table,
        "later": with_query(request, after=answer.more) if answer.more else "",
        "first": with_query(request, after=None) if request.GET.get("after") else "",
        "save": f"{reverse('find_saved')}?{urlencode({'query': request.GET.urlencode()})}",
        "advice": answer.understood.reading,
        "too_common": bool(answer.people and is_crowd(answer.people)),
    }


def is_crowd(found: People) -> bool:
    """Whether more answer as well as the best than a page holds, and more should be told."""
    return found.advice == "too_common" or found.equals > PAGE


def offices_of(answer: Answer) -> dict[Any, Office]:
    """Of every hit; the directory of offices is open."""
    hits: list[Any] = [
        *(one.mention for one in (answer.people.hits if answer.people else [])),
        *(answer.things.hits if answer.things else []),
        *(answer.texts.hits if answer.texts else []),
    ]
    found = Office.objects.select_related("state", "district")
    return dict(found.in_bulk({one.office_id for one in hits}))


def read_as(read: Understood) -> list[tuple[str, str]]:
    """How the box read the words, part by part, so that a wrong reading is seen."""
    told = [(str(READ_AS[read.reading]), f"{read.act} {read.value}".strip())]
    if read.reading == Reading.PERSON:
        age = f"{read.age - read.within}–{read.age + read.within}" if read.age else ""
        more = (
            (_("Age"), age),
            (_("Year of birth"), str(read.born or "")),
            (_("Sex"), str(SEXES.get(read.sex, ""))),
            (_("Telephone"), read.phone),
            (_("Place"), read.place),
        )
        told += [(name, value) for name, value in more if value]
    return told
