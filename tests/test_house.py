"""The house keeps its own rules: what CONTRIBUTING.md asks for, held against every file.

`python tools/house.py` prints the figures that are measured and not asserted.
"""

from __future__ import annotations

import ast
import re
import subprocess

import pytest

from tools import house

CODE = house.modules("cctns")
TEXTS = (".py", ".html", ".css", ".js", ".typ", ".md", ".toml", ".yml", ".yaml", ".sh", ".json")
GENERATED = ("cctns/web/static/vendor/",)


def tracked() -> list[str]:
    """Paths of the files that git keeps or would keep."""
    words = ["git", "-C", str(house.ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(words, capture_output=True, text=True, check=False)
    if told.returncode:
        pytest.skip("this is no git checkout")
    names = {one for one in told.stdout.splitlines() if (house.ROOT / one).is_file()}
    return sorted(one for one in names if not one.startswith(GENERATED))


def lines_with(pattern: str, paths: list[str]) -> list[str]:
    """ "path:line: text" of every line in which the pattern stands."""
    wanted = re.compile(pattern)
    found = []
    for path in paths:
        text = (house.ROOT / path).read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            if wanted.search(line):
                found.append(f"{path}:{number}: {line.strip()[:100]}")
    return found


def templates() -> list[str]:
    found = (house.ROOT / "cctns").rglob("templates/**/*.html")
    return sorted(str(one.relative_to(house.ROOT)) for one in found)


def below(*folders: str) -> list[house.Module]:
    return [one for one in CODE if one.path.startswith(tuple(f"cctns/{f}/" for f in folders))]


@pytest.mark.parametrize("folder", ["cctns", "tests", "tools", "benchmarks"])
def test_no_file_is_longer_than_four_hundred_lines(folder: str) -> None:
    long = [f"{one.path}: {len(one.lines)}" for one in house.modules(folder)]
    assert [one for one in long if int(one.rsplit(" ", 1)[1]) > 400] == []


def test_every_public_function_says_its_types() -> None:
    bare = [
        f"{module.path}:{one.lineno} {one.name}"
        for module in CODE
        for one in module.functions()
        if not one.name.startswith("_") and house.untyped(one)
    ]
    assert bare == []


def test_a_module_of_some_size_says_what_work_it_does() -> None:
    silent = [
        one.path
        for one in CODE
        if len(one.lines) > 25 and ast.get_docstring(one.tree) is None
        if not one.path.endswith("__init__.py")
    ]
    assert silent == []


def test_no_module_is_called_utils() -> None:
    names = ("utils", "helpers", "misc", "common")
    assert [m.path for m in CODE if m.path.rsplit("/", 1)[1].removesuffix(".py") in names] == []


def test_only_one_place_reads_the_clock() -> None:
    readers = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "timezone.now")
    found = [f"{m.path}: {call}" for m in CODE for call in m.calls() if call.endswith(readers)]
    assert [one for one in found if not one.startswith("cctns/lib/clock.py")] == []


def test_only_the_demo_plays_with_the_clock() -> None:
    players = [m.path for m in CODE if any(one.endswith("clock.played") for one in m.imports())]
    players += [m.path for m in CODE if any(one.endswith("clock.played") for one in m.calls())]
    assert [one for one in players if not one.startswith("cctns/demo/")] == []


def test_pages_and_calls_reach_the_tables_through_actions_and_queries_only() -> None:
    """The directory of States, districts and offices is open to all, and no record."""
    paths = [one.path for one in below("web", "api")]
    past = r"(?<!\bState)(?<!\bDistrict)(?<!\bOffice)\.objects\b|\bconnection\.cursor\b"
    assert lines_with(past, paths) == []


def test_nothing_happens_behind_the_back_of_a_save() -> None:
    signals = [m.path for m in CODE if any("signals" in one for one in m.imports())]
    hooks = [
        f"{module.path}:{one.lineno}"
        for module in CODE
        if module.path.endswith("models.py") or "/models/" in module.path
        for one in module.functions()
        if one.name == "save"
    ]
    assert signals + hooks == []


def test_only_commands_speak_to_the_terminal() -> None:
    speakers = {m.path for m in CODE if "print" in m.calls()}
    may = ("cctns/cli/", "cctns/demo/", "cctns/config/serve.py")
    assert [one for one in sorted(speakers) if not one.startswith(may)] == []


def test_nothing_is_left_unfinished() -> None:
    paths = [one for one in tracked() if one.endswith(TEXTS) and one != "tests/test_house.py"]
    assert lines_with(r"\b(TODO|FIXME|XXX|HACK)\b|\bbreakpoint\(|\bpdb\b", paths) == []


# The Content-Security-Policy refuses these in the browser; here they do not get that far.
INLINE = {
    "a script without a file": r"<script(?![^>]*(\bsrc=|type=.application/json))",
    "a style block": r"<style\b",
    "a style attribute": r"\sstyle\s*=",
    "a script attribute": r"""\son[a-z]+\s*=\s*["']""",
    "a script address": r"""=\s*["']javascript:""",
}


@pytest.mark.parametrize("what", INLINE)
def test_no_template_carries_inline_code(what: str) -> None:
    assert lines_with(INLINE[what], templates()) == []


def test_no_template_that_extends_another_says_something_outside_its_blocks() -> None:
    """Django does not run that: a variable set there is empty inside the blocks."""
    lost = []
    for path in templates():
        text = (house.ROOT / path).read_text(encoding="utf-8")
        if text.startswith("{% extends"):
            bare = re.sub(r"\{% block .*?\{% endblock(?: \w+)? %\}", "", text, flags=re.DOTALL)
            if re.search(r"\bas \w+ %\}|\{% with ", bare):
                lost.append(path)
    assert lost == []


def test_no_page_calls_on_another_host() -> None:
    pattern = r"""(src|href|action)\s*=\s*["']?(https?:)?//"""
    assert lines_with(pattern, templates()) == []


# Written in pieces, so that this file does not find itself.
LEAKS = (
    r"https?://[^\s\"'/]*(registry|mirror|" + r"pypi|npm|artifactory|nexus)",
    r"(^|[\s\"'=:(])/(wo" + r"rk|root|home/[a-z]+)/",
    r"/tmp/" + r"team",
    r"--(extra-)?index-" + r"url|--trusted-" + r"host",
)


@pytest.mark.parametrize("pattern", LEAKS)
def test_no_file_names_a_package_host_or_a_folder_of_one_machine(pattern: str) -> None:
    paths = [one for one in tracked() if not one.endswith((".csv", ".po", ".png", ".ttf"))]
    assert lines_with(pattern, paths) == []
