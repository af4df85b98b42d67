"""Reasons of a candidate in words an officer uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext

from cctns.lib.wording import noop as _

# (comparison, level) of resolve.settings; for and against.
WORDS = {
    ("name", "spelling"): _("The names are the same"),
    ("name", "sound"): _("The names sound the same"),
    ("name", "near"): _("The names differ by a slip of the pen"),
    ("name", "part_of_two"): _("One name is the other with a part left out"),
    ("name", "part"): _("One name is a part of the other"),
    ("name", "two_words"): _("The names share two words"),
    ("name", "word"): _("The names share one word"),
    ("name", "other"): _("The names are different"),
    ("initials", "fit"): _("The initials fit"),
    ("initials", "other"): _("The initials do not fit"),
    ("relative", "spelling"): _("The relatives' names are the same"),
    ("relative", "sound"): _("The relatives' names sound the same"),
    ("relative", "near"): _("The relatives' names differ by a slip of the pen"),
    ("relative", "part_of_two"): _("One relative's name is the other with a part left out"),
    ("relative", "part"): _("One relative's name is a part of the other"),
    ("relative", "two_words"): _("The relatives' names share two words"),
    ("relative", "word"): _("The relatives' names share one word"),
    ("relative", "other"): _("The relatives' names are different"),
    ("birth_year", "equal"): _("Born in the same year"),
    ("birth_year", "within_1"): _("Born within a year of each other"),
    ("birth_year", "within_3"): _("Born within three years of each other"),
    ("birth_year", "within_6"): _("Born within six years of each other"),
    ("birth_year", "other"): _("More than six years apart in age"),
    ("sex", "equal"): _("The same sex"),
    ("sex", "other"): _("A man and a woman"),
    ("place", "village"): _("The same village or locality"),
    ("place", "district"): _("The same district"),
    ("place", "other"): _("Different districts"),
    ("phone", "shared"): _("The same telephone"),
    ("phone", "other"): _("Different telephones"),
    ("identity", "shared"): _("The same identity number"),
    ("identity", "other"): _("Different identity papers"),
}
LITTLE = 0.5  # bits: what says less is not worth a line


def reasons(told: Iterable[Sequence[object]]) -> tuple[list[str], list[str]]:
    """What speaks for one person and what against, strongest first."""
    weighed = sorted((_weighed(*one) for one in told), key=lambda one: -abs(one[0]))
    for_it = [words for bits, words in weighed if bits >= LITTLE]
    return for_it, [words for bits, words in weighed if bits <= -LITTLE]


def _weighed(comparison: object, level: object, bits: object) -> tuple[float, str]:
    return float(str(bits)), gettext(WORDS[str(comparison), str(level)])
