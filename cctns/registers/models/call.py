"""Emergency calls (112, control room) from receipt to what came of them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .entry import Entry


class CallStage(models.TextChoices):
    RECEIVED = "received", _("Received")
    ACTED = "acted", _("Acted upon")


class Channel(models.TextChoices):
    ERSS = "erss", _("Emergency number 112")
    CONTROL_ROOM = "control_room", _("Control room")
    HELPLINE = "helpline", _("Helpline for women, children or the old")
    STATION = "station", _("Telephone of the station")


class CallOutcome(models.TextChoices):
    FIR = "fir", _("FIR registered")
    NCR = "ncr", _("Non-cognizable report")
    DIARY = "diary", _("General Diary only")
    FALSE = "false", _("No such event found")


class Call(Entry):
    """One event of the control room."""

    stage = models.CharField(_("stage"), max_length=14, choices=CallStage)
    happened_at = models.DateTimeField(_("call received on"))
    channel = models.CharField(_("how received"), max_length=12, choices=Channel)
    event_id = models.CharField(_("event number of the control room"), max_length=40, blank=True)
    name = models.CharField(_("caller"), max_length=200, blank=True)
    mobile = models.CharField(_("caller's telephone"), max_length=20, blank=True)
    place = models.CharField(_("place of the event"), max_length=500)
    told = models.TextField(_("what the caller says"))
    unit = models.CharField(_("unit or officers sent"), max_length=200, blank=True)
    dispatched_at = models.DateTimeField(_("sent out on"), null=True, blank=True)
    arrived_at = models.DateTimeField(_("arrived on"), null=True, blank=True)
    action = models.TextField(_("what was done"), blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=CallOutcome, blank=True)
    reference = models.CharField(_("number of the FIR or report"), max_length=40, blank=True)

    class Meta(Entry.Meta):
        constraints = (
            *Entry.Meta.constraints,
            models.CheckConstraint(
                condition=Q(stage="received") | (~Q(action="") & ~Q(outcome="")),
                name="call_outcome_told",
            ),
            models.CheckConstraint(
                condition=Q(dispatched_at=None) | Q(dispatched_at__gte=F("happened_at")),
                name="call_sent_after_received",
            ),
            models.CheckConstraint(
                condition=Q(arrived_at=None) | Q(arrived_at__gte=F("dispatched_at")),
                name="call_arrived_after_sent",
            ),
        )
