"""One box, plain words: what an officer typed, read as what it most likely is. Pure.

"मोहम्मद रफ़ीक s/o abdul, about 35, Ballari" is a person with a father, an age and a place,
"142/2024" an FIR, "KA 34 EQ 4521" a vehicle. The page says how it read the words, and offers the
other readings.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from cctns.lib.text import ascii_digits, clean_line

from .marks import marks_in
from .numbers import PLATE, key_of
from .sexes import sex_of

LONGEST = 300  # characters; what lies behind them is not read


class Reading(StrEnum):
    NOTHING = "nothing"
    PERSON = "person"
    FIR = "fir"
    VEHICLE = "vehicle"
    PHONE = "phone"
    IMEI = "imei"
    IDENTITY = "identity"
    AADHAAR = "aadhaar"
    SECTION = "section"
    THING = "thing"
    WORDS = "words"


@dataclass(frozen=True)
class Understood:
    """`value` is what is looked up: a number without its signs, a section, words; `act` its Act.

    Of a person: the name with relative and aliases as written, and the facts told beside it.
    Years of birth are reckoned by the caller, from `age` and `within` (years to either side).
    """

    reading: Reading
    value: str = ""
    act: str = ""
    age: int | None = None
    within: int = 0
    born: int | None = None
    sex: str = ""
    place: str = ""
    phone: str = ""
    marks: str = ""


_FIR = re.compile(
    r"(?:(?:zero\s+)?(?:fir|f\.i\.r\.|crime|case|cr|एफ\s?आई\s?आर|प्राथमिकी|मुकदमा)[\s.:]*)?"
    r"(?:(?:no|number|संख्या|क्रमांक|नं)[\s.:]*)?"
    r"((?:0\s*/\s*)?\d{1,7}(?:\s*(?:/|of|-)\s*(?:19|20)\d{2})?)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?:\+?91[\s-]?|0)?([6-9]\d{4}[\s-]?\d{5})")
_IMEI = re.compile(r"\d{14,16}")
_AADHAAR = re.compile(r"\d{4}\s?\d{4}\s?\d{4}")
# PAN, passport, voter card (EPIC), driving licence.
_IDENTITY = re.compile(
    r"[A-Z]{5}\d{4}[A-Z]|[A-Z]\d{7}|[A-Z]{3}\d{7}|[A-Z]{2}[ -]?\d{2}[ -]?(?:19|20)\d{2}[ -]?\d{7}"
)
_NUMBER = r"(\d{1,3}[A-Z]{0,2}(?:\(\w{1,4}\))*)"
_ACT = r"(BNSS?|IPC|CRPC|BSA|IEA|NDPS|POCSO|IT|MV|ARMS|SLL|भादंसं|भादवि|बीएनएस)"
_WORD = r"(?:u/?s|under section|section|sections|sec|धारा)[\s.:]*"
_SECTION = re.compile(
    rf"(?:{_WORD})?{_ACT}[\s,.]+(?:{_WORD})?{_NUMBER}|(?:{_WORD})?{_NUMBER}\s*(?:of\s+)?{_ACT}"
    rf"|{_WORD}{_NUMBER}",
    re.IGNORECASE,
)
_ACTS = {"भादंसं": "IPC", "भादवि": "IPC", "बीएनएस": "BNS"}


def understand(text: str) -> Understood:
    """Never raises; what is nothing readable is read as nothing."""
    told = clean_line(text.replace("\x00", " ").encode("utf-8", "ignore").decode())[:LONGEST]
    plain = ascii_digits(told).strip(" .,;:")
    if not any(one.isalnum() for one in plain):
        return Understood(Reading.NOTHING)
    for read in _READERS:
        found = read(plain)
        if found is not None:
            return found
    if not any(one.isalpha() for one in plain):
        return Understood(Reading.THING, plain)
    return person(told)


def _numbered(pattern: re.Pattern[str], reading: Reading) -> Callable[[str], Understood | None]:
    def read(plain: str) -> Understood | None:
        match = pattern.fullmatch(plain.upper())
        if match is None:
            return None
        key = key_of(match.group())
        return Understood(reading, key[-10:] if reading == Reading.PHONE else key)

    return read


def _fir(plain: str) -> Understood | None:
    match = _FIR.fullmatch(plain)
    return Understood(Reading.FIR, match[1]) if match else None


def _section(plain: str) -> Understood | None:
    match = _SECTION.fullmatch(plain)
    if match is None:
        return None
    act = (match[1] or match[4] or "").upper()
    number = match[2] or match[3] or match[5]
    return Understood(Reading.SECTION, number.upper(), act=_ACTS.get(act, act))


_READERS: tuple[Callable[[str], Understood | None], ...] = (
    _fir,
    _numbered(_PHONE, Reading.PHONE),
    _numbered(_AADHAAR, Reading.AADHAAR),
    _numbered(_IMEI, Reading.IMEI),
    _numbered(_IDENTITY, Reading.IDENTITY),
    _numbered(PLATE, Reading.VEHICLE),
    _section,
)

_ABOUT = (
    r"about|abt|approx(?:imately)?|around|nearly|some|लगभग|करीब|तकरीबन|ಸುಮಾರು|సుమారు|சுமார்|প্রায়|تقریباً"
)
_AGED = r"aged?|उम्र|आयु|ವಯಸ್ಸು|వయసు|வயது|বয়স|عمر"
_YEARS = r"years?(?:\s+old)?|yrs?|y/?o|साल|वर्ष|वर्षीय|ವರ್ಷ|సంవత్సరాలు|வயது|বছর|سال"
_AGE = re.compile(
    rf"(?:(?P<about>{_ABOUT})[\s.]*)?(?:(?P<aged>{_AGED})[\s.:]*)?(?:(?P<about2>{_ABOUT})[\s.]*)?"
    rf"(?P<least>\d{{1,3}})(?:\s*(?:-|–|to|से)\s*(?P<most>\d{{1,3}}))?\s*(?P<years>{_YEARS})?\.?",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"(?:born(?:\s+in)?|b\.|dob|जन्म)[\s:]*(?:\d{1,2}[/.-]){0,2}((?:19|20)\d{2})", re.I
)
_SEX_AGE = re.compile(r"([mf])\s*/\s*(\d{1,3})", re.IGNORECASE)
_RESIDENT = re.compile(r"^(?:r/o|resident of|निवासी|at)[\s.:]+", re.IGNORECASE)
ABOUT_YEARS = 5  # "about 35" is said of anybody from 30 to 40
TOLD_YEARS = 2  # an age told is rarely right to the year
OLDEST = 120


def person(text: str) -> Understood:
    """A name and what stands after its commas: age, sex, telephone, marks, place."""
    pieces = [one.strip() for one in re.split(r"[,;،]", text) if one.strip(" .")]
    told = {"value": pieces[0] if pieces else ""}
    facts: dict[str, object] = {}
    places, marks = list[str](), list[str]()
    for piece in pieces[1:]:
        fact = _fact(ascii_digits(piece))
        if fact is None and any(marks_in(piece)):
            marks.append(piece)
        elif fact is None:
            places.append(_RESIDENT.sub("", piece))
        facts |= fact or {}
    name, within = _age_within(told["value"]) if "age" not in facts else (told["value"], {})
    return Understood(
        Reading.PERSON,
        name,
        place=", ".join(places),
        marks="; ".join(marks),
        **{**within, **facts},  # type: ignore[arg-type]
    )


def _fact(piece: str) -> dict[str, object] | None:
    """What a piece between commas says; None when it is a place or more of the name."""
    plain = piece.strip(" .").casefold()
    if sex := sex_of(plain):
        return {"sex": sex}
    if match := _SEX_AGE.fullmatch(plain):
        return {"sex": sex_of(match[1]), "age": int(match[2]), "within": TOLD_YEARS}
    if match := _PHONE.fullmatch(plain):
        return {"phone": key_of(match[1])}
    if match := _BORN.fullmatch(plain):
        return {"born": int(match[1])}
    match = _AGE.fullmatch(plain)
    return _aged(match) if match else None


def _aged(match: re.Match[str]) -> dict[str, object] | None:
    least, most = int(match["least"]), int(match["most"] or match["least"])
    if not 0 < least <= most <= OLDEST:
        return None
    about = match["about"] or match["about2"]
    within = (most - least + 1) // 2 + (ABOUT_YEARS if about else TOLD_YEARS)
    return {"age": (least + most) // 2, "within": within}


def _age_within(name: str) -> tuple[str, dict[str, object]]:
    """An age in the midst of the name's words, when a word beside it says that it is one."""
    for match in _AGE.finditer(ascii_digits(name)):
        if any(match[part] for part in ("about", "aged", "about2", "years")):
            fact = _aged(match)
            if fact:
                rest = f"{name[: match.start()]} {name[match.end() :]}"
                return " ".join(rest.split()), fact
    return name, {}
