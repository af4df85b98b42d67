"""Every sentence has its Hindi, and no page says one that was not marked for translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.template.base import Lexer, TokenType

from cctns.web import assets

PACKAGE = assets.PACKAGE
MESSAGES = polib.pofile(str(PACKAGE / "locale" / "hi" / "LC_MESSAGES" / "django.po"))
TEMPLATES = sorted(PACKAGE.glob("**/templates/**/*.html"))
MARKS = {"_", "gettext", "gettext_lazy", "gettext_noop", "noop"}
# Names that are the same in every language.
UNTRANSLATED = {"CCTNS", "English", "BNSS"}
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%|\{\w*\}")
_HINDI = re.compile("[\u0900-\u097f]")
_WORD = re.compile("[A-Za-z]{2,}")


def texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def test_every_sentence_has_its_hindi() -> None:
    missing = [entry.msgid for entry in MESSAGES if not entry.translated()]
    assert missing == []
    assert not [entry.msgid for entry in MESSAGES if "fuzzy" in entry.flags]


def test_hindi_is_hindi() -> None:
    """But for what is written in Latin letters everywhere, and what is only places to fill."""
    latin = [
        entry.msgid
        for entry in MESSAGES
        if _WORD.search(_PLACEHOLDER.sub("", entry.msgid)) and not _HINDI.search(texts(entry)[0])
    ]
    assert set(latin) <= {"CNR", "IMEI 1", "IMEI 2"}


def test_what_is_filled_in_is_filled_in_both_languages() -> None:
    for entry in MESSAGES:
        wanted = sorted(_PLACEHOLDER.findall(entry.msgid))
        for text in texts(entry):
            assert sorted(_PLACEHOLDER.findall(text)) == wanted, entry.msgid


def marked_in_python(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS and node.args:
            told = node.args[0]
            if isinstance(told, ast.Constant) and isinstance(told.value, str):
                yield told.value


def marked_in_template(path: Path) -> Iterator[str]:
    for token in Lexer(path.read_text(encoding="utf-8")).tokenize():
        found = re.match(r'translate (?:"([^"]*)"|\'([^\']*)\')', token.contents)
        if token.token_type == TokenType.BLOCK and found:
            yield found[1] or found[2]


def test_every_marked_sentence_stands_in_the_list() -> None:
    known = {entry.msgid for entry in MESSAGES}
    used = {text for path in PACKAGE.rglob("*.py") for text in marked_in_python(path)}
    used |= {text for path in TEMPLATES for text in marked_in_template(path)}
    assert used - known == set()
    assert len(used) > 500


def unmarked(text: str) -> list[str]:
    """Words of a template that stand in it for a reader to see, and are not marked."""
    shown, skipped = [], False
    for token in Lexer(text).tokenize():
        if token.token_type == TokenType.BLOCK:
            name = token.contents.split()[0]
            skipped = name in ("blocktranslate", "plural") or (
                skipped and name != "endblocktranslate"
            )
        elif token.token_type == TokenType.TEXT and not skipped:
            shown.append(token.contents)
    page = "\x00".join(shown)
    page = re.sub(r"<(script|style)\b.*?</\1>|<!--.*?-->|<!doctype[^>]*>", " ", page, flags=re.S)
    page = re.sub(r'<(?:[^<>"]|"[^"]*")*>', " ", page)
    page = re.sub(r"&\w+;", " ", page)
    return [word for word in _WORD.findall(page) if word not in UNTRANSLATED]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_text_of_a_template_is_unmarked(path: Path) -> None:
    assert unmarked(path.read_text(encoding="utf-8")) == []


def test_the_checker_sees_unmarked_text() -> None:
    assert unmarked('<p class="x">Left {{ out }}</p>{% translate "Marked" %}') == ["Left"]
    assert unmarked("{% blocktranslate %}In{% plural %}Ins{% endblocktranslate %} after") == [
        "after"
    ]


def test_the_languages_are_compiled_without_gettext(tmp_path: Path) -> None:
    folder = tmp_path / "hi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    MESSAGES.save(str(folder / "django.po"))
    (made,) = assets.compile_messages(tmp_path)
    assert {entry.msgid for entry in polib.mofile(str(made))} == {one.msgid for one in MESSAGES}
