"""How a sex is written in the one box and in lists: one table for both."""

from __future__ import annotations

_WORDS = {
    "male": ("male", "m", "man", "boy", "पुरुष", "पु", "नर", "लड़का", "পুরুষ", "ஆண்", "పురుషుడు"),
    "female": (
        *("female", "f", "w", "woman", "lady", "girl", "महिला", "स्त्री", "औरत", "लड़की"),
        *("মহিলা", "பெண்", "స్త్రీ"),
    ),
    "transgender": ("transgender", "t", "tg", "third gender", "ट्रांसजेंडर", "किन्नर"),
}
_OF_WORD = {word: sex for sex, words in _WORDS.items() for word in words}


def sex_of(told: str) -> str:
    """male, female or transgender; "" for what is none of the words known."""
    return _OF_WORD.get(told.strip(" .").casefold(), "")
