"""`/verify`: check a printed or downloaded paper; no sign-in, no script needed, nothing kept.

The page tells no more than the paper itself: what kind it is, of which office, entered when.
"""

from __future__ import annotations

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cctns.documents import verify as checks
from cctns.documents.ledger import place_of_link, place_of_mark
from cctns.documents.verify import LARGEST, Answer
from cctns.journal.witnessed import Witnessed
from cctns.offices.naming import named
from cctns.web.fields import Line
from cctns.web.forms import Form
from cctns.web.parts import Row
from cctns.web.templatetags.cctns import moment

from . import limits

_A_MINUTE = 30
_ENVELOPE = 64 * 1024  # of a form around its file


class MarkForm(Form):
    mark = Line(
        label=gettext_lazy("Mark printed on the paper"),
        help_text=gettext_lazy("At the foot of each page, for example 98-1203/1/4710/4711/9f86d0…"),
        max_length=200,
        error_messages={"required": gettext_lazy("Enter the mark")},
    )


class FileForm(Form):
    file = forms.FileField(
        label=gettext_lazy("PDF file"),
        help_text=gettext_lazy("At most 10 MiB. It is checked and not kept."),
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
        error_messages={
            "required": gettext_lazy("Choose a file"),
            "empty": gettext_lazy("This file is empty"),
        },
    )


# A check changes nothing, so there is nothing to forge; and looking for a token would read an
# upload of any size before this page could refuse it.
@csrf_exempt
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: HttpRequest) -> HttpResponse:
    """Ask by file, by mark, or by a QR code's link (office, epoch, seq, size, root)."""
    if limits.spent(request, page="verify", a_minute=_A_MINUTE):
        return _show(request, refusal=_("Too many checks: wait a minute."), status=429)
    if request.method == "POST":
        return _by_file(request)
    if "mark" in request.GET:
        return _by_mark(request)
    if "office" in request.GET:
        return _by_link(request)
    return _show(request)


def _by_file(request: HttpRequest) -> HttpResponse:
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST + _ENVELOPE:
        return _show(request, refusal=_(checks.TOO_LARGE), status=413)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, file_form=form, status=400)
    return _show(request, answer=checks.verify_file(form.cleaned_data["file"].read()))


def _by_mark(request: HttpRequest) -> HttpResponse:
    form = MarkForm(request.GET)
    if not form.is_valid():
        return _show(request, mark_form=form, status=400)
    answer = checks.verify_mark(place_of_mark(form.cleaned_data["mark"]))
    return _show(request, answer=answer, mark_form=form)


def _by_link(request: HttpRequest) -> HttpResponse:
    """Without a root the entry is told to those who are signed in: a number is no paper."""
    place = place_of_link(request.GET.dict())
    if place and not place.root and not request.user.is_authenticated:
        place = None
    return _show(request, answer=checks.verify_mark(place))


def _show(
    request: HttpRequest,
    *,
    answer: Answer | None = None,
    refusal: str = "",
    mark_form: MarkForm | None = None,
    file_form: FileForm | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = {
        "answer": answer,
        "rows": _rows(answer) if answer else [],
        "refusal": refusal,
        "mark_form": mark_form or MarkForm(),
        "file_form": file_form or FileForm(),
    }
    return render(request, "audit/verify.html", shown, status=status)


def _rows(answer: Answer) -> list[Row]:
    if answer.office is None:
        return []
    place = ", ".join(named(one) for one in (answer.office, answer.office.district) if one)
    newer = _("The record has a newer version than this paper shows") if answer.newer else ""
    told = (
        (_("Record"), answer.kind),
        (_("Office"), place),
        (_("Entered in the journal"), moment(answer.recorded_at)),
        (_("Kept by another node"), _seen(answer.seen) if answer.seen else ""),
        (_("Note"), newer),
    )
    return [Row(name, value) for name, value in told if value]


def _seen(seen: Witnessed) -> str:
    """Between which moments, by that node's clock: earlier or later nobody can have added it."""
    told = {"node": seen.node, "before": moment(seen.before), "after": moment(seen.after)}
    if seen.after is None:
        return _("%(node)s, at the latest %(before)s") % told
    return _("%(node)s, at the latest %(before)s; not yet at %(after)s") % told
