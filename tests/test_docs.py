"""The documentation says only what is there: files, links, commands, settings and tables."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cctns.cli import COMMANDS
from tools import clocks_table, house, readme_table, roles_table

ROOT = house.ROOT
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs/adr").glob("*.md"))
FOLDERS = ("cctns", "tests", "tools", "docs", "benchmarks", ".ci")

CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
# "cctns/offices/access.py", "cctns/law/data/", "cctns/lib/clock.py:now"
NAMED = re.compile(rf"(?:{'|'.join(map(re.escape, FOLDERS))})/[\w./-]*(?::\w+)?")

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda one: str(one.relative_to(ROOT)))


def named_files(page: Path) -> Iterator[str]:
    for code in CODE.findall(page.read_text(encoding="utf-8")):
        if NAMED.fullmatch(code):
            yield code


@every_page
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    missing = [one for one in named_files(page) if not (ROOT / one.partition(":")[0]).exists()]
    assert missing == []


@every_page
def test_every_function_that_a_page_names_stands_in_its_file(page: Path) -> None:
    for named in named_files(page):
        path, _colon, name = named.partition(":")
        if name:
            tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
            assert name in _defined(tree), named


def _defined(tree: ast.Module) -> set[str]:
    found = {one.name for one in ast.walk(tree) if isinstance(one, house.Function | ast.ClassDef)}
    assigned = (one.targets for one in tree.body if isinstance(one, ast.Assign))
    return found | {name.id for names in assigned for name in names if isinstance(name, ast.Name)}


@every_page
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        path, _hash, heading = target.partition("#")
        aim = (page.parent / path) if path else page
        assert aim.exists(), target
        if heading:
            assert heading in _headings(aim), target


def _headings(page: Path) -> set[str]:
    lines = page.read_text(encoding="utf-8").splitlines()
    titles = (line.lstrip("# ").lower() for line in lines if line.startswith("#"))
    return {re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles}


@every_page
def test_every_command_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    told = set(re.findall(r"(?:^|[`/ ])cctns ([a-z]+)\b", "\n".join(_code(text))))
    assert told - set(COMMANDS) == set()
    scripts = set(re.findall(r"\./dev ([a-z]+)\b", "\n".join(_code(text))))
    assert scripts - _dev_words() == set()


def _code(text: str) -> Iterator[str]:
    """Every fenced block and every `piece` of code."""
    yield from re.findall(r"^```[^\n]*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    yield from re.findall(r"^    (\S.*)$", text, re.MULTILINE)
    yield from CODE.findall(text)


def _dev_words() -> set[str]:
    return set(
        re.findall(r"^    (\w+)\)", (ROOT / "dev").read_text(encoding="utf-8"), re.MULTILINE)
    )


def test_the_reference_has_every_command() -> None:
    text = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^## `cctns (\w+)", text, re.MULTILINE))
    assert told == set(COMMANDS)


def test_the_reference_has_every_variable_of_the_environment() -> None:
    """Read in cctns/ or used by the tests; each with a row of its own."""
    pattern = re.compile(r"\bCCTNS_[A-Z0-9_]+\b")
    sources = [*(ROOT / "cctns").rglob("*.py"), ROOT / "tests/conftest.py", ROOT / "dev"]
    used = {name for one in sources for name in pattern.findall(one.read_text(encoding="utf-8"))}
    page = (ROOT / "docs/reference/environment.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(CCTNS_[A-Z0-9_]+)`", page, re.MULTILINE)) == used


@every_page
def test_no_page_names_a_variable_that_nothing_reads(page: Path) -> None:
    told = set(re.findall(r"\bCCTNS_[A-Z0-9_]+\b", page.read_text(encoding="utf-8")))
    reference = (ROOT / "docs/reference/environment.md").read_text(encoding="utf-8")
    assert {one for one in told if one not in reference} == set()


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(one.name[:4]) for one in DECISIONS]
    assert numbers == list(range(1, len(DECISIONS) + 1))


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda one: one.name[:4])
def test_a_decision_is_short_and_says_what_it_costs(decision: Path) -> None:
    lines = decision.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 40
    assert lines[0].startswith(f"# {int(decision.name[:4])}. ")
    parts = [line for line in lines if line.startswith("## ")]
    assert parts == ["## Context", "## Decision", "## Consequences"]


def test_the_index_leads_to_every_page() -> None:
    index = ROOT / "docs/README.md"
    text = index.read_text(encoding="utf-8")
    linked = {(index.parent / one.partition("#")[0]).resolve() for one in LINK.findall(text)}
    pages = {one.resolve() for one in (ROOT / "docs").rglob("*.md")} - {index.resolve()}
    assert sorted(str(one.relative_to(ROOT)) for one in pages - linked) == []


def _capabilities() -> list[tuple[str, str]]:
    """(function or complaint, its proof) of both tables of docs/capabilities.md."""
    lines = (ROOT / "docs/capabilities.md").read_text(encoding="utf-8").splitlines()
    cells = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    return [(name, proof) for name, proof in cells if proof != "Proof"]


@pytest.mark.parametrize(("name", "proof"), _capabilities())
def test_every_capability_names_its_test(name: str, proof: str) -> None:
    """Complaint 17: 80 of 442 functions were complete, and nobody could tell which."""
    if proof == "not yet":
        return
    path, _colons, test = proof.partition("::")
    assert f"def {test}(" in (ROOT / path).read_text(encoding="utf-8")


def test_the_count_of_capabilities_is_right() -> None:
    text = (ROOT / "docs/capabilities.md").read_text(encoding="utf-8")
    functions = text.partition("## What users")[0]
    rows = [proof for name, proof in _capabilities() if f"| {name} | " in functions]
    done = sum(proof != "not yet" for proof in rows)
    told = f"**{done} of {len(rows)} functions are done, {len(rows) - done} are not.**"
    assert told in text, told


def test_the_page_of_roles_is_what_the_code_says() -> None:
    told = roles_table.PAGE.read_text(encoding="utf-8")
    assert told == roles_table.render(), "run: python tools/roles_table.py"


def test_the_page_of_clocks_is_what_the_law_tables_say() -> None:
    told = clocks_table.PAGE.read_text(encoding="utf-8")
    assert told == clocks_table.render(), "run: python tools/clocks_table.py"


def test_the_table_of_measurements_is_what_the_benchmarks_said() -> None:
    told = readme_table.README.read_text(encoding="utf-8")
    assert told == readme_table.replace(told), "run: python tools/readme_table.py"


def test_pictures_are_small_enough_for_a_bad_line() -> None:
    large = {one.name: one.stat().st_size for one in (ROOT / "docs/images").glob("*.png")}
    assert {name: size for name, size in large.items() if size >= 200_000} == {}
