"""What a form says about text that cannot be kept, or that a search would never find again."""

from __future__ import annotations

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cctns.lib import text

LOST = "\ufffd"  # what the web server makes of half a character


def told(value: str, *, lines: bool = False) -> str:
    """Cleaned text of one line or of many. ValidationError for damaged characters."""
    if LOST in value:
        raise ValidationError(_(text.HALF), code="damaged")
    try:
        return text.clean(value) if lines else text.clean_line(value)
    except text.BadText as bad:
        raise ValidationError(_(str(bad)), code="damaged") from bad


def one_script_a_word(name: str) -> str:
    """Names are searched by their letters. ValidationError for a word of look-alike letters."""
    for word in name.split():
        if len({_script(one) for one in word if one.isalpha()}) > 1:
            raise ValidationError(
                _("“%(word)s” mixes letters of two scripts: write each word in one script"),
                code="mixed",
                params={"word": word},
            )
    return name


def _script(letter: str) -> str:
    """LATIN, DEVANAGARI ...: the first word of a letter's Unicode name."""
    return unicodedata.name(letter, "").partition(" ")[0]
