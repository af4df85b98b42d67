"""What was done in a case, read from the journal: who, when, at which office, and its proof."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cctns.cases import queries
from cctns.journal.models import JournalEntry
from cctns.lib.wording import noop as gettext_noop  # a name that tools.messages looks for
from cctns.offices.naming import named
from cctns.web.parts import Event, Link

from .page import File, open_file, show

KINDS = {
    "fir.registered": gettext_noop("FIR registered"),
    "fir.imported": gettext_noop("Brought in from old records"),
    "fir.sensitivity_decided": gettext_noop("Decided whether the FIR is sensitive"),
    "case.opened": gettext_noop("Case opened"),
    "case.imported": gettext_noop("Case brought in from old records"),
    "case.copy_given": gettext_noop("Free copy given"),
    "case.dispatched": gettext_noop("Sent to court"),
    "case.io_assigned": gettext_noop("Investigating officer named"),
    "case.sent": gettext_noop("Zero FIR sent to another station"),
    "case.transfer_sent": gettext_noop("Case sent to another station"),
    "case.returned": gettext_noop("Returned FIR taken up again"),
}


@require_safe
def timeline(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    """Newest first; each event leads to the check of its journal entry."""
    file = open_file(request, fir_id, whole=False)
    entries = queries.case_history(by=file.by, case=file.case)
    told = {"events": [event(file, one) for one in reversed(entries)]}
    return show(request, file, "case_timeline", "timeline", told)


def event(file: File, entry: JournalEntry) -> Event:
    words = KINDS.get(entry.kind)
    query = f"?office={entry.office_id}&epoch={entry.epoch}&seq={entry.seq}"
    return Event(
        title=_(words) if words else entry.kind,
        by=f"{named(entry.actor)} ({entry.actor.username}), {named(entry.office)}",
        at=entry.occurred_at,
        text=_("Entry %(seq)s of the journal, version %(version)s")
        % {"seq": f"{entry.epoch}/{entry.seq}", "version": entry.version},
        links=[Link(_("Check this entry"), reverse("verify") + query, _(words or entry.kind))],
    )
