"""A mention as it is compared: sounds of names, places, years, and the keys under which it meets
others. Pure.

Religion, caste and community are not columns here, so no comparison can ask for them. Names stand
as sounds of any script (cctns.lib.names).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

from cctns.lib.names.parse import parse
from cctns.lib.names.sound import Sound, coarse, sound

MOST = 60  # mentions that may meet under one key


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a record tells of a person. Phones and identities compare as they stand."""

    id: str
    name: str
    alias: str = ""
    relative: str = ""
    sex: str = ""
    born_from: int | None = None
    born_to: int | None = None
    place: str = ""
    district: str = ""
    phones: Sequence[str] = ()
    identities: Sequence[str] = ()


@dataclass(frozen=True)
class Row:
    """One line of the table that Splink reads; None is what is not known.

    `plain` and `fine` are the sorted words of the name as one text, `words` the fine sounds of name
    and other names in all readings, `keys` what it is blocked on.
    """

    id: str
    plain: str | None
    fine: str | None
    words: list[str]
    initials: list[str]
    relative_plain: str | None
    relative_fine: str | None
    relative_words: list[str]
    sex: str | None
    birth_year: int | None
    place: str | None
    district: str | None
    phones: list[str] | None
    identities: list[str] | None
    keys: list[str]


def rows(facts: Iterable[Facts]) -> list[dict[str, Any]]:
    """The table, one line a mention; those without a readable name have none."""
    read = [(one, parsed.name) for one in facts if (parsed := parse(one.name)).name]
    keys = blocked([Meets.of(one, name) for one, name in read])
    return [asdict(_row(one, name, held)) for (one, name), held in zip(read, keys, strict=True)]


def _row(one: Facts, name: Sequence[str], keys: list[str]) -> Row:
    own, kin = _sounds(name), _sounds(parse(one.relative).name)
    others = [word for part in _aliases(one) for word in _sounds(part)]
    return Row(
        id=one.id,
        plain=_text(own, "plain"),
        fine=_text(own, "fine"),
        words=_words([*own, *others]),
        initials=_initials(name),
        relative_plain=_text(kin, "plain"),
        relative_fine=_text(kin, "fine"),
        relative_words=_words(kin),
        sex=one.sex or None,
        birth_year=_year(one),
        place=_text(_sounds(parse(one.place).name), "fine"),
        district=one.district or None,
        phones=sorted(one.phones) or None,
        identities=sorted(one.identities) or None,
        keys=keys,
    )


def _aliases(one: Facts) -> Iterator[Sequence[str]]:
    yield from parse(one.name).aliases
    yield parse(one.alias).name


def _sounds(words: Iterable[str]) -> list[Sound]:
    return [found for word in words if (found := sound(word)).plain]


def _text(sounds: Sequence[Sound], depth: str) -> str | None:
    return " ".join(sorted(getattr(one, depth)[0] for one in sounds)) or None


def _words(sounds: Iterable[Sound]) -> list[str]:
    """Initials are no words: they agree with half the country."""
    return sorted({fine for one in sounds for fine in one.fine if len(fine) > 1})


def _initials(name: Sequence[str]) -> list[str]:
    """Classes of first sounds, of whole words and of initials."""
    return sorted({key[0] for word in name for key in sound(word).coarse if key})


def _year(one: Facts) -> int | None:
    known = [year for year in (one.born_from, one.born_to) if year]
    return sum(known) // len(known) if known else None


@dataclass(frozen=True)
class Meets:
    """The keys of a mention, and the district and years that narrow those that are too common."""

    keys: frozenset[str]
    district: str
    years: tuple[str, ...]

    @classmethod
    def of(cls, one: Facts, name: Sequence[str]) -> Meets:
        year = _year(one)
        # Two windows of ten years: who is at most five apart shares one.
        years = (f"y{year // 10}", f"z{(year + 5) // 10}") if year else ()
        return cls(frozenset(_keys(one, name)), one.district, years)

    def narrowed(self, key: str) -> Iterator[str]:
        if self.district:
            yield f"{key}/{self.district}"
        for year in self.years:
            yield f"{key}/{year}"


def _keys(one: Facts, name: Sequence[str]) -> Iterator[str]:
    """Pairs of words, a word with one of the relative's, the name as one word, decisive numbers."""
    own, kin = _coarse(name), _coarse(parse(one.relative).name)
    for part in _aliases(one):
        own |= _coarse(part)
    for two in combinations(sorted(own), 2):
        yield "+".join(two)
    first = "".join(_initials(name))
    for father in kin:
        yield from (f"{word}<{father}" for word in own)
        yield f"{first}<{father}"
        yield f"<{father}@{one.district}"
    if one.district:
        yield from (f"{word}@{one.district}" for word in own)
    yield from (f"={key}" for key in _joined(name))
    yield from (f"p{phone}" for phone in one.phones)
    yield from (f"i{number}" for number in one.identities)


def _joined(name: Sequence[str]) -> set[str]:
    """ "Ram Kumar" and "Ramkumar" meet, in either order."""
    words = [found.plain[0] for found in _sounds(name)]
    return {*coarse("".join(words)), *coarse("".join(reversed(words)))}


def _coarse(words: Iterable[str]) -> set[str]:
    return {key for one in _sounds(words) for key in one.coarse if len(key) > 1}


def blocked(mentions: Sequence[Meets]) -> list[list[str]]:
    """Keys under which at most MOST meet: too common ones with district or decade, else with both.

    What is common even then (Kumar, Singh, of one district and decade) meets nobody by this key.
    """
    done: list[set[str]] = [set() for _one in mentions]
    waiting = [set(one.keys) for one in mentions]
    for _time in range(3):
        common = Counter(key for held in waiting for key in held)
        for one, held, kept in zip(mentions, waiting, done, strict=True):
            kept |= {key for key in held if common[key] <= MOST}
            wide = [key for key in held if common[key] > MOST]
            held.clear()
            held.update(more for key in wide for more in one.narrowed(key))
    return [sorted(one) for one in done]
