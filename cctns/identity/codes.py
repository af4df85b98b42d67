"""What is said of two mentions, in which step, and what shows it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    SAME = "same", _("The same person")
    DIFFERENT = "different", _("Different persons")
    UNSURE = "unsure", _("Cannot be said yet")


class Step(models.TextChoices):
    """What one record does. Only "same" takes two officers."""

    PROPOSED = "proposed", _("Proposed")
    CONFIRMED = "confirmed", _("Confirmed")
    REJECTED = "rejected", _("Proposal rejected")
    DECIDED = "decided", _("Decided")
    UNDONE = "undone", _("Undone")


class Ground(models.TextChoices):
    """What shows it. Religion, caste and community are no ground, and nobody is asked for them."""

    BIOMETRIC = "biometric", _("Fingerprints, face or DNA")
    IDENTITY = "identity", _("Identity number or paper")
    ADMITTED = "admitted", _("The person's own statement")
    KNOWN = "known", _("Known to an officer, kin or a witness")
    CONTACT = "contact", _("Telephone or vehicle")
    NAME = "name", _("Name, other names, relative's name")
    PLACE = "place", _("Age, address or place")
    ELSEWHERE = "elsewhere", _("In custody or elsewhere at that time")
    OTHER = "other", _("Something else, as written below")


# From here a candidate is called likely: of a thousand such pairs at most five are of two persons
# (`cctns bench resolve`, suggestion_precision). A person decides all the same.
LIKELY = 0.997

# How much a link stands on, when two links cannot both hold: the weakest yields first.
STRENGTH = {
    Ground.BIOMETRIC: 3,
    Ground.IDENTITY: 2,
    Ground.ADMITTED: 1,
    Ground.KNOWN: 1,
    Ground.CONTACT: 1,
}


def strength(grounds: list[str]) -> int:
    """Of the best ground; 0 for names, ages and places alone, which many persons share."""
    return max((STRENGTH.get(Ground(one), 0) for one in grounds), default=0)
