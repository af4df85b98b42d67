"""Known already? Shown once, when a person of an FIR is written down; nobody has to answer it."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cctns.cases.answers import Person
from cctns.offices.models import Office
from cctns.search.codes import Scope
from cctns.search.looking import Look

from ..find.rows import person_row
from .lists import open_shelf, title
from .on_record import on_record


@require_safe
def known(request: HttpRequest, draft_id: UUID, slug: str, place: int) -> HttpResponse:
    """Who is on record within reach and may be this person, with the reasons."""
    shelf = open_shelf(request, draft_id, slug)
    person, onward = shelf.at(place), reverse("fir_list", args=[draft_id, slug])
    if not isinstance(person, Person):
        return redirect(onward)
    found = on_record(shelf.desk.by, person)
    if not found:
        return redirect(onward)
    own = shelf.desk.by.office  # most of them, and known already
    others = {one.mention.office_id for one in found} - {own.pk}
    offices = {own.pk: own, **Office.objects.select_related("state").in_bulk(others)}
    page = {
        "page": shelf.page,
        "desk": shelf.desk,
        "name": title(person),
        "heads": [_("Name"), _("Told of them"), _("Mentioned as"), _("Case or entry"), _("Why")],
        "rows": [person_row(one, Look(), offices) for one in found],
        "everywhere": _everywhere(person),
        "onward": onward,
    }
    return render(request, "officer/fir/known.html", page)


def _everywhere(person: Person) -> str:
    """The search of all stations, which asks what it is for."""
    told = f"{person.name} s/o {person.relative_name}" if person.relative_name else person.name
    return f"{reverse('find_anyone')}?{urlencode({'q': told, 'scope': str(Scope.NATION)})}"
