"""Code lists of the First Information Report (IIF-I); item numbers are those of the form."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FirKind(models.TextChoices):
    ORDINARY = "ordinary", _("FIR")
    ZERO = "zero", _("Zero FIR")
    EFIR = "efir", _("e-FIR")
    SUO_MOTU = "suo_motu", _("FIR on the police's own information")
    COURT = "court", _("FIR directed by a court")


class Series(models.TextChoices):
    """Zero FIRs run in a series of their own, beside the station's yearly one."""

    FIR = "fir", _("FIR")
    ZERO = "zero", _("Zero FIR")
    LEGACY = "legacy", _("Old records")


class Pahar(models.TextChoices):
    """Item 3(a): the eighth of the day in which the informant places the event."""

    FIRST = "1", _("First pahar (6 am to 9 am)")
    SECOND = "2", _("Second pahar (9 am to 12 noon)")
    THIRD = "3", _("Third pahar (12 noon to 3 pm)")
    FOURTH = "4", _("Fourth pahar (3 pm to 6 pm)")
    FIFTH = "5", _("Fifth pahar (6 pm to 9 pm)")
    SIXTH = "6", _("Sixth pahar (9 pm to 12 midnight)")
    SEVENTH = "7", _("Seventh pahar (12 midnight to 3 am)")
    EIGHTH = "8", _("Eighth pahar (3 am to 6 am)")


class Information(models.TextChoices):
    """Item 4."""

    WRITTEN = "written", _("Written")
    ORAL = "oral", _("Oral")
    ELECTRONIC = "electronic", _("Electronic")
    SUO_MOTU = "suo_motu", _("Police's own information")
    COURT = "court", _("Court direction")
    TRANSFER = "transfer", _("Transfer from another station")


class Direction(models.TextChoices):
    """Item 5(a): from the station to the place of occurrence."""

    NORTH = "N", _("North")
    NORTH_EAST = "NE", _("North-east")
    EAST = "E", _("East")
    SOUTH_EAST = "SE", _("South-east")
    SOUTH = "S", _("South")
    SOUTH_WEST = "SW", _("South-west")
    WEST = "W", _("West")
    NORTH_WEST = "NW", _("North-west")


class PartyRole(models.TextChoices):
    COMPLAINANT = "complainant", _("Complainant or informant")
    VICTIM = "victim", _("Victim")
    ACCUSED = "accused", _("Accused")
    WITNESS = "witness", _("Witness")


class Knowledge(models.TextChoices):
    """Item 7: how far an accused is known."""

    KNOWN = "known", _("Known")
    SUSPECTED = "suspected", _("Suspected")
    UNKNOWN = "unknown", _("Unknown")


class Withheld(models.TextChoices):
    """Why a person's identity is shown only to those who need it for their work."""

    VICTIM = "victim", _("Identity withheld (BNS 72)")
    CHILD = "child", _("Identity withheld (JJ Act 74)")
    WITNESS = "witness", _("Identity withheld (BNSS 398)")


class PropertyClass(models.TextChoices):
    """Item 9; each class has its annexure of particulars."""

    VEHICLE = "vehicle", _("Motor vehicle")
    PHONE = "phone", _("Mobile telephone")
    CURRENCY = "currency", _("Currency")
    COUNTERFEIT = "counterfeit", _("Counterfeit currency")
    JEWELLERY = "jewellery", _("Jewellery")
    ARMS = "arms", _("Arms")
    EXPLOSIVES = "explosives", _("Explosives")
    DRUGS = "drugs", _("Drugs")
    DOCUMENT = "document", _("Document")
    ELECTRICAL = "electrical", _("Electrical or electronic goods")
    CULTURAL = "cultural", _("Cultural property")
    CATTLE = "cattle", _("Cattle")
    OTHER = "other", _("Other")


class Involvement(models.TextChoices):
    STOLEN = "stolen", _("Stolen")
    INVOLVED = "involved", _("Involved")


class DelayReason(models.TextChoices):
    """Item 8."""

    FEAR = "fear", _("Fear or threat")
    DISTANCE = "distance", _("Distance or no transport")
    TREATMENT = "treatment", _("Medical treatment")
    SETTLEMENT = "settlement", _("Tried to settle the matter")
    LEARNT_LATE = "learnt_late", _("Came to know late")
    REFUSED = "refused", _("Refused elsewhere")
    OTHER = "other", _("Other")


class ActionTaken(models.TextChoices):
    """Item 13."""

    INVESTIGATE = "investigate", _("Registered and taken up for investigation")
    DIRECT = "direct", _("Another officer directed to investigate")
    REFUSE = "refuse", _("Investigation refused")
    TRANSFER = "transfer", _("Transferred to the station that has jurisdiction")


class Attestation(models.TextChoices):
    """Item 14."""

    SIGNATURE = "signature", _("Signature")
    THUMB = "thumb", _("Thumb impression")
    ESIGN = "esign", _("Electronic signature")


class CaseStatus(models.TextChoices):
    INVESTIGATION = "investigation", _("Under investigation")
    TRANSFER = "transfer", _("To be transferred")
    SENT = "sent", _("Sent to the station that has jurisdiction")
    REFUSED = "refused", _("Investigation refused")
    REPORTED = "reported", _("Final report sent to court")
    LEGACY = "legacy", _("Brought in from old records")


class CaseStage(models.TextChoices):
    """How far a case has come, derived from what was written of it, never typed.

    Closed needs the court's own acknowledgement (CAG Odisha: 190 "closed" were never sent).
    """

    INVESTIGATION = "investigation", _("Under investigation")
    PREPARED = "prepared", _("Final report being prepared")
    SUBMITTED = "submitted", _("Final report submitted")
    FORWARDED = "forwarded", _("Final report forwarded")
    APPROVED = "approved", _("Final report approved")
    TRANSMITTED = "transmitted", _("Sent to court, not yet on its file")
    ON_FILE = "on_file", _("On the court's file")
    DISPOSED = "disposed", _("Disposed of by the court")
    APPEAL = "appeal", _("Under appeal")
    FINAL = "final", _("Appeal decided")
    # Beside this line of stages.
    TRANSFERRED = "transferred", _("Transferred to another station")
    FURTHER = "further", _("Under further investigation")


class TransferGround(models.TextChoices):
    """Why a case under investigation goes to another station."""

    JURISDICTION = "jurisdiction", _("Jurisdiction")
    COURT = "court", _("Order of the court")
    SENIOR = "senior", _("Order of a senior officer")


class DraftStatus(models.TextChoices):
    OPEN = "open", _("Being written")
    AWAITING_SIGNATURE = "awaiting", _("Awaiting the informant's signature")
    SIGNED = "signed", _("Signed by the informant")
    REGISTERED = "registered", _("Registered")
    LAPSED = "lapsed", _("Not signed in time")
    DISCARDED = "discarded", _("Discarded")
