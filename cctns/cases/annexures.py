"""The property annexures of IIF-I item 9: which particulars each class of property asks for.

Kept on the FIR as {"registration": "DL01AB1234"}, strings as told; the unknown is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cctns.lib.wording import noop as _

Choices = tuple[tuple[str, str], ...]

LONGEST = 200


@dataclass(frozen=True)
class Particular:
    """One line of an annexure: a text, one of its choices, a whole number, or a known form."""

    name: str
    label: str
    choices: Choices = ()
    number: bool = False
    pattern: str = ""  # of the whole value, in upper case and without spaces
    hint: str = ""


_VEHICLE_KIND = (
    ("two_wheeler", _("Two-wheeler")),
    ("car", _("Car or jeep")),
    ("three_wheeler", _("Three-wheeler")),
    ("goods", _("Goods vehicle")),
    ("bus", _("Bus")),
    ("tractor", _("Tractor")),
    ("other", _("Other")),
)
_ARM_KIND = (
    ("pistol", _("Pistol")),
    ("revolver", _("Revolver")),
    ("rifle", _("Rifle")),
    ("gun", _("Shotgun or muzzle-loader")),
    ("country_made", _("Country-made firearm")),
    ("ammunition", _("Ammunition")),
    ("blade", _("Knife, sword or other blade")),
    ("other", _("Other")),
)
_METAL = (
    ("gold", _("Gold")),
    ("silver", _("Silver")),
    ("platinum", _("Platinum")),
    ("imitation", _("Imitation")),
    ("other", _("Other")),
)
_DRUG = (
    ("ganja", _("Ganja")),
    ("charas", _("Charas or hashish")),
    ("opium", _("Opium")),
    ("heroin", _("Heroin or smack")),
    ("cocaine", _("Cocaine")),
    ("synthetic", _("Synthetic drug")),
    ("pharmaceutical", _("Medicine misused")),
    ("other", _("Other")),
)
_UNIT = (
    ("g", _("gram")),
    ("kg", _("kilogram")),
    ("ml", _("millilitre")),
    ("l", _("litre")),
    ("piece", _("piece")),
)
_CATTLE = (
    ("cow", _("Cow or bull")),
    ("buffalo", _("Buffalo")),
    ("goat", _("Goat or sheep")),
    ("horse", _("Horse or mule")),
    ("camel", _("Camel")),
    ("other", _("Other")),
)
_MATERIAL = (
    ("stone", _("Stone")),
    ("bronze", _("Bronze or other metal")),
    ("wood", _("Wood")),
    ("terracotta", _("Terracotta")),
    ("paper", _("Paper or palm leaf")),
    ("textile", _("Textile")),
    ("other", _("Other")),
)

_IMEI = r"\d{14,16}"
_QUANTITY = Particular("quantity", _("Quantity"), number=True)
_MAKE = Particular("make", _("Make"))
_MODEL = Particular("model", _("Model"))
_COLOUR = Particular("colour", _("Colour"))
_SERIAL = Particular("serial_number", _("Serial number"))
_MARKS = Particular("marks", _("Marks by which it is known"))
_UNIT_OF = Particular("unit", _("Unit"), _UNIT)

ANNEXURES: dict[str, tuple[Particular, ...]] = {
    "vehicle": (
        Particular("kind", _("Kind of vehicle"), _VEHICLE_KIND),
        Particular(
            "registration",
            _("Registration number"),
            pattern=r"[A-Z0-9-]{4,15}",
            hint=_("As on the plate, for example DL01AB1234"),
        ),
        Particular("engine", _("Engine number"), pattern=r"[A-Z0-9*/-]{4,25}"),
        Particular("chassis", _("Chassis number"), pattern=r"[A-Z0-9*/-]{4,25}"),
        _MAKE,
        _MODEL,
        _COLOUR,
        Particular("year", _("Year of make"), pattern=r"(19|20)\d{2}"),
        Particular("insurer", _("Insurance company and policy")),
    ),
    "phone": (
        _MAKE,
        _MODEL,
        _COLOUR,
        Particular("imei1", _("IMEI 1"), pattern=_IMEI, hint=_("15 digits; dial *#06# to see it")),
        Particular("imei2", _("IMEI 2"), pattern=_IMEI),
        Particular("number1", _("Telephone number in it"), pattern=r"\+?\d{8,15}"),
        Particular("operator", _("Operator")),
    ),
    "currency": (
        Particular("currency", _("Currency"), hint=_("For example INR")),
        Particular("denomination", _("Denomination"), number=True),
        Particular("notes", _("Number of notes or coins"), number=True),
        Particular("serials", _("Serial numbers")),
    ),
    "counterfeit": (
        Particular("currency", _("Currency"), hint=_("For example INR")),
        Particular("denomination", _("Denomination"), number=True),
        Particular("notes", _("Number of notes or coins"), number=True),
        Particular("serials", _("Serial numbers")),
        Particular("detected_by", _("Detected by"), hint=_("Bank, branch and machine or person")),
    ),
    "jewellery": (
        Particular("kind", _("Kind of ornament")),
        Particular("metal", _("Metal"), _METAL),
        Particular("weight_g", _("Weight in grams"), pattern=r"\d{1,6}(\.\d{1,3})?"),
        Particular("stones", _("Stones")),
        _QUANTITY,
        _MARKS,
    ),
    "arms": (
        Particular("kind", _("Kind of arm"), _ARM_KIND),
        _MAKE,
        Particular("bore", _("Bore or calibre")),
        Particular("arm_number", _("Number on the arm")),
        Particular("licence", _("Licence number and authority")),
        _QUANTITY,
    ),
    "explosives": (
        Particular("kind", _("Kind of explosive")),
        _QUANTITY,
        _UNIT_OF,
        Particular("maker", _("Maker and batch")),
        Particular("detonators", _("Number of detonators"), number=True),
    ),
    "drugs": (
        Particular("kind", _("Drug"), _DRUG),
        Particular("weight", _("Weight or measure"), pattern=r"\d{1,9}(\.\d{1,3})?"),
        _UNIT_OF,
        Particular("packing", _("Packing and marks")),
        Particular("form", _("Form"), hint=_("Powder, tablet, plant ...")),
    ),
    "document": (
        Particular("kind", _("Kind of document")),
        Particular("document_number", _("Number")),
        Particular("issued_by", _("Issued by")),
        Particular("issued_to", _("Issued to")),
    ),
    "electrical": (
        Particular("kind", _("Kind of article")),
        _MAKE,
        _MODEL,
        _SERIAL,
        _COLOUR,
        _QUANTITY,
    ),
    "cultural": (
        Particular("kind", _("Kind of object"), hint=_("Idol, painting, manuscript ...")),
        Particular("material", _("Material"), _MATERIAL),
        Particular("age", _("Age or period")),
        Particular("size", _("Height, width and weight")),
        Particular("taken_from", _("Temple, museum or monument")),
        Particular("registered", _("Antiquity registration number")),
        _MARKS,
    ),
    "cattle": (
        Particular("kind", _("Kind of animal"), _CATTLE),
        _QUANTITY,
        _COLOUR,
        Particular("sex", _("Sex"), (("male", _("Male")), ("female", _("Female")))),
        Particular("age", _("Age")),
        Particular("ear_tag", _("Ear tag number"), pattern=r"\d{8,15}"),
        _MARKS,
    ),
    "other": (_QUANTITY, _MAKE, _SERIAL, _MARKS),
}


def particular_errors(
    property_class: str, particulars: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """What does not fit the annexure of this class, as (particular, message)."""
    lines = {one.name: one for one in ANNEXURES.get(property_class, ())}
    for name, value in particulars.items():
        message = _error(lines.get(name), value)
        if message:
            yield name, message


def _error(line: Particular | None, value: str) -> str:
    if line is None:
        return _("The annexure of this class has no such line")
    if not isinstance(value, str) or len(value) > LONGEST:
        return _("At most 200 characters")
    if line.choices and value not in {code for code, _label in line.choices}:
        return _("Choose one of the list")
    if line.number and not re.fullmatch(r"[0-9]{1,12}", value):
        return _("Enter a whole number")
    if line.pattern and not re.fullmatch(line.pattern, value.replace(" ", "").upper()):
        return _("This does not look right; leave it empty if it is not known")
    return ""


def told_particulars(property_class: str, particulars: dict[str, str]) -> list[tuple[str, str]]:
    """(label, value) in the order of the annexure; both still to be translated."""
    return [
        (one.label, dict(one.choices).get(particulars[one.name], particulars[one.name]))
        for one in ANNEXURES.get(property_class, ())
        if particulars.get(one.name)
    ]
