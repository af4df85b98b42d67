"""What a General Diary entry tells of, how a complaint came in, and how it ended."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GdKind(models.TextChoices):
    FREE = "free", _("Event")
    ARRIVAL = "arrival", _("Arrival")
    DEPARTURE = "departure", _("Departure")
    DUTY_ON = "duty_on", _("Duty taken up")
    DUTY_OFF = "duty_off", _("Duty ended")
    CHARGE_HANDED = "charge_handed", _("Charge handed over")
    CHARGE_TAKEN = "charge_taken", _("Charge taken over")
    PATROL_OUT = "patrol_out", _("Patrol left")
    PATROL_IN = "patrol_in", _("Patrol returned")
    KEYS = "keys", _("Keys of arms or property room handed over")
    LOCK_UP = "lock_up", _("Lock-up")
    VISITOR = "visitor", _("Visitor")
    CALL = "call", _("Emergency call")
    MESSAGE = "message", _("Message received")
    INFORMATION = "information", _("Information received")
    COMPLAINT = "complaint", _("Complaint received")
    COMPLAINT_CLOSED = "complaint_closed", _("Complaint disposed of")
    FIR = "fir", _("FIR registered")
    ZERO_SENT = "zero_sent", _("Zero FIR sent")
    ZERO_RETURNED = "zero_returned", _("Zero FIR returned")
    CASE_SENT = "case_sent", _("Case sent to another station")
    CASE_RETURNED = "case_returned", _("Case returned by another station")
    EFIR_SIGNED = "efir_signed", _("e-FIR signed")
    EFIR_LAPSED = "efir_lapsed", _("e-FIR not signed in time")
    DISPATCH = "dispatch", _("Papers sent to court")
    NCR = "ncr", _("Non-cognizable report")
    MISSING = "missing", _("Missing person")
    FOUND = "found", _("Person or body found")
    DEATH = "death", _("Unnatural death")
    MLC = "mlc", _("Medico-legal case")
    PROPERTY = "property", _("Property")
    ROLL = "roll", _("Stranger or bad character")
    ENQUIRY = "enquiry", _("Preliminary enquiry")
    INVESTIGATION = "investigation", _("Step of an investigation")
    ARREST = "arrest", _("Arrest")
    SEIZURE = "seizure", _("Search or seizure")
    CORRECTION = "correction", _("Correction of an earlier entry")


# Kinds that an officer writes by hand; the rest are written by the act they tell of.
WRITTEN_BY_HAND = (
    GdKind.FREE,
    GdKind.ARRIVAL,
    GdKind.DEPARTURE,
    GdKind.DUTY_ON,
    GdKind.DUTY_OFF,
    GdKind.PATROL_OUT,
    GdKind.PATROL_IN,
    GdKind.KEYS,
    GdKind.LOCK_UP,
    GdKind.VISITOR,
    GdKind.CALL,
    GdKind.MESSAGE,
    GdKind.INFORMATION,
)


class Intake(models.TextChoices):
    DESK = "desk", _("At the station")
    POST = "post", _("By post")
    PORTAL = "portal", _("Citizen portal")
    SENIOR = "senior", _("From a senior office")
    COURT = "court", _("Court direction (BNSS 175(3))")
    COMMISSION = "commission", _("From a commission")


class Outcome(models.TextChoices):
    """Every complaint ends in a reasoned outcome (Lalita Kumari v. State of U.P., 2014)."""

    FIR = "fir", _("FIR registered")
    ZERO_FIR = "zero_fir", _("Zero FIR registered and transferred")
    NCR = "ncr", _("Non-cognizable report (BNSS 174)")
    CIVIL = "civil", _("Civil dispute")
    SETTLED = "settled", _("Settled")
    UNFOUNDED = "unfounded", _("Enquiry found no offence")
    OTHER_AGENCY = "other_agency", _("Sent to another agency")
