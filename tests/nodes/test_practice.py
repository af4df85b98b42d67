"""A real node and the practice node beneath it: nothing of one is found in the other."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents.reading import text


def run(home: Path, *words: str, **environment: str) -> tuple[int, str]:
    """A Python command on a node's data folder; its exit code and all that it said."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CCTNS_")}
    done = subprocess.run(
        [sys.executable, *words],
        env={**kept, "CCTNS_HOME": str(home), "CCTNS_DATABASE_URL": "", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def cctns(home: Path, *words: str, **environment: str) -> tuple[int, str]:
    return run(home, "-m", "cctns.cli", *words, **environment)


@pytest.fixture(scope="module")
def real() -> Iterator[Path]:
    """A real node's data folder, with a State, beside which the practice station was founded."""
    folder = Path(tempfile.mkdtemp(prefix="cctns-practice-"))
    folder.chmod(0o755)  # the database's own account must get there
    home = folder / "home"
    for words in (_FOUND, ["practice", "--only-build"]):
        code, said = cctns(home, *words)
        assert code == 0, said
    yield home
    shutil.rmtree(folder, ignore_errors=True)


_FOUND = ["node", "init", "--state", "9", "--name", "Headquarters", "--code", "HQ"]
_FOUND += ["--number", "A1", "--officer", "First"]
REAL_THINGS = {
    "CCTNS_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/real",
    "CCTNS_PKCS11_MODULE": "/real/token.so",
}


@pytest.fixture(scope="module")
def beneath(real: Path) -> Path:
    return real / "practice"


def test_no_key_and_no_password_is_shared(real: Path, beneath: Path) -> None:
    files = sorted(one.name for one in (real / "keys").iterdir())
    assert files == sorted(one.name for one in (beneath / "keys").iterdir())
    for name in files:
        own, other = real / "keys" / name, beneath / "keys" / name
        assert own.read_bytes() != other.read_bytes(), name
    own, other = (
        json.loads((one / "keys" / "secrets.json").read_text()) for one in (real, beneath)
    )
    assert set(own.values()).isdisjoint(other.values())


def test_each_has_a_database_of_its_own(real: Path, beneath: Path) -> None:
    assert (real / "database").is_dir()
    assert (beneath / "database").is_dir()
    assert run(real, "-c", _OFFICES) == (0, "HQ\n")
    code, said = run(beneath, "-c", _OFFICES, **REAL_THINGS)
    assert code == 0, said
    assert "9901001" in said


_OFFICES = """
from cctns.config import bootstrap
with bootstrap.database():
    bootstrap.setup_django("app")
    from cctns.offices.models import Office, Officer
    print(*Office.objects.order_by("code").values_list("code", flat=True))
"""


def test_a_practice_paper_says_so_and_the_real_node_does_not_know_it(
    real: Path, beneath: Path
) -> None:
    paper = beneath.parent.parent / "paper.pdf"
    code, said = run(beneath, "-m", "tests.nodes.practice_paper", str(paper), **REAL_THINGS)
    assert code == 0, said
    assert "PRACTICE: nothing here is real" in text(paper.read_bytes())
    code, said = cctns(beneath, "verify", str(paper))
    assert (code, said.startswith("Verified")) == (0, True), said
    code, said = cctns(real, "verify", str(paper))
    assert (code, said.startswith("Unknown")) == (2, True), said


@pytest.mark.parametrize(
    "words",
    [
        ("import", "firs", "old.csv", "--as", "A1"),
        ("demo", "--only-build"),
        tuple(_FOUND),
    ],
)
def test_nothing_real_is_brought_into_it(beneath: Path, words: tuple[str, ...]) -> None:
    code, said = cctns(beneath, *words)
    assert code == 2
    assert "practice node" in said


def test_it_serves_no_api_and_its_sign_in_ends_no_other(real: Path, beneath: Path) -> None:
    """Browsers keep cookies by host, whatever the port."""
    own, other = (run(home, "-c", _LOOK, **REAL_THINGS)[1].split() for home in (real, beneath))
    assert own[3:] == ["False", "/real/token.so.", "api"]
    assert other[3:] == ["True", ".", "none"]
    assert set(own[:3]).isdisjoint(other[:3])


_LOOK = """
from cctns.config import bootstrap
bootstrap.setup_django("app")
from django.conf import settings as s
from django.urls import resolve, Resolver404
print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.CHECKPOINT_ORIGIN, s.PRACTICE)
print(s.SIGNING_PKCS11_MODULE + ".")
try:
    print("api" if resolve("/api/v1/openapi.json") else "")
except Resolver404:
    print("none")
"""


def test_a_folder_in_use_is_not_made_a_practice_node(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "something").touch()
    code, said = cctns(tmp_path, "practice", "--only-build")
    assert code == 2
    assert "in use" in said
