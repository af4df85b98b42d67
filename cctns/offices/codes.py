"""Kinds of offices, roles in them, and kinds of charge."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StateKind(models.TextChoices):
    STATE = "state", _("State")
    UT = "ut", _("Union Territory")


class OfficeKind(models.TextChoices):
    STATION = "police_station", _("Police station")
    CIRCLE = "circle", _("Circle")
    SUBDIVISION = "subdivision", _("Sub-division")
    DISTRICT = "district", _("District")
    RANGE = "range", _("Range")
    ZONE = "zone", _("Zone")
    STATE_HQ = "state_hq", _("State headquarters")
    SCRB = "scrb", _("State Crime Records Bureau")
    NCRB = "ncrb", _("National Crime Records Bureau")
    COURT = "court", _("Court")
    PROSECUTION = "prosecution", _("Prosecution office")
    PRISON = "prison", _("Prison")
    FSL = "fsl", _("Forensic science laboratory")


# Offices of the police chain: each stands under exactly one other, up to State headquarters.
CHAIN = (
    OfficeKind.STATION,
    OfficeKind.CIRCLE,
    OfficeKind.SUBDIVISION,
    OfficeKind.DISTRICT,
    OfficeKind.RANGE,
    OfficeKind.ZONE,
    OfficeKind.STATE_HQ,
)
# Bodies outside the police: nobody in the police supervises them.
PARTNERS = (OfficeKind.COURT, OfficeKind.PROSECUTION, OfficeKind.PRISON, OfficeKind.FSL)


class Role(models.TextChoices):
    CONSTABLE = "constable", _("Constable")
    DUTY_OFFICER = "duty_officer", _("Duty officer")
    IO = "io", _("Investigating officer")
    SHO = "sho", _("Officer in charge (SHO)")
    SDPO = "sdpo", _("Sub-divisional police officer")
    SP = "sp", _("Superintendent of Police")
    DCRB = "dcrb", _("District Crime Records Bureau")
    SCRB = "scrb", _("State Crime Records Bureau")
    NCRB = "ncrb", _("National Crime Records Bureau")
    PROSECUTOR = "prosecutor", _("Prosecutor")
    COURT = "court", _("Court")
    JAIL = "jail", _("Prison")
    FSL = "fsl", _("Forensic laboratory")
    NODE_ADMIN = "node_admin", _("Node administrator")
    AUDITOR = "auditor", _("Auditor")


class Rank(models.TextChoices):
    """Police ranks from below, then those of the partners; stored as they are written on paper."""

    CONSTABLE = "Constable", _("Constable")
    HEAD_CONSTABLE = "HC", _("Head Constable")
    ASI = "ASI", _("Assistant Sub-Inspector")
    SI = "SI", _("Sub-Inspector")
    INSPECTOR = "Inspector", _("Inspector")
    DYSP = "DySP", _("Deputy Superintendent")
    ADDL_SP = "Addl. SP", _("Additional Superintendent")
    SP = "SP", _("Superintendent")
    DIG = "DIG", _("Deputy Inspector General")
    IG = "IG", _("Inspector General")
    ADG = "ADG", _("Additional Director General")
    DG = "DG", _("Director General")
    MAGISTRATE = "JMFC", _("Judicial Magistrate of the first class")
    JUDGE = "Judge", _("Sessions Judge")
    PROSECUTOR = "APP", _("Assistant Public Prosecutor")
    JAIL = "Jail Superintendent", _("Superintendent of Prison")
    SCIENTIST = "Scientific Officer", _("Scientific Officer")
    OFFICIAL = "Official", _("Official")


class Charge(models.TextChoices):
    SUBSTANTIVE = "substantive", _("Substantive")
    ACTING = "acting", _("Acting")


class DiaryReset(models.TextChoices):
    """When the General Diary begins again at 1: a matter of each State's rules."""

    DAILY = "daily", _("Each day")
    MONTHLY = "monthly", _("Each month")
    YEARLY = "yearly", _("Each year")


class Absence(models.TextChoices):
    LEAVE = "leave", _("Leave")
    TRAINING = "training", _("Training")
    SUSPENSION = "suspension", _("Suspension")


class Language(models.TextChoices):
    ENGLISH = "en", "English"
    HINDI = "hi", "हिन्दी"


# Where a role can be held; administrators and auditors are posted anywhere.
_INVESTIGATING = (
    OfficeKind.STATION,
    OfficeKind.CIRCLE,
    OfficeKind.SUBDIVISION,
    OfficeKind.DISTRICT,
)
_COMMANDING = (OfficeKind.DISTRICT, OfficeKind.RANGE, OfficeKind.ZONE, OfficeKind.STATE_HQ)
HELD_AT: dict[Role, tuple[OfficeKind, ...]] = {
    Role.CONSTABLE: (OfficeKind.STATION,),
    Role.DUTY_OFFICER: (OfficeKind.STATION,),
    Role.IO: _INVESTIGATING,
    Role.SHO: (OfficeKind.STATION,),
    Role.SDPO: (OfficeKind.CIRCLE, OfficeKind.SUBDIVISION),
    Role.SP: _COMMANDING,
    Role.DCRB: (OfficeKind.DISTRICT,),
    Role.SCRB: (OfficeKind.SCRB,),
    Role.NCRB: (OfficeKind.NCRB,),
    Role.PROSECUTOR: (OfficeKind.PROSECUTION,),
    Role.COURT: (OfficeKind.COURT,),
    Role.JAIL: (OfficeKind.PRISON,),
    Role.FSL: (OfficeKind.FSL,),
    Role.NODE_ADMIN: tuple(OfficeKind),
    Role.AUDITOR: tuple(OfficeKind),
}
