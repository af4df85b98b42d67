"""What a mention is to its case, how it stands there, who sees it, and why somebody looks."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """As what a record mentions somebody."""

    ACCUSED = "accused", _("Accused")
    SUSPECT = "suspect", _("Suspect")
    CLEARED = "cleared", _("No longer accused")
    COMPLAINANT = "complainant", _("Complainant")
    VICTIM = "victim", _("Victim")
    WITNESS = "witness", _("Witness")
    MISSING = "missing", _("Missing person")
    FOUND = "found", _("Person found")
    BODY = "body", _("Body identified")
    STRANGER = "stranger", _("On a stranger roll")
    BAD_CHARACTER = "bad_character", _("Sheet upon a court's finding")


class Standing(models.TextChoices):
    """How far the matter has come for this person, from the records of police and courts."""

    NAMED = "named", _("Named in the FIR")
    NOTICED = "noticed", _("Notice under BNSS 35(3)")
    ARRESTED = "arrested", _("Arrested")
    POLICE_CUSTODY = "police_custody", _("Police custody")
    JUDICIAL_CUSTODY = "jail", _("Judicial custody")
    BAILED = "bailed", _("On bail")
    ABSCONDING = "absconding", _("Absconding")
    PROCLAIMED = "proclaimed", _("Proclaimed offender")
    CHARGE_SHEETED = "charge_sheeted", _("Charge-sheeted")
    SPLIT = "split", _("Separated: proclaimed offender")
    CONVICTED = "convicted", _("Convicted")
    PLEA = "plea", _("Plea bargain")
    PROBATION = "probation", _("Released on probation")
    RETRIAL = "retrial", _("Retrial ordered")
    REVERSED = "reversed", _("Acquittal set aside on appeal")
    REMOVED = "removed", _("Removed from the case")
    NOT_SENT = "not_sent", _("Not sent up for trial")
    ACQUITTED = "acquitted", _("Acquitted")
    DISCHARGED = "discharged", _("Discharged")
    COMPOUNDED = "compounded", _("Compounded: acquitted")
    WITHDRAWN = "withdrawn", _("Prosecution withdrawn")
    QUASHED = "quashed", _("Quashed")
    SET_ASIDE = "set_aside", _("Conviction set aside on appeal")
    ABATED = "abated", _("Abated: died before the end")
    JJB = "jjb", _("Before the Juvenile Justice Board")


# Whoever stands so is not shown as an accused or a criminal anywhere (BNSS 359(8), 360; a survey
# of 2018 in Telangana swept in the acquitted).
CLEARED = frozenset(
    {
        Standing.REMOVED,
        Standing.NOT_SENT,
        Standing.ACQUITTED,
        Standing.DISCHARGED,
        Standing.COMPOUNDED,
        Standing.WITHDRAWN,
        Standing.QUASHED,
        Standing.SET_ASIDE,
    }
)


class Closed(models.TextChoices):
    """Why only those who need to know find somebody; the first three as cases.codes.Withheld."""

    OPEN = "", _("Open to every search")
    VICTIM = "victim", _("Identity withheld (BNS 72)")
    CHILD = "child", _("Identity withheld (JJ Act 74)")
    WITNESS = "witness", _("Identity withheld (BNSS 398)")
    SEALED = "sealed", _("Sealed by a court")
    SHEET = "sheet", _("Sheet of the station, for those who keep and supervise it")


class Scope(models.TextChoices):
    OWN = "own", _("My jurisdiction")
    NATION = "nation", _("Everywhere: all stations of this node")


class Reason(models.TextChoices):
    """What a search beyond one's own jurisdiction is for."""

    INVESTIGATION = "investigation", _("Investigation of a case")
    ARREST = "arrest", _("Identity of an arrested person")
    MISSING = "missing", _("Tracing a missing or found person")
    VERIFICATION = "verification", _("Verification asked for by law")
    COURT = "court", _("Order of a court")
    SUPERVISION = "supervision", _("Supervision and inspection")
    PREVENTION = "prevention", _("Prevention of an offence")


class ThingKind(models.TextChoices):
    """Which number of a thing it is."""

    REGISTRATION = "registration", _("Registration number")
    ENGINE = "engine", _("Engine number")
    CHASSIS = "chassis", _("Chassis number")
    IMEI = "imei", _("IMEI")
    SERIAL = "serial", _("Serial or other number")


class ThingRole(models.TextChoices):
    STOLEN = "stolen", _("Stolen")
    INVOLVED = "involved", _("Involved")
    SEIZED = "seized", _("Seized")
    FOUND = "found", _("Found")
    LOST = "lost", _("Reported lost")
