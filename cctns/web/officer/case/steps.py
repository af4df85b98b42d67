"""What the law asks for after registration, each a small form that is confirmed by its button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cctns.cases import actions
from cctns.offices import access
from cctns.offices.models import Officer
from cctns.web.act import Words, act_page
from cctns.web.forms import Form
from cctns.web.parts import Row
from cctns.web.templatetags.cctns import ranked

from ..fir.fields import Text
from ..fir.forms.base import options, tick
from .investigators import investigators
from .page import File, open_file


class CopyForm(Form):
    to = Text(label=gettext_lazy("Who received the copy?"))


class DispatchForm(Form):
    court_name = Text(label=gettext_lazy("To which court?"))
    delay = Text(
        label=gettext_lazy("Reason for the delay"),
        longest=500,
        rows=2,
        help_text=gettext_lazy("Asked for when 24 hours have passed since registration"),
    )


class OfficerForm(Form):
    officer = options(
        gettext_lazy("Investigating officer"),
        [],
        required=True,
        error_messages={"required": gettext_lazy("Choose the officer")},
    )

    def __init__(self, *args: Any, file: File, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.here = {one.username: one for one in investigators(file.by, file.case.office)}
        names = [(name, f"{ranked(one)} ({name})") for name, one in self.here.items()]
        self.fields["officer"].choices = [("", "—"), *names]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Officer:
        return self.here[self.cleaned_data["officer"]]


class SensitiveForm(Form):
    sensitive = tick(gettext_lazy("Sensitive: keep this FIR off public pages"))
    reason = Text(label=gettext_lazy("Reason"), longest=500, rows=3)


def step(
    request: HttpRequest,
    case: UUID | File,
    *,
    wanted: str,
    form: Callable[[File], Form],
    words: Words,
    act: Callable[[File, Any], Any],
) -> HttpResponse:
    """One step on one case: refused to whoever may not do it, before the form is shown.

    `case` is the id of its FIR, or its file when the page has opened it already.
    """
    file = case if isinstance(case, File) else open_file(request, case, whole=False)
    if wanted not in file.acts:
        access.require(file.by, wanted, file.case.office)  # refuses, and the refusal is kept
    back, filled = reverse("case", args=[file.case.fir_id]), form(file)
    return act_page(
        request,
        form=filled,
        words=words,
        back=back,
        act=lambda _cleaned: act(file, filled),
        then=back,
        rows=[Row(_("FIR"), file.title), *(Row("", line) for line in file.details[:1])],
    )


def posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


@require_http_methods(["GET", "POST"])
def copy(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    return step(
        request,
        fir_id,
        wanted="fir.copy",
        form=lambda _file: CopyForm(posted(request)),
        words=Words(
            title=_("Give the free copy"),
            intro=_("To the informant or the victim, forthwith and free of cost (BNSS 173(2))."),
            button=_("The copy was given"),
            told=_("The free copy is recorded"),
        ),
        act=lambda file, form: actions.give_free_copy(
            by=file.by, case=file.case, to=form.cleaned_data["to"]
        ),
    )


@require_http_methods(["GET", "POST"])
def dispatch(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    return step(
        request,
        fir_id,
        wanted="fir.dispatch",
        form=lambda _file: DispatchForm(posted(request)),
        words=Words(
            title=_("Send the FIR to court"),
            intro=_(
                "To the Magistrate, forthwith (BNSS 176(1)). The General Diary is told, with "
                "your name and this moment."
            ),
            button=_("It was sent"),
            told=_("The dispatch is recorded"),
        ),
        act=lambda file, form: actions.dispatch_to_court(
            by=file.by,
            case=file.case,
            court_name=form.cleaned_data["court_name"],
            delay=form.cleaned_data["delay"],
        ),
    )


@require_http_methods(["GET", "POST"])
def officer(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    return step(
        request,
        fir_id,
        wanted="case.assign_io",
        form=lambda file: OfficerForm(posted(request), file=file),
        words=Words(
            title=_("Name the investigating officer"),
            button=_("Name this officer"),
            told=_("The investigating officer is named"),
        ),
        act=lambda file, form: actions.assign_investigating_officer(
            by=file.by, case=file.case, officer=form.chosen
        ),
    )


@require_http_methods(["GET", "POST"])
def sensitive(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    return step(
        request,
        fir_id,
        wanted="fir.mark_sensitive",
        form=lambda file: SensitiveForm(posted(request), initial={"sensitive": file.sensitive}),
        words=Words(
            title=_("Decide whether this FIR is sensitive"),
            intro=_(
                "A sensitive FIR stays off public pages. The decision and its reason go into your "
                "own office's journal (Youth Bar Association (2016) 9 SCC 473)."
            ),
            button=_("Record the decision"),
            told=_("The decision is recorded"),
        ),
        act=lambda file, form: actions.mark_sensitive(
            by=file.by,
            case=file.case,
            sensitive=form.cleaned_data["sensitive"],
            reason=form.cleaned_data["reason"],
        ),
    )
