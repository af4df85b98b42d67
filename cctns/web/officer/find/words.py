"""How the box says what it read, how it offers the other readings, and why a hit is one."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cctns.search.box import Reading
from cctns.search.reasons import Reason

READ_AS = {
    Reading.NOTHING: _("Nothing that can be looked for"),
    Reading.PERSON: _("Person"),
    Reading.FIR: _("FIR number"),
    Reading.VEHICLE: _("Vehicle"),
    Reading.PHONE: _("Telephone of a person"),
    Reading.IMEI: _("IMEI of a telephone"),
    Reading.IDENTITY: _("Number of an identity paper"),
    Reading.AADHAAR: _("Aadhaar number"),
    Reading.SECTION: _("Section"),
    Reading.THING: _("Number of a thing"),
    Reading.WORDS: _("Words in the accounts of FIRs"),
}
SEARCH_AS = {
    Reading.PERSON: _("Search as the name of a person"),
    Reading.THING: _("Search as the number of a thing"),
    Reading.WORDS: _("Search as words in the accounts of FIRs"),
}
PARTS = {
    "word": _("name"),
    "relative": _("relative"),
    "year": _("year of birth"),
    "place": _("place"),
    "sex": _("sex"),
    "phone": _("telephone"),
    "identity": _("identity paper"),
    "mark": _("mark"),
}
LEVELS = {
    "spelt": _("spelt the same"),
    "same": _("the same"),
    "near": _("almost the same"),
    "sound": _("sounds the same"),
    "like": _("alike"),
    "coarse": _("remotely alike"),
    "slip": _("perhaps a slip of the pen"),
    "initial": _("same initial"),
    "missing": _("not told there"),
    "extra": _("told there besides"),
    "other": _("another"),
    "alias": _("told as another name"),
}


# What speaks against; a common name is weak evidence for a person, and still evidence for.
_AGAINST = frozenset({"missing", "extra", "other", "alias", "slip", "10", "more"})


def why(reason: Reason) -> str:
    """One part of the evidence in words, for it or against it."""
    sign = "–" if reason.level in _AGAINST else "+"
    pair = " – ".join(one for one in (reason.asked, reason.held) if one)
    words = f"{PARTS.get(reason.part, reason.part)} {pair}".strip()
    return f"{sign} {words}: {_level(reason.level)}"


def _level(level: str) -> str:
    if level == "0":
        return str(LEVELS["same"])
    if level in LEVELS:
        return str(LEVELS[level])
    years = gettext("more than 10") if level == "more" else level
    return gettext("years apart: %(years)s") % {"years": years}
