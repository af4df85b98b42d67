"""What is looked for, why, how far, what to do when it is found, and how far an alert has come."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Subject(models.TextChoices):
    PERSON = "person", _("Person")
    VEHICLE = "vehicle", _("Vehicle")
    PHONE = "phone", _("Telephone number")
    PROPERTY = "property", _("Property with a number")
    DOCUMENT = "document", _("Document")
    METHOD = "method", _("Way of working (modus operandi)")


class Ground(models.TextChoices):
    FIR = "fir", _("FIR")
    WARRANT = "warrant", _("Warrant (BNSS 72)")
    MISSING = "missing", _("Missing person")
    ESCAPE = "escape", _("Escape from custody (BNSS 43)")
    PROCLAIMED = "proclaimed", _("Proclaimed offender (BNSS 84)")
    HAND = "hand", _("By hand, as written below")


class Handling(models.TextChoices):
    """What to do when found. Our own words; no public list of codes is known (unverified)."""

    ARREST = "arrest", _("Arrest as the warrant or BNSS 35 allows")
    CAUTION = "caution", _("Caution: may be armed; do not approach alone")
    TRACE = "trace", _("Trace and inform; do not detain")
    PROTECT = "protect", _("Protect and inform; the person has done nothing wrong")
    SEIZE = "seize", _("Seize as BNSS 106 allows, and inform")
    QUIET = "quiet", _("Inform; do not let the subject know")
    SILENT = "silent", _("Silent watch: the raising office alone is told")


class Reach(models.TextChoices):
    """Which offices a lookout is shown to."""

    NEIGHBOURS = "neighbours", _("These districts")
    STATE = "state", _("These States")
    NATION = "nation", _("The whole nation")


class Urgency(models.TextChoices):
    URGENT = "urgent", _("Urgent: an answer within 10 minutes")
    ROUTINE = "routine", _("Routine: an answer within an hour")


class Stage(models.TextChoices):
    RAISED = "raised", _("Waits for a second officer")
    IN_FORCE = "in_force", _("In force")
    REFUSED = "refused", _("Sent back by the second officer")
    CANCELLED = "cancelled", _("Cancelled")


class SightingStage(models.TextChoices):
    SEEN = "seen", _("Entered")


class NumberKind(models.TextChoices):
    """Which number of a thing; all but the last two as search.codes.ThingKind."""

    REGISTRATION = "registration", _("Registration number")
    ENGINE = "engine", _("Engine number")
    CHASSIS = "chassis", _("Chassis number")
    IMEI = "imei", _("IMEI")
    SERIAL = "serial", _("Serial or other number")
    PHONE = "phone", _("Telephone number")
    DOCUMENT = "document", _("Number of a document")


class Kind(models.TextChoices):
    """What an alert says."""

    HIT = "hit", _("May be what is looked for")
    SEARCH = "search", _("Somebody looked for the same")
    METHOD = "method", _("The same way of working")
    UNIT = "unit", _("Another unit is working on the same person")


class Standing(models.TextChoices):
    """How far an alert has come, by the records that answer it."""

    NEW = "new", _("Not answered")
    ACKNOWLEDGED = "acknowledged", _("Acknowledged")
    CONFIRMED = "confirmed", _("Confirmed: it is the same")
    EXCLUDED = "excluded", _("Excluded: it is not the same")
    ACTED = "acted", _("Acted upon")
    CLEARED = "cleared", _("Cleared")


class Step(models.TextChoices):
    """One record of one office about one alert."""

    ACKNOWLEDGED = "acknowledged", _("Acknowledge")
    CONFIRMED = "confirmed", _("Confirm: it is the same")
    EXCLUDED = "excluded", _("Exclude: it is not the same")
    NOTED = "noted", _("Write a note to the other office")
    ACTED = "acted", _("Say what was done")
    CLEARED = "cleared", _("Clear")
