"""Who looked at one's records and why; the sample of look-ups that a supervisor reviews."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cctns.offices.naming import named
from cctns.search import watching
from cctns.search.codes import Reason
from cctns.search.tables import Lookup
from cctns.web.forms import Form
from cctns.web.paging import as_uuid, with_query
from cctns.web.parts import Row
from cctns.web.postings import posting_of
from cctns.web.templatetags.cctns import moment

from ..fir.fields import Text
from ..fir.forms.base import radios


@require_safe
def looked(request: HttpRequest) -> HttpResponse:
    """What others were shown of the records of one's own offices."""
    after = as_uuid(request.GET.get("after", ""))
    found = watching.who_looked(by=posting_of(request), after=after)
    more = found[-1].id if len(found) == watching.PAGE else None
    told = {
        "heads": [
            gettext("Time"),
            gettext("Officer"),
            gettext("Office"),
            gettext("Record"),
            gettext("What for"),
        ],
        "rows": [
            (moment(one.made_at), one.officer_name, one.at_office, one.number, purpose(one.purpose))
            for one in found
        ],
        "later": with_query(request, after=more) if more else "",
        "first": with_query(request, after=None) if after else "",
    }
    return render(request, "officer/find/looked.html", told)


def purpose(told: str) -> str:
    """ "court: CC 12/2026" in the page's language."""
    code, _colon, words = told.partition(": ")
    return f"{dict(Reason.choices).get(code, code)}: {words}"


class ReviewForm(Form):
    in_order = radios(
        _("Was this look-up in order?"),
        [("yes", _("In order")), ("no", _("Not in order"))],
        required=True,
    )
    remarks = Text(label=_("Remarks"), longest=500)


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest) -> HttpResponse:
    """The oldest look-up of the sample, and one question about it."""
    by = posting_of(request)
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        lookup = as_uuid(request.POST.get("lookup", ""))
        told, done = form.cleaned_data, None
        if lookup:
            done = form.attempt(
                lambda: _review(request, lookup, told["in_order"] == "yes", told["remarks"])
            )
        if done:
            messages.success(request, gettext("The review is entered"))
            return redirect("find_review")
    waiting = watching.sample(by=by)
    first = waiting[0] if waiting else None
    shown = {
        "form": form,
        "lookup": first,
        "rows": list(_rows(first)) if first else [],
        "waiting": len(waiting),
    }
    return render(request, "officer/find/review.html", shown, status=400 if form.errors else 200)


def _review(request: HttpRequest, lookup: UUID, in_order: bool, remarks: str) -> object:
    try:
        return watching.review(
            by=posting_of(request), lookup_id=lookup, in_order=in_order, remarks=remarks
        )
    except Lookup.DoesNotExist:
        raise Http404 from None


def _rows(lookup: Lookup) -> Iterator[Row]:
    yield Row(gettext("Time"), moment(lookup.made_at))
    yield Row(gettext("Officer"), lookup.officer_name)
    yield Row(gettext("Office"), named(lookup.office))
    yield Row(gettext("What for"), f"{lookup.get_reason_display()}: {lookup.reference}")
    asked = "; ".join(f"{value}" for value in lookup.asked.values() if value)
    yield Row(gettext("Asked"), asked)
    numbers = ", ".join(one.number for one in lookup.shown.all())
    yield Row(gettext("Shown"), numbers or gettext("Nothing was found"))
