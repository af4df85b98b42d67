"""Code lists of the person items of the Integrated Investigation Forms (IIF-I items 6 and 7).

The NCRB code books are not public; these lists are our own and kept short on purpose.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    MALE = "male", _("Male")
    FEMALE = "female", _("Female")
    TRANSGENDER = "transgender", _("Transgender")
    UNKNOWN = "unknown", _("Not known")


class Relation(models.TextChoices):
    """Of the relative who is named to tell one person from another."""

    FATHER = "father", _("Father")
    MOTHER = "mother", _("Mother")
    HUSBAND = "husband", _("Husband")
    WIFE = "wife", _("Wife")
    GUARDIAN = "guardian", _("Guardian")
    OTHER = "other", _("Other")


class PaperKind(models.TextChoices):
    """IIF-I items 6(e) and 6(f). Aadhaar is never stored whole: its last four digits only."""

    AADHAAR = "aadhaar", _("Aadhaar (last four digits)")
    PASSPORT = "passport", _("Passport")
    VOTER = "voter", _("Voter identity card")
    DRIVING = "driving", _("Driving licence")
    PAN = "pan", _("PAN card")
    RATION = "ration", _("Ration card")
    OTHER = "other", _("Other")
