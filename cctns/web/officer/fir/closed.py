"""A draft that is no longer written on."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect

from cctns.cases.codes import DraftStatus

from .desk import Desk

WRITABLE = (DraftStatus.OPEN, DraftStatus.AWAITING_SIGNATURE)


def unless_open(desk: Desk) -> HttpResponse | None:
    """Where a closed draft leads to: the FIR that came of it, else the list of drafts."""
    if desk.draft.status in (*WRITABLE, DraftStatus.SIGNED):
        return None
    if desk.draft.status == DraftStatus.REGISTERED:
        return redirect("fir_registered", fir_id=desk.draft.pk)
    return redirect("fir_drafts")


def unless_writable(desk: Desk) -> HttpResponse | None:
    """The same for its pages; what the informant signed is only looked at."""
    if desk.draft.status == DraftStatus.SIGNED:
        return redirect("fir_check", draft_id=desk.draft.pk)
    return unless_open(desk)
