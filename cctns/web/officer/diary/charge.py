"""Charge of the station handed over and taken back, written into the diary by the same act."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cctns.offices import access, rules
from cctns.offices.codes import Role
from cctns.offices.models import Posting
from cctns.offices.queries import staff
from cctns.registers import actions

from ...act import Words, act_page
from ...postings import posting_of
from . import forms

_ask = require_http_methods(["GET", "POST"])


@_ask
def hand_over(request: HttpRequest) -> HttpResponse:
    """Acting charge to an officer posted here, from today on (BNSS 2(1)(r))."""
    by = posting_of(request)
    access.require(by, "charge.hand_over", by.office)
    form = forms.HandOver(request.POST or None, posted=_candidates(by))
    return act_page(
        request,
        form=form,
        words=Words(
            title=_("Hand over charge of the station"),
            button=_("Hand over"),
            told=_("Charge is handed over; it stands in the General Diary"),
            intro=_(
                "From today the other officer registers FIRs; you wait until you take it back."
            ),
        ),
        back=reverse("gd_today"),
        act=lambda told: actions.hand_over_charge(
            by=by, to=form.posted[told["officer"]], until=told["until"], notes=told["notes"]
        ),
        then=reverse("gd_today"),
    )


def _candidates(by: Posting) -> list[Posting]:
    """Whoever is at work here today, above the rank of constable, and not in charge already."""
    posted = staff(by=by, office=by.office)
    return [
        one
        for one in posted
        if one.role not in (Role.SHO, Role.NODE_ADMIN, Role.AUDITOR)
        and one.is_current(access.today())
        and not _is_away(one)
        and rules.may_hold_charge(one.officer.rank)
    ]


def _is_away(posting: Any) -> bool:
    return bool(posting.away)


@_ask
def take_back(request: HttpRequest) -> HttpResponse:
    by = posting_of(request)
    access.require(by, "charge.take", by.office)
    return act_page(
        request,
        form=forms.TakeBack(request.POST if request.method == "POST" else None),
        words=Words(
            title=_("Take back charge of the station"),
            button=_("Take back"),
            told=_("You are in charge again; it stands in the General Diary"),
        ),
        back=reverse("gd_today"),
        act=lambda told: actions.take_back_charge(by=by, notes=told["notes"]),
        then=reverse("gd_today"),
    )
