"""Words of a text as the index holds them, the same for every Indian script.

PostgreSQL's own parser cuts Devanagari at its vowel signs in some collations; here a word is a run
of letters, marks and digits. As in PostgreSQL's `simple` configuration, nothing is stemmed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from cctns.lib.text import ascii_digits

LONGEST = 60  # letters of a word; what is longer is no word that anybody types
MOST_ASKED = 12
_NUKTA = "़"
# Danda and double danda stand among the letters of Devanagari and end sentences in every script.
_APART = re.compile(r"[^\w\u0900-\u0963\u0966-\u0d7f]+")


def words_of(text: str) -> list[str]:
    """Every word once, sorted."""
    return sorted(set(_words(text)))


def asked(text: str) -> str:
    """As a tsquery: every word must stand there, each as it begins; empty for no word at all."""
    found = list(dict.fromkeys(_words(text)))[:MOST_ASKED]
    return " & ".join(f"'{one}':*" for one in found)


def _words(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKD", ascii_digits(text)).casefold()
    kept = "".join(one for one in plain if _stays(one))
    for piece in _APART.split(unicodedata.normalize("NFC", kept)):
        word = piece.strip("_")[:LONGEST]
        if word:
            yield word


def _stays(character: str) -> bool:
    """Marks of Latin letters and the nukta go: ज़ and ज, é and e are typed for each other."""
    if character in (_NUKTA, "\u200c", "\u200d", "'", "\\"):
        return False
    return not (unicodedata.combining(character) and character < "\u0900")
