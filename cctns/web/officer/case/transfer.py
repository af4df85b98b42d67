"""A case on its way: sent to the station that has jurisdiction, answered there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cctns.cases import actions, queries
from cctns.cases.codes import FirKind, TransferGround
from cctns.cases.models import TransferAnswer, ZeroTransfer
from cctns.offices import access
from cctns.offices.models import Office, Posting
from cctns.offices.naming import named
from cctns.offices.queries import office_by_code
from cctns.registers import book
from cctns.web.act import Words, act_page
from cctns.web.forms import Form
from cctns.web.parts import Row
from cctns.web.postings import posting_of
from cctns.web.templatetags.cctns import moment, ranked

from ..fir.fields import Text
from ..fir.forms.base import options, radios
from .investigators import investigators
from .page import File, open_file
from .steps import posted, step
from .told import kept


class SendForm(Form):
    to_office = Text(label=gettext_lazy("Code of the station that has jurisdiction"), required=True)

    def __init__(self, *args: Any, by: Posting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.office: Office | None = None

    def clean_to_office(self) -> str:
        code: str = self.cleaned_data["to_office"]
        self.office = office_by_code(by=self.by, code=code)
        if self.office is None:
            raise ValidationError(_("No office of this State has this code"))
        return code


class SendCaseForm(SendForm):
    """A case under investigation goes for a reason; court and senior officer give an order."""

    ground = radios(gettext_lazy("Why does it go?"), [*TransferGround.choices], required=True)
    reason = Text(label=gettext_lazy("Reason"), longest=500, rows=2)
    order_reference = Text(
        label=gettext_lazy("Number and date of the order, if there is one"), longest=200
    )


class AnswerForm(Form):
    answer = radios(
        gettext_lazy("What is done with it?"),
        [
            ("receive", gettext_lazy("Registered here under our own number")),
            ("return", gettext_lazy("Returned: another station has jurisdiction")),
        ],
        required=True,
    )
    investigating_officer = options(gettext_lazy("Investigating officer, if registered"), [])
    reason = Text(label=gettext_lazy("Reason, if returned"), longest=500, rows=2)

    def __init__(self, *args: Any, by: Posting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [
            (one.username, f"{ranked(one)} ({one.username})")
            for one in investigators(by, by.office)
        ]
        self.fields["investigating_officer"].choices = [("", "—"), *names]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("answer") == "receive" and not cleaned.get("investigating_officer"):
            self.add_error("investigating_officer", _("Choose the investigating officer"))
        return cleaned


@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    file = open_file(request, fir_id, whole=False)
    if file.case.fir.kind != FirKind.ZERO:
        return _send_case(request, file)
    return step(
        request,
        file,
        wanted="case.propose_transfer",
        form=lambda file: SendForm(posted(request), by=file.by),
        words=Words(
            title=_("Send the Zero FIR on"),
            intro=_("The whole FIR goes to that station, which registers it or returns it."),
            button=_("Send it"),
            told=_("The Zero FIR was sent"),
        ),
        act=lambda file, form: actions.send_case(by=file.by, case=file.case, to=form.office),
    )


def _send_case(request: HttpRequest, file: File) -> HttpResponse:
    return step(
        request,
        file,
        wanted="case.propose_transfer",
        form=lambda file: SendCaseForm(posted(request), by=file.by),
        words=Words(
            title=_("Transfer the case to another station"),
            intro=_(
                "A copy of the FIR and the list of the forms go to that station, which registers "
                "it under its own number or returns it. Until then nothing is written in the case."
            ),
            button=_("Send it"),
            told=_("The case was sent"),
        ),
        act=lambda file, form: actions.send_case(
            by=file.by,
            case=file.case,
            to=form.office,
            ground=form.cleaned_data["ground"],
            reason=form.cleaned_data["reason"],
            order_reference=form.cleaned_data["order_reference"],
        ),
    )


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, transfer_id: UUID) -> HttpResponse:
    """One case sent to this station: register it under our own number, or return it."""
    by = posting_of(request)
    transfer = _open(by, transfer_id)
    access.require(by, "fir.register", by.office)
    form = AnswerForm(posted(request), by=by)
    return act_page(
        request,
        form=form,
        words=Words(
            title=_("Answer the transfer: %(kind)s %(number)s")
            % {"kind": transfer.kind_told, "number": transfer.number},
            button=_("Record the answer"),
            told=_("The answer is recorded"),
        ),
        back=reverse("home"),
        act=lambda told: _answered(by, transfer, told),
        then=_leads_to,
        rows=[
            Row(_("From"), named(transfer.office)),
            Row(_("Sent"), f"{moment(transfer.sent_at)}, {transfer.officer_name}"),
            *_why(transfer),
            Row(_("What the informant told"), transfer.contents.get("narrative", "")),
        ],
    )


def _why(transfer: ZeroTransfer) -> list[Row]:
    """What the station says that sends a case under investigation, and what goes along."""
    if transfer.is_zero:
        return []
    forms = [f"{_(book.named(one['book']).one)} {one['number']}" for one in transfer.forms]
    accused = [f"{one['code']} {one['name']}" for one in transfer.accused]
    return kept(
        (_("Why it goes"), transfer.get_ground_display()),
        (_("Reason"), transfer.reason),
        (_("Number and date of the order"), transfer.order_reference),
        (_("Accused"), "\n".join(accused)),
        (_("Forms of the case"), "\n".join(forms)),
    )


def _open(by: Posting, transfer_id: UUID) -> ZeroTransfer:
    try:
        return queries.transfer_for(by=by, transfer_id=transfer_id)
    except ZeroTransfer.DoesNotExist:
        raise Http404 from None


def _answered(by: Posting, transfer: ZeroTransfer, told: dict[str, Any]) -> Any:
    if told["answer"] == "receive":
        officer = told["investigating_officer"]
        return actions.receive_case(by=by, transfer=transfer, investigating_officer=officer)
    return actions.return_case(by=by, transfer=transfer, reason=told["reason"])


def _leads_to(done: Any) -> str:
    """To the FIR that came of it; a returned one leaves the worklist."""
    if isinstance(done, TransferAnswer):
        return reverse("home")
    return reverse("fir_registered", args=[done.pk])


@require_http_methods(["GET", "POST"])
def take_up(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    """A case that came back is taken up again: a Zero FIR to be sent elsewhere."""
    file = open_file(request, fir_id, whole=False)
    returned = next((one for one in _answers(file.by, file.case) if not one.accepted), None)
    if returned is None:
        raise Http404
    return step(
        request,
        file,
        wanted="case.propose_transfer",
        form=lambda _file: Form(posted(request)),
        words=Words(
            title=_("Take the returned FIR up again"),
            intro=_("%(office)s returned it: %(reason)s")
            % {"office": named(returned.office), "reason": returned.reason},
            button=_("Take it up again"),
            told=_("It is taken up again"),
        ),
        act=lambda file, _form: actions.take_up_returned(
            by=file.by, case=file.case, answer=returned
        ),
    )


def _answers(by: Posting, case: Any) -> list[TransferAnswer]:
    return queries.answers_to(by=by, case=case)
