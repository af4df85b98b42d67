"""What people write is printed as they wrote it: it is never read as markup, and never too much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cctns.documents import wording

from . import sample
from .conftest import Printed
from .reading import reader, squeezed, text


def test_markup_is_shown_and_not_obeyed(printed: Printed) -> None:
    hostile = sample.complainant(name=sample.HOSTILE, occupation=sample.HOSTILE)
    told = squeezed(
        text(
            printed(
                sample.paper(persons=(hostile,), narrative=sample.HOSTILE, place=sample.HOSTILE),
                "en",
            )
        )
    )
    assert told.count(squeezed(sample.HOSTILE)) == 4


@pytest.mark.parametrize(
    "words",
    [
        "தமிழில் எழுதிய புகார்",
        "বাংলায় লেখা অভিযোগ",
        "తెలుగు ఫిర్యాదు",
        "ಕನ್ನಡ ದೂರು",
        "മലയാളം പരാതി",
        "ગુજરાતી ફરિયાદ",
        "ਪੰਜਾਬੀ ਸ਼ਿਕਾਇਤ",
        "ଓଡ଼ିଆ ଅଭିଯୋଗ",
        "یہ شکایت اردو میں ہے",
        "क्\u200dष and क्\u200cष",
        "left \u202eright to left\u202c again",
        "fled on 🏍 laughing 🙂",
    ],
)
def test_every_script_of_india_keeps_the_paper_archivable(printed: Printed, words: str) -> None:
    data = printed(sample.paper(narrative=words), "en")
    assert b'pdfaid:part="3"' in reader(data).trailer["/Root"]["/Metadata"].get_data()


@pytest.mark.parametrize("words", ["汉字 and more", "bell \x07 rings", "\ufdd0\ue000 nothing"])
def test_letters_that_no_typeface_has_do_not_stop_the_paper(printed: Printed, words: str) -> None:
    data = printed(sample.paper(narrative=words), "en")
    assert reader(data).trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "0142/2026" in text(data)


def test_fifty_thousand_characters_take_many_pages_and_lose_none(printed: Printed) -> None:
    story = " ".join(f"word{number}" for number in range(5_800))
    assert len(story) > 50_000
    data = printed(sample.paper(narrative=story), "en")
    told = text(data)
    assert len(reader(data).pages) > 10
    # A page's header and footer stand between two lines of the story, so words are sought singly.
    for number in range(5_800):
        assert f"word{number} " in told, number


def test_one_word_of_fifty_thousand_letters_stays_on_the_paper(printed: Printed) -> None:
    data = printed(sample.paper(narrative="mm" * 25_000, house="m" * 150))
    assert len(reader(data).pages) > 10
    assert squeezed(text(data)).count("m") > 50_000
    right_edge = 0.0

    def look(_text: str, _cm: list[float], tm: list[float], *_font: object) -> None:
        nonlocal right_edge
        right_edge = max(right_edge, tm[4])

    for page in reader(data).pages:
        page.extract_text(visitor_text=look)
    assert right_edge < 595 - 18 * 72 / 25.4


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("a" * 40, "a" * 40),
        ("a" * 41, "a" * 40 + "\u200ba"),
        ("क्ष" * 14, "क्ष" * 14),
        ("कि" * 21, "कि" * 20 + "\u200bकि"),
    ],
)
def test_a_word_never_breaks_within_a_letter(word: str, broken: str) -> None:
    assert wording.breakable(word) == broken
    assert wording.breakable({"a": [word]}) == {"a": [broken]}


def test_a_hundred_persons_take_the_pages_they_need(printed: Printed) -> None:
    crowd = tuple(
        sample.accused(ordinal=n, code=f"A{n}", name=f"Person {n}", knowledge="known")
        for n in range(1, 101)
    )
    told = text(printed(replace(sample.paper(), persons=crowd), "en"))
    assert all(f"Person {n} " in told for n in range(1, 101))
