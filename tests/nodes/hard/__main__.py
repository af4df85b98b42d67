"""`python -m tests.nodes.hard`: what real nodes bear that takes minutes to do to them.

Full disks, power cuts, months without a line, lines hardly worth the name. Words go to pytest:
`python -m tests.nodes.hard -k power`. Disks are mounted for it, which needs root and loop devices;
where they cannot be, those tests are skipped and say so.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest


def main(words: list[str]) -> int:
    here = sorted(Path(__file__).parent.glob("[a-z]*.py"))
    return pytest.main(["-v", "-ra", "--durations=0", *words, *map(str, here)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
