"""What every page shows around its content: the posting, where it may go, and the demo's banner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from cctns.lib.wording import noop as _

from .news import saved_news, with_count
from .postings import acts_of


@dataclass(frozen=True)
class Place:
    """One entry of the navigation: its words, its page, and any act that opens it."""

    text: str
    url_name: str
    acts: frozenset[str] = frozenset()  # none: open to every posting
    also: str = ""  # beginning of the url names of the pages below it
    practice: bool = False  # on a practice node only


PLACES = (
    Place(_("Worklist"), "home"),
    Place(_("Practice"), "lessons", practice=True),
    Place(_("General Diary"), "gd_today", frozenset({"gd.read"}), "gd_"),
    Place(_("Complaints"), "complaint_list", frozenset({"complaint.view"}), "complaint_"),
    Place(_("Registers"), "book_index", frozenset({"register.view"}), "book_"),
    Place(
        _("Final reports"),
        "report_list",
        frozenset({"charge_sheet.vet", "charge_sheet.approve", "court.order"}),
        "report",
    ),
    Place(_("Alerts"), "alert_inbox", frozenset({"alert.view"}), "alert_"),
    Place(_("FIR drafts"), "fir_drafts", frozenset({"fir.draft"}), "fir_"),
    Place(_("Find"), "find_anyone", frozenset({"case.search"}), "find"),
    Place(_("Same person?"), "identity_review", frozenset({"identity.propose"}), "identity_"),
    Place(_("Figures"), "figures", frozenset({"case.statistics"}), "figures"),
    Place(_("Administration"), "office_list", frozenset({"office.administer"}), "office_"),
    Place(_("Staff"), "staff_list", frozenset({"leave.grant"}), "staff_"),
    Place(_("Lines"), "network", frozenset({"network.view"}), "network"),
    Place(_("Audit"), "audit_refused", frozenset({"access.audit"}), "audit_"),
)


def page(request: HttpRequest) -> dict[str, Any]:
    """Template context of every page; error pages have no posting and no navigation."""
    posting = getattr(request, "posting", None)
    return {
        "demo": settings.DEMO,
        "practice": settings.PRACTICE,
        "posting": posting,
        "navigation": _navigation(request) if posting else [],
    }


def _navigation(request: HttpRequest) -> list[dict[str, Any]]:
    open_acts = acts_of(request)
    here = request.resolver_match.url_name if request.resolver_match else ""
    counts = {"find_anyone": saved_news(request)}
    return [
        {
            "text": with_count(gettext(place.text), counts.get(place.url_name, 0)),
            "href": reverse(place.url_name),
            "active": _is_here(place, here or ""),
        }
        for place in PLACES
        if (not place.acts or place.acts & open_acts) and (settings.PRACTICE or not place.practice)
    ]


def _is_here(place: Place, here: str) -> bool:
    return here == place.url_name or bool(place.also and here.startswith(place.also))
