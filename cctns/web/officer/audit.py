"""What was refused and what was changed in an auditor's reach, newest first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cctns.offices import queries
from cctns.offices.models import OfficeChange
from cctns.offices.naming import named

from ..paging import as_uuid, with_query
from ..postings import posting_of
from ..templatetags.cctns import moment, said
from . import wording


@require_safe
def audit_refused(request: HttpRequest) -> HttpResponse:
    before = as_uuid(request.GET.get("before", ""))
    found = queries.refused_acts(by=posting_of(request), before=before)
    rows = [
        (
            moment(one.at),
            f"{named(one.officer)} ({one.officer.username})",
            named(one.posting.office) if one.posting else "–",
            wording.act(one.action),
            named(one.office) or "–",
            said(one.reason),
        )
        for one in found
    ]
    return _page(request, _("Refused acts"), _refused_heads(), rows, found, before)


def _refused_heads() -> list[str]:
    return [_("Time"), _("Officer"), _("Posted at"), _("Tried to"), _("Where"), _("Why refused")]


@require_safe
def audit_changes(request: HttpRequest) -> HttpResponse:
    before = as_uuid(request.GET.get("before", ""))
    found = queries.changes(by=posting_of(request), before=before)
    heads = [_("Time"), _("By"), _("What"), _("Office"), _("As it was and as it is")]
    rows = [
        (
            moment(one.at),
            str(one.posting) if one.posting else _("The installation"),
            wording.change(one.action),
            named(one.office),
            "\n".join(_difference(one)),
        )
        for one in found
    ]
    return _page(request, _("Changes"), heads, rows, found, before)


def _difference(change: OfficeChange) -> Iterable[str]:
    """Field by field: what it was and what it is; of something new, what it is."""
    app = "sync" if change.subject == "peer" else "offices"
    fields = apps.get_model(app, change.subject)._meta
    titles = {one.attname: str(one.verbose_name) for one in fields.concrete_fields}
    for name, value in change.after.items():
        old = (change.before or {}).get(name)
        if name != "id" and value not in (old, None, ""):
            before = f"{old} → " if old not in (None, "") else ""
            yield f"{titles.get(name, name)}: {before}{value}"


def _page(
    request: HttpRequest,
    title: str,
    heads: list[str],
    rows: list[Any],
    found: list[Any],
    before: UUID | None,
) -> HttpResponse:
    more = found[-1].id if len(found) == queries.PAGE else None
    shown = {
        "title": title,
        "heads": heads,
        "rows": rows,
        "later": with_query(request, before=more) if more else "",
        "first": with_query(request, before=None) if before else "",
    }
    return render(request, "officer/audit.html", shown)
