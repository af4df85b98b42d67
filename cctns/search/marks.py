"""Scars, tattoos and deformities as evidence: what two descriptions have in common. Pure.

A mark is a kind and a place on the body: "scar on the left cheek". Records hold the feature sheet
on one line ("Scar: left cheek; Tattoo: right forearm, Om"), officers write as they speak. No set of
labelled descriptions exists to learn from, so the two weights of weights.csv are judged, low on
purpose: two of a hundred men have a mark of the kind asked where it is asked, and of one man's
marks a second writer notes four in ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cctns.lib.names.words import fold

from .evidence import Part, weight

_KINDS = {
    "scar": ("scar", "scars", "cut", "stitch", "stitches", "wound", "चोट", "निशान", "घाव"),
    "tattoo": ("tattoo", "tattoos", "tattooed", "godna", "गोदना", "टैटू", "गुदना"),
    "mole": ("mole", "moles", "til", "तिल", "मस्सा"),
    "burn": ("burn", "burnt", "burns", "जला", "जले", "जलने"),
    "leucoderma": ("leucoderma", "vitiligo", "सफेद", "ल्यूकोडर्मा"),
    "deformity": (
        *("deformity", "deformities", "deformed", "amputated", "limp", "limps", "lame"),
        *("hunchback", "लंगड़ा", "विकलांग", "कटा", "कटी", "कुबड़ा"),
    ),
}
_PLACES = {
    "cheek": ("cheek", "गाल"), "forehead": ("forehead", "माथा", "माथे"), "chin": ("chin", "ठोड़ी"),
    "eye": ("eye", "eyebrow", "brow", "आँख", "आंख", "भौंह"), "nose": ("nose", "नाक"),
    "ear": ("ear", "कान"), "lip": ("lip", "lips", "होंठ"), "neck": ("neck", "गर्दन", "गला", "गले"),
    "face": ("face", "चेहरा", "चेहरे"), "head": ("head", "सिर"), "chest": ("chest", "छाती", "सीना"),
    "back": ("back", "पीठ"), "belly": ("belly", "abdomen", "stomach", "पेट"),
    "shoulder": ("shoulder", "कंधा", "कंधे"), "hand": ("hand", "palm", "हाथ", "हथेली"),
    "arm": ("arm", "forearm", "elbow", "wrist", "बाजू", "बांह", "बाँह", "कलाई"),
    "finger": ("finger", "thumb", "fingers", "उंगली", "उँगली", "अंगूठा"),
    "leg": ("leg", "thigh", "shin", "knee", "टांग", "टाँग", "जांघ", "घुटना", "घुटने"),
    "foot": ("foot", "ankle", "toe", "heel", "पैर", "पाँव"),
}  # fmt: skip
_SIDES = {
    "left": ("left", "बायां", "बायाँ", "बाएं", "बाएँ", "बाईं", "बायीं"),
    "right": ("right", "दायां", "दायाँ", "दाएं", "दाएँ", "दाईं", "दाहिना", "दाहिने"),
}


def _by_word(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {fold(word): name for name, words in table.items() for word in words}


_KIND, _PLACE, _SIDE = _by_word(_KINDS), _by_word(_PLACES), _by_word(_SIDES)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark; `place` and `side` are "" where none is told."""

    kind: str
    place: str = ""
    side: str = ""

    def is_of(self, other: Mark) -> bool:
        """The same kind at the same place, the sides not contradicting each other."""
        sides = {self.side, other.side} - {""}
        return self.kind == other.kind and self.place == other.place != "" and len(sides) < 2


def marks_in(told: str) -> Iterator[Mark]:
    """The marks of a description, in order; words that name no kind of mark are passed over."""
    for piece in re.split(r"[;,।]|\band\b|\bऔर\b", told):
        words = [fold(one) for one in re.split(r"[\s:.()/-]+", piece) if one]
        kinds = dict.fromkeys(_KIND[one] for one in words if one in _KIND)
        # "burn scar" and "cut mark" are one mark, by the word that tells more.
        kind = next((one for one in kinds if one != "scar"), next(iter(kinds), ""))
        if kind:
            place = next((_PLACE[one] for one in words if one in _PLACE), "")
            yield Mark(kind, place, next((_SIDE[one] for one in words if one in _SIDE), ""))


@lru_cache(maxsize=1024)  # one question meets many candidates
def _placed(told: str) -> tuple[Mark, ...]:
    return tuple(one for one in marks_in(told) if one.place)


def marks_level(asked: str, held: str) -> str:
    """same, other, or "" when one of the two tells no mark with its place."""
    if not asked or not held:
        return ""
    mine, theirs = _placed(asked), _placed(held)
    if not mine or not theirs:
        return ""
    return "same" if any(a.is_of(b) for a in mine for b in theirs) else "other"


def marks_weight(asked: str, held: str) -> float:
    """The log-likelihood ratio of two descriptions; 0 when they cannot be compared.

    Counted once however many marks meet: whoever notes one mark of a man tends to note the next.
    """
    level = marks_level(asked, held)
    return weight(Part.MARK, level) if level else 0.0
