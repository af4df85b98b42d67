"""Which licences the product's own dependencies have; GPL and AGPL never come into it."""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements.txt"
REFUSED = re.compile(r"\b(A?GPL|GNU (Affero )?General Public)", re.IGNORECASE)
LESSER = re.compile(r"Lesser|LGPL", re.IGNORECASE)


def licence(name: str) -> str:
    """What a package says of its licence: expression, classifiers, and the field's first line."""
    told = metadata(name)
    parts = [told.get("License-Expression") or ""]
    parts += [one for one in told.get_all("Classifier") or [] if one.startswith("License ::")]
    parts += (told.get("License") or "").splitlines()[:1]
    return "; ".join(filter(None, parts)) or "not stated"


def main() -> int:
    names = re.findall(r"^([A-Za-z0-9_.-]+)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    wrong = []
    for name in names:
        try:
            said = licence(name)
        except PackageNotFoundError:
            wrong.append(f"{name} is locked but not installed")
            continue
        if REFUSED.search(said) and not LESSER.search(said):
            wrong.append(f"{name}: {said}")
    print("\n".join(wrong) or f"{len(names)} packages, no GPL or AGPL among them")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
