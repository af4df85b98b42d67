"""Where the data lies that tests may read but the project does not ship."""

from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
