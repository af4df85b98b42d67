"""The physical feature sheet of IIF-I item 7 and IIF-III item 9, as data for pages and papers.

The NCRB code books are not public; the choices are our own, in the words of the printed form.
Kept as {"build": "thin", "height_cm": 170, "scar": "left cheek"}; what nobody saw is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cctns.lib.wording import noop as _

Choices = tuple[tuple[str, str], ...]

LONGEST = 200
TALLEST_CM = 260


@dataclass(frozen=True)
class Feature:
    """One line of the sheet: a text, a number, or one of its choices."""

    name: str
    label: str
    choices: Choices = ()
    number: bool = False
    hint: str = ""


_BUILD = (
    ("thin", _("Thin")),
    ("medium", _("Medium")),
    ("strong", _("Strong")),
    ("stout", _("Stout")),
)
_COMPLEXION = (
    ("fair", _("Fair")),
    ("wheatish", _("Wheatish")),
    ("dark", _("Dark")),
    ("very_dark", _("Very dark")),
)
_TEETH = (
    ("normal", _("Normal")),
    ("missing", _("Some missing")),
    ("projecting", _("Projecting")),
    ("broken", _("Broken")),
    ("artificial", _("Artificial")),
    ("stained", _("Stained")),
)
_HAIR = (
    ("black", _("Black")),
    ("grey", _("Grey or white")),
    ("brown", _("Brown")),
    ("dyed", _("Dyed")),
    ("curly", _("Curly")),
    ("long", _("Long")),
    ("short", _("Short")),
    ("bald", _("Bald")),
)
_EYES = (
    ("black", _("Black")),
    ("brown", _("Brown")),
    ("light", _("Light or cat-eyed")),
    ("squint", _("Squint")),
    ("one_eyed", _("Blind in one eye")),
    ("blind", _("Blind")),
    ("spectacles", _("Wears spectacles")),
)
_FOREHEAD = (("broad", _("Broad")), ("narrow", _("Narrow")), ("wrinkled", _("Wrinkled")))
_EAR = (("large", _("Large")), ("small", _("Small")), ("pierced", _("Pierced")))
_NOSE = (
    ("sharp", _("Sharp")),
    ("flat", _("Flat")),
    ("hooked", _("Hooked")),
    ("pierced", _("Pierced")),
)
_FACIAL_HAIR = (
    ("clean_shaven", _("Clean shaven")),
    ("moustache", _("Moustache")),
    ("beard", _("Beard")),
    ("both", _("Moustache and beard")),
)
_SPEECH = (
    ("normal", _("Normal")),
    ("stammer", _("Stammers")),
    ("lisp", _("Lisps")),
    ("nasal", _("Nasal")),
    ("dumb", _("Does not speak")),
)
_FACE = (
    ("round", _("Round")),
    ("oval", _("Oval")),
    ("long", _("Long")),
    ("square", _("Square")),
    ("pockmarked", _("Pock-marked")),
)
_LIPS = (("thin", _("Thin")), ("thick", _("Thick")), ("cleft", _("Cleft")))
_WHERE = _("Where on the body, and what it looks like")

FEATURES: tuple[Feature, ...] = (
    Feature("build", _("Build"), _BUILD),
    Feature("height_cm", _("Height in centimetres"), number=True),
    Feature("complexion", _("Complexion"), _COMPLEXION),
    Feature("marks", _("Identification marks"), hint=_WHERE),
    Feature("deformity", _("Deformities or peculiarities")),
    Feature("teeth", _("Teeth"), _TEETH),
    Feature("hair", _("Hair"), _HAIR),
    Feature("eyes", _("Eyes"), _EYES),
    Feature("habits", _("Habits")),
    Feature("dress", _("Dress habits")),
    Feature("language", _("Language or dialect")),
    Feature("burn_mark", _("Burn mark"), hint=_WHERE),
    Feature("leucoderma", _("Leucoderma"), hint=_WHERE),
    Feature("mole", _("Mole"), hint=_WHERE),
    Feature("scar", _("Scar"), hint=_WHERE),
    Feature("tattoo", _("Tattoo"), hint=_WHERE),
    Feature("forehead", _("Forehead"), _FOREHEAD),
    Feature("ear", _("Ear"), _EAR),
    Feature("nose", _("Nose"), _NOSE),
    Feature("facial_hair", _("Moustache and beard"), _FACIAL_HAIR),
    Feature("speech", _("Speech"), _SPEECH),
    Feature("face", _("Face"), _FACE),
    Feature("lips", _("Lips"), _LIPS),
    Feature("other", _("Other features")),
)
BY_NAME = {one.name: one for one in FEATURES}


def feature_errors(sheet: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What does not fit the sheet, as (feature, message)."""
    for name, value in sheet.items():
        message = _error(BY_NAME.get(name), value)
        if message:
            yield name, message


def _error(feature: Feature | None, value: Any) -> str:
    if feature is None:
        return _("The feature sheet has no such line")
    if feature.number:
        fits = isinstance(value, int) and not isinstance(value, bool) and 0 < value <= TALLEST_CM
        return "" if fits else _("Enter the height in centimetres, as 170")
    if feature.choices:
        known = value in {code for code, _label in feature.choices}
        return "" if known else _("Choose one of the list")
    fits = isinstance(value, str) and len(value) <= LONGEST
    return "" if fits else _("At most 200 characters")


def told_features(sheet: dict[str, Any]) -> list[tuple[str, str]]:
    """(label, value) of what was seen, in the order of the form; both still to be translated."""
    return [
        (one.label, dict(one.choices).get(str(sheet[one.name]), str(sheet[one.name])))
        for one in FEATURES
        if sheet.get(one.name)
    ]
