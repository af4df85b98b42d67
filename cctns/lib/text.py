"""What people type, made fit to keep: NFC, no broken characters, digits that mean numbers.

Works the same for every Indian script. Joiners (ZWJ, ZWNJ) stay: Indic spelling needs them.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from .wording import noop as _

NUL = _("This text holds a NUL character: it was damaged on its way here")
HALF = _("This text holds half a character: it was damaged on its way here")

# They turn the direction of what follows, so that a name on paper can read unlike what is stored.
_TURNS_DIRECTION = {
    ord(one): None for one in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
}
_LINES = {"\n", "\t"}


class BadText(ValueError):
    """Text that cannot be kept; the message is for the person who sent it."""


def clean(text: str) -> str:
    """Many lines: NFC, lines ended by one newline, no stray control characters, ends trimmed.

    Raises BadText for NUL and lone surrogates, which no database or document can hold.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    if "\x00" in text:
        raise BadText(NUL)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadText(HALF) from error
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in lines if _fit(one)).strip()


def clean_line(text: str) -> str:
    """One line, as for a name: runs of space are one space. Raises BadText."""
    return " ".join(clean(text).translate(_TURNS_DIRECTION).split())


def _fit(character: str) -> bool:
    if character in _LINES:
        return True
    return unicodedata.category(character) != "Cc" and character != "\ufeff"


def clean_all(value: Any) -> Any:
    """`clean` on every string within lists and dicts. Raises BadText."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): clean_all(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean_all(item) for item in value]
    return value


def ascii_digits(text: str) -> str:
    """Decimal digits of any script as 0 to 9 ("१४२/२०२६" is "142/2026"); the rest untouched."""
    return "".join(
        str(unicodedata.decimal(one)) if one.isdecimal() and not one.isascii() else one
        for one in text
    )


def search_key(name: str) -> str:
    """A name as searches compare it: case folded, NFC, one space between words, no dots."""
    words = clean_line(name).replace(".", " ").casefold().split()
    return unicodedata.normalize("NFC", " ".join(words))
