"""Known already? Shown once, when a person of an FIR is written down; nobody has to answer it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cctns.cases.answers import Person

from .. import known as on_record
from .lists import open_shelf


@require_safe
def known(request: HttpRequest, draft_id: UUID, slug: str, place: int) -> HttpResponse:
    """Who is on record within reach and may be this person, with the reasons."""
    shelf = open_shelf(request, draft_id, slug)
    person, onward = shelf.at(place), reverse("fir_list", args=[draft_id, slug])
    if not isinstance(person, Person):
        return redirect(onward)
    found = on_record.known(request, person)
    if found is None:
        messages.info(request, _("Nobody like this person is on record within your reach"))
        return redirect(onward)
    page = {"page": shelf.page, "desk": shelf.desk, "known": found, "onward": onward}
    return render(request, "officer/fir/known.html", page)
