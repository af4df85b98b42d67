"""Collects every sentence of pages and rules into locale/hi, for a person to translate.

Needs gettext's xgettext. Run from the repository: .venv/bin/python -m tools.messages
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import polib

from cctns.config import bootstrap, env

PACKAGE = Path(__file__).resolve().parent.parent / "cctns"
METADATA = {
    "Project-Id-Version": "cctns",
    "Language": "hi",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["CCTNS_HOME"] = home
        bootstrap.prepare_home()
        bootstrap.setup_django(env.ADMIN)
        _collect()
    _tidy(PACKAGE / "locale" / "hi" / "LC_MESSAGES" / "django.po")


def _collect() -> None:
    from django.core.management import call_command

    os.chdir(PACKAGE)
    call_command(
        "makemessages",
        locale=["hi"],
        no_obsolete=True,
        no_wrap=True,
        no_location=True,
        ignore_patterns=["static/*", "law/data/*"],
    )


def _tidy(path: Path) -> None:
    """A guess of gettext is no translation: it is emptied, for a person to fill."""
    messages = polib.pofile(str(path), wrapwidth=0)
    messages.metadata, messages.header = METADATA, " CCTNS in Hindi."
    for entry in messages:
        if "fuzzy" in entry.flags:
            entry.flags.remove("fuzzy")
            entry.msgstr, entry.previous_msgid = "", None
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, "")
    messages.save()
    left = [entry.msgid for entry in messages if not entry.translated()]
    print(f"{len(messages)} sentences, {len(left)} without Hindi", *left, sep="\n")


if __name__ == "__main__":
    main()
