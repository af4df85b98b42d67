"""Offices and the supervision tree: list, page, open, rename, move, close, check."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cctns.lib import text
from cctns.offices import access, actions, queries, rules, tree
from cctns.offices.codes import DiaryReset, OfficeKind
from cctns.offices.models import Office, Posting
from cctns.offices.naming import named

from ...act import Words, act_page
from ...paging import as_uuid, with_query
from ...parts import Row
from ...postings import posting_of
from ...templatetags.cctns import day, ranked
from . import forms

_ask = require_http_methods(["GET", "POST"])


@require_safe
def office_list(request: HttpRequest) -> HttpResponse:
    """Offices one administers, by name, found by words or code."""
    words = text.clean_line(request.GET.get("words", "").replace("\x00", ""))
    after = as_uuid(request.GET.get("after", ""))
    found = queries.offices_in_reach(by=posting_of(request), words=words, after=after)
    later = found[-1].pk if len(found) == queries.PAGE else None
    shown = {
        "offices": found,
        "words": words,
        "later": with_query(request, after=later) if later else "",
        "first": with_query(request, after=None) if after else "",
    }
    return render(request, "officer/administration/offices.html", shown)


def view_of(request: HttpRequest, office_id: UUID) -> queries.OfficeView:
    try:
        return queries.office_for(by=posting_of(request), office_id=office_id)
    except Office.DoesNotExist as error:
        raise Http404 from error


@require_safe
def office_page(request: HttpRequest, office_id: UUID) -> HttpResponse:
    view = view_of(request, office_id)
    by = posting_of(request)
    shown = {
        "office": view.office,
        "rows": _rows(view),
        "supervisions": view.supervisions,
        "staff": queries.staff(by=by, office=view.office),
        "is_open": view.office.closed_on is None,
    }
    return render(request, "officer/administration/office.html", shown)


def _rows(view: queries.OfficeView) -> list[Row]:
    office = view.office
    rows = [
        Row(_("Kind"), office.get_kind_display()),
        Row(_("Code"), office.code),
        Row(_("Name in English"), office.name),
        Row(_("Name in Hindi"), office.name_hi),
        Row(_("District"), named(office.district)),
        Row(_("Opened"), day(office.opened_on)),
        Row(_("General Diary numbers begin again"), office.get_gd_reset_display()),
    ]
    if office.closed_on:
        rows.append(Row(_("Closed"), day(office.closed_on)))
    if view.in_charge:
        rows.append(Row(_("In charge today"), ranked(view.in_charge.officer)))
    return rows


@_ask
def office_open(request: HttpRequest, office_id: UUID) -> HttpResponse:
    """Open an office under this one."""
    above = view_of(request, office_id).office
    form = forms.OpenOffice(
        request.POST or None, state=above.state, initial={"opened_on": access.today()}
    )
    return act_page(
        request,
        form=form,
        words=Words(
            title=_("Open an office under %(name)s") % {"name": named(above)},
            button=_("Open the office"),
            told=_("The office is open"),
        ),
        back=page_of(above),
        act=partial(_open, posting_of(request), above),
        then=page_of,
    )


def _open(by: Posting, above: Office, told: dict[str, Any]) -> Office:
    kind, reset = OfficeKind(told.pop("kind")), DiaryReset(told.pop("gd_reset"))
    return actions.open_office(by=by, supervisor=above, kind=kind, gd_reset=reset, **told)


@_ask
def office_open_partner(request: HttpRequest) -> HttpResponse:
    """Open a court, prosecution office, prison or laboratory."""
    by = posting_of(request)
    access.require(by, "office.administer", by.office)
    form = forms.OpenPartner(
        request.POST or None, state=by.office.state, initial={"opened_on": access.today()}
    )
    return act_page(
        request,
        form=form,
        words=Words(
            title=_("Open a court, prosecution office, prison or laboratory"),
            button=_("Open the office"),
            told=_("The office is open; its administrator posts its people"),
            intro=_("Nobody in the police supervises it."),
        ),
        back=reverse("office_list"),
        act=partial(_open_partner, by),
        then=reverse("office_list"),
    )


def _open_partner(by: Posting, told: dict[str, Any]) -> Office:
    officer = queries.officer_by_number(by=by, number=told.pop("administrator"))
    if officer is None:
        raise rules.NotPossible("administrator", _("No officer has this police number"))
    kind = OfficeKind(told.pop("kind"))
    return actions.open_partner_office(by=by, kind=kind, administrator=officer, **told)


@_ask
def office_rename(request: HttpRequest, office_id: UUID) -> HttpResponse:
    office = view_of(request, office_id).office
    initial = {"name": office.name, "name_hi": office.name_hi, "gd_reset": office.gd_reset}
    return act_page(
        request,
        form=forms.RenameOffice(request.POST or None, initial=initial),
        words=Words(title=_("Correct the name"), button=_("Save"), told=_("The name is changed")),
        back=page_of(office),
        act=lambda told: actions.rename_office(
            by=posting_of(request),
            office=office,
            name=told["name"],
            name_hi=told["name_hi"],
            gd_reset=DiaryReset(told["gd_reset"]),
        ),
        then=page_of,
    )


@_ask
def office_move(request: HttpRequest, office_id: UUID) -> HttpResponse:
    office = view_of(request, office_id).office
    return act_page(
        request,
        form=forms.MoveOffice(request.POST or None, initial={"from_date": access.today()}),
        words=Words(
            title=_("Put %(name)s under another office") % {"name": named(office)},
            button=_("Move the office"),
            told=_("The office has its new supervisor"),
        ),
        back=page_of(office),
        act=partial(_move, posting_of(request), office),
        then=page_of(office),
    )


def _move(by: Posting, office: Office, told: dict[str, Any]) -> Any:
    above = queries.office_by_code(by=by, code=told["supervisor"])
    if above is None:
        raise rules.NotPossible("supervisor", _("No office of this State has this code"))
    return actions.move_office(by=by, office=office, supervisor=above, from_date=told["from_date"])


@_ask
def office_close(request: HttpRequest, office_id: UUID) -> HttpResponse:
    office = view_of(request, office_id).office
    return act_page(
        request,
        form=forms.OnDay(request.POST or None, initial={"on": access.today()}),
        words=Words(
            title=_("Close %(name)s") % {"name": named(office)},
            button=_("Close the office"),
            told=_("The office is closed"),
            intro=_("Its records stay and its supervisors go on seeing them."),
            kind="warning",
        ),
        back=page_of(office),
        act=lambda told: actions.close_office(by=posting_of(request), office=office, on=told["on"]),
        then=page_of,
    )


@require_safe
def office_check(request: HttpRequest) -> HttpResponse:
    """Police offices that do not stand in exactly one chain up to their headquarters."""
    by = posting_of(request)
    access.require(by, "office.administer", by.office)
    faults = tree.check_tree(access.today())
    return render(request, "officer/administration/check.html", {"faults": faults})


def page_of(office: Office) -> str:
    return reverse("office_page", args=[office.pk])
