"""What the codes of figures are called."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cctns.cases import heads
from cctns.lib.wording import noop as gettext_noop

from .cuts import NONE, Cut

AGES = {
    "30": gettext_noop("Less than 30 days"),
    "60": gettext_noop("30 to 60 days"),
    "90": gettext_noop("61 to 90 days"),
    "180": gettext_noop("91 to 180 days"),
    "365": gettext_noop("181 to 365 days"),
    "more": gettext_noop("More than a year"),
}
MEASURES = {
    "registered": gettext_noop("Registered"),
    "pending": gettext_noop("Open at the end"),
    "pending_before": gettext_noop("Open from before"),
    "reported": gettext_noop("Disposed of by the police"),
    "charge_sheet": gettext_noop("Charge-sheeted"),
    "no_evidence": gettext_noop("Want of evidence"),
    "undetected": gettext_noop("True, undetected"),
    "untraced": gettext_noop("True, untraced"),
    "abated": gettext_noop("Abated"),
    "false": gettext_noop("False"),
    "fact": gettext_noop("Mistake of fact"),
    "law": gettext_noop("Mistake of law"),
    "non_cognizable": gettext_noop("Non-cognizable"),
    "civil": gettext_noop("Civil nature"),
    "trial_before": gettext_noop("In trial from before"),
    "trial": gettext_noop("In trial at the end"),
    "decided": gettext_noop("Disposed of by courts"),
    "convicted": gettext_noop("Convicted"),
    "acquitted": gettext_noop("Acquitted"),
    "discharged": gettext_noop("Discharged"),
    "otherwise": gettext_noop("Otherwise disposed of"),
    "property": gettext_noop("Cases with stolen property"),
    "recovered": gettext_noop("Cases with recovered property"),
    "old": gettext_noop("Old records among them"),
    "no_relative": gettext_noop("Cases with a person without a relative's name"),
    "short_address": gettext_noop("Cases with a person whose address has less than 10 letters"),
}


EVENTS = {
    "arrests": gettext_noop("Persons arrested"),
    "preventive": gettext_noop("Arrests to prevent an offence (BNSS 170)"),
    "characters": gettext_noop("Sheets of bad characters opened"),
    "strangers": gettext_noop("Strangers enquired about"),
    "seizures": gettext_noop("Seizures"),
    "missing": gettext_noop("Persons reported missing"),
    "traced": gettext_noop("Missing persons traced"),
    "found": gettext_noop("Unknown persons found"),
    "bodies": gettext_noop("Unidentified bodies"),
    "deaths": gettext_noop("Unnatural deaths"),
    "ncrs": gettext_noop("Non-cognizable reports"),
    "mlcs": gettext_noop("Medico-legal cases"),
    "calls": gettext_noop("Emergency calls"),
    "no_statement": gettext_noop("Arrests in whose case no statement is recorded"),
    "no_photo": gettext_noop("Arrests without a photograph"),
    "missing_no_photo": gettext_noop("Missing persons without a photograph"),
}
# Persons without something; their cuts list the cases.
LACKS = {
    "no_relative": gettext_noop("Persons in FIRs without a relative's name"),
    "short_address": gettext_noop("Persons in FIRs whose address has less than 10 letters"),
}
RETURNS = {
    "daily": gettext_noop("Daily crime report"),
    "monthly": gettext_noop("Monthly crime review"),
    "crimes": gettext_noop("Crimes by head and office, yearly"),
    "police": gettext_noop("Disposal of cases by the police, yearly"),
    "courts": gettext_noop("Disposal of cases by courts, yearly"),
    "property": gettext_noop("Property stolen and recovered, yearly"),
    "persons": gettext_noop("Persons arrested and victims, yearly"),
}


def day(value: date) -> str:
    return date_format(value, "j F Y")


def named(thing: Any) -> str:
    """The name of an office or officer in the language that Django now speaks."""
    hindi = getattr(thing, "name_hi", "") if translation.get_language() == "hi" else ""
    return str(hindi or thing.name)


def head(code: str) -> str:
    """A head of crime in the page's language."""
    return str(dict(heads.major_heads()).get(code, code))


def place(code: str) -> str:
    return str(dict(heads.places()).get(code, code)) if code else _("Not described yet")


def age(code: str) -> str:
    return _(AGES[code])


def hour(code: str) -> str:
    return _("Not known") if code == NONE else f"{int(code):02}:00 – {int(code):02}:59"


def cut_told(cut: Cut) -> list[str]:
    """What a cell counts, in words; an officer is named by the page."""
    days = {"since": day(cut.since), "until": day(cut.until)}
    found = [_(MEASURES[cut.measure]), _("from %(since)s to %(until)s") % days]
    words = {"head": head, "place": place, "hour": hour, "age": age}
    found += [tell(cut.narrowed[name]) for name, tell in words.items() if name in cut.narrowed]
    if "penal" in cut.narrowed:
        penal = cut.narrowed["penal"] == "1"
        found.append(_("penal code") if penal else _("special and local laws"))
    return found
