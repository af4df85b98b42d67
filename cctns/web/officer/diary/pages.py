"""The diary's day page, a new entry, and the correction of an earlier one."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cctns.lib.clock import IST, now
from cctns.offices import access
from cctns.offices.models import Office
from cctns.offices.queries import office_by_code
from cctns.registers import actions, queries
from cctns.registers.codes import GdKind
from cctns.registers.models import GeneralDiaryEntry

from ...act import Words, act_page
from ...paging import with_query
from ...parts import Row
from ...postings import acts_at, posting_of
from ...templatetags.cctns import moment
from . import forms

_ask = require_http_methods(["GET", "POST"])


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Lead to today's page, or to the day that the visitor named in three boxes."""
    wanted = [request.GET.get(f"on_{part}", "") for part in ("day", "month", "year")]
    day = _day_named(wanted)
    if day is None and any(wanted):
        messages.error(request, _("Enter a real date, such as 27 3 2026"))
    office = f"?code={request.GET['code']}" if request.GET.get("code") else ""
    return redirect(reverse("gd_day", args=[day or access.today()]) + office)


def _day_named(parts: list[str]) -> date | None:
    try:
        day, month, year = (int(part) for part in parts)
        return date(year, month, day)
    except ValueError:
        return None


@require_safe
def day_page(request: HttpRequest, day: date) -> HttpResponse:
    """One day of one station's diary, oldest entry first, page by page."""
    by, office = posting_of(request), _office(request)
    after = request.GET.get("after", "")
    entries = queries.diary_day(
        by=by, office=office, day=day, after=int(after) if after.isdecimal() else 0
    )
    more = entries[-1].serial if len(entries) == queries.lists.PAGE else None
    shown = {
        "day": day,
        "office": office,
        "entries": entries,
        "own": office.pk == by.office_id,
        "future": day > access.today(),
        "acts": acts_at(request, office),
        "earlier_day": day - timedelta(days=1),
        "later_day": day + timedelta(days=1) if day < access.today() else None,
        "later": with_query(request, after=more) if more else "",
        "first": with_query(request, after=None) if after else "",
    }
    return render(request, "officer/diary/day.html", shown)


def _office(request: HttpRequest) -> Office:
    """One's own station, or one in reach by the code in the address."""
    by, code = posting_of(request), request.GET.get("code", "").replace("\x00", "")
    found = office_by_code(by=by, code=code) if code else by.office
    if found is None:
        raise Http404
    return found


@_ask
def new(request: HttpRequest) -> HttpResponse:
    by = posting_of(request)
    access.require(by, "gd.write", by.office)
    return act_page(
        request,
        form=forms.NewEntry(request.POST or None, initial={"occurred_at": now()}),
        words=Words(
            title=_("New entry in the General Diary"),
            button=_("Enter"),
            told=_("The entry is made"),
        ),
        back=reverse("gd_today"),
        act=lambda told: actions.write_diary_entry(
            by=by,
            kind=GdKind(told["kind"]),
            text=told["text"],
            occurred_at=told["occurred_at"],
        ),
        then=day_of,
    )


@_ask
def correct(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """A correction is a new entry that refers to the old one (which stays as it was)."""
    by = posting_of(request)
    try:
        entry = queries.diary_entry(by=by, entry_id=entry_id)
    except GeneralDiaryEntry.DoesNotExist as error:
        raise Http404 from error
    access.require(by, "gd.write", entry.office)
    return act_page(
        request,
        form=forms.Correction(request.POST or None),
        words=Words(
            title=_("Correct entry %(number)s") % {"number": entry.serial},
            button=_("Enter the correction"),
            told=_("The correction is entered"),
        ),
        back=day_of(entry),
        act=lambda told: actions.correct_diary_entry(by=by, entry=entry, text=told["text"]),
        then=day_of,
        rows=_rows(entry),
    )


def _rows(entry: GeneralDiaryEntry) -> list[Row]:
    return [
        Row(_("Number"), entry.serial),
        Row(_("Time"), moment(entry.occurred_at)),
        Row(_("Written by"), entry.officer_name),
        Row(_("Entry"), entry.text),
    ]


def day_of(entry: GeneralDiaryEntry) -> str:
    day = entry.recorded_at.astimezone(IST).date()
    return reverse("gd_day", args=[day]) + f"#entry-{entry.serial}"
