"""What an Indian word's letters may stand for, where its script or its speakers leave it open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .brahmi import (
    BENGALI,
    DEVANAGARI,
    FLAP,
    GUJARATI,
    JNA,
    NASAL,
    TAMIL,
    YA_PHALA,
    Syllable,
    syllables,
)

_VOICED = {"k": "g", "ch": "s", "t": "d", "p": "b"}
_NASALS = {"n", "m", "ng", "ny"}
_TAMIL_AU = re.compile("ெள(?![ா-்])")  # typed as two letters: கெளதம் Gautam
_TAMIL_LEAD = re.compile("^[இஉ](?=[ரலய])(?=...)")  # no Tamil word begins with r: இராமன் Raman
_TYPED_I = "र्इ"  # typed for ई in fonts older than Unicode: पार्इ Pai
_BEFORE_TONGUE = re.compile(f"{NASAL}(?=[kgcjtd])")  # రవీంద్ర Ravindra, but అంబిక Ambika
_BETWEEN = "G"  # Tamil k between vowels: g, or the h of other languages
_HELPING_U = re.compile("(?<=[kgtdpb])u$")  # no Tamil word ends in a stop: அகமது Ahmad


def romanise(word: str, start: int) -> tuple[str, ...]:
    """Readings in Latin letters of a word in the block that begins at `start`, likeliest first."""
    if start == DEVANAGARI:
        word = word.replace(_TYPED_I, "ई")
    if start == TAMIL:
        word = _TAMIL_AU.sub("ௌ", _TAMIL_LEAD.sub("", word))
    spoken = syllables(word, start)
    if start == TAMIL:
        _voice(spoken)
    text = "".join("".join(one.consonants) + one.vowel.replace("*", "a") for one in spoken)
    text = _BEFORE_TONGUE.sub("n", text.replace("ny", "n").replace("ngk", "nk")).replace(NASAL, "m")
    found = [*_readings(text.replace(JNA, "gy"), start)]
    if JNA in text:
        found += _readings(text.replace(JNA, "jn"), start)
    return tuple(dict.fromkeys(found))


def _readings(text: str, start: int) -> Iterator[str]:
    if start == BENGALI:  # য is j, its conjunct form mostly only lengthens; ব and ভ are v too
        text = text.replace("J", "j").replace(FLAP, "r").replace("oya", "wa")
        yield text.replace(YA_PHALA, "")
        yield text.replace(YA_PHALA, "y").replace("bh", "v").replace("b", "v")
    elif start == TAMIL:
        for told in (text.replace(_BETWEEN, "g"), text.replace(_BETWEEN, "h")):
            yield told
            yield _HELPING_U.sub("", told)
    else:
        yield text.replace(FLAP, "r").replace("J", "y")
        yield text.replace(FLAP, "d")
        if start == GUJARATI:
            yield text.replace("zh", "l")


def _voice(found: list[Syllable]) -> None:
    """Tamil has one letter for p and b: voiced between vowels and after a nasal, unless doubled."""
    letters = [(one, at) for one in found for at in range(len(one.consonants))]
    written = [one.consonants[at] for one, at in letters]
    for number, (syllable, at) in enumerate(letters):
        here = written[number]
        before = written[number - 1] if number else ""
        touches = at > 0  # the consonant before stands in the same cluster
        doubled = (touches and before == here) or (
            at + 1 < len(syllable.consonants) and written[number + 1] == here
        )
        if here not in _VOICED or doubled:
            continue
        opens = number == 0 and syllable is found[0]  # not after the vowel of அபூ Abu
        if opens or (touches and before not in _NASALS):
            syllable.consonants[at] = "s" if here == "ch" and not touches else here
        elif here == "ch" and touches:
            syllable.consonants[at] = "j"
        else:
            syllable.consonants[at] = _BETWEEN if here == "k" and not touches else _VOICED[here]
