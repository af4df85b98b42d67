"""The page of the lines to other nodes; an administrator cuts and heals them there."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cctns.offices.models import OfficeChange
from cctns.sync import lines
from cctns.sync.models import Peer
from cctns.sync.overview import ForkTold

from ..parts import Event, Row
from ..postings import acts_of, posting_of
from ..templatetags.cctns import moment
from . import wording


@require_safe
def network(request: HttpRequest) -> HttpResponse:
    """This node, its neighbours, what waits, and what wants a person."""
    told = lines.lines(by=posting_of(request))
    shown = {
        "told": told.overview,
        "forks": [_fork(one) for one in told.overview.forks],
        "holds": [_hold(one) for one in told.holds],
        "may_cut": "network.manage" in acts_of(request),
    }
    return render(request, "officer/network.html", shown)


def _fork(one: ForkTold) -> list[Row]:
    return [
        Row(_("Office"), one.office),
        Row(_("Number"), one.number),
        Row(_("Leaf that is held here"), one.held),
        Row(_("Leaf that was offered"), one.offered),
        Row(_("Offered by"), one.from_node),
        Row(_("Noticed"), moment(one.at)),
    ]


def _hold(one: OfficeChange) -> Event:
    by = str(one.posting) if one.posting else _("The installation")
    return Event(wording.change(one.action), by, one.at, str(one.after["name"]))


@require_POST
def network_hold(request: HttpRequest) -> HttpResponse:
    """One button: `cut` or `heal` is the name of the node."""
    node = request.POST.get("cut") or request.POST.get("heal", "")
    cut = "cut" in request.POST
    try:
        lines.hold(by=posting_of(request), node=node, cut=cut)
    except Peer.DoesNotExist:
        raise Http404 from None
    done = _("The line is cut: everything waits.") if cut else _("The line is open again.")
    messages.success(request, done)
    return redirect("network")
