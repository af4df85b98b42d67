"""Help beside a form: what it is for, what the law asks, what often goes wrong.

One file a language in help/, each form under "book.NAME" or "fir.PAGE", a page under "page.NAME":
the texts are read and corrected by officers and lawyers, form by form, which a catalogue of loose
sentences prevents.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from django.utils.translation import get_language

LANGUAGES = ("en", "hi")


@dataclass(frozen=True)
class Guidance:
    """Some sentences each, in one language."""

    purpose: str
    law: str
    mistakes: str


@cache
def guidance_in(language: str) -> dict[str, Guidance]:
    """All help of a language, by form."""
    text = resources.files(__package__).joinpath("help", f"{language}.json").read_text("utf-8")
    return {form: Guidance(**told) for form, told in json.loads(text).items()}


def guidance_on(form: str) -> Guidance | None:
    """In the language that Django now speaks; None where there is nothing to say."""
    spoken = (get_language() or "")[:2]
    return guidance_in(spoken if spoken in LANGUAGES else "en").get(form)
