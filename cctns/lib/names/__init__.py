"""Indian names in any script: taken apart, romanised, sounded, keyed, compared. Pure Python."""

from .compare import Comparison, Level, Pair, compare, compare_words, likeness
from .parse import Parsed, parse
from .romanise import romanise
from .sound import Sound, sound

__all__ = [
    "Comparison",
    "Level",
    "Pair",
    "Parsed",
    "Sound",
    "compare",
    "compare_words",
    "likeness",
    "parse",
    "romanise",
    "sound",
]
