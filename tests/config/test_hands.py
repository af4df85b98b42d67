"""More processes beside the worker, for as many cores as are left."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cctns.config import hands

_MODULE = """
import os, pathlib
pathlib.Path(os.environ["HANDS"], str(os.getpid())).touch()
"""


@pytest.mark.parametrize(("when", "more"), [(True, 2), (False, 0)])
def test_one_for_each_core_that_is_left_has_ended_with_the_block(
    when: bool, more: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hand.py").write_text(_MODULE)
    told = tmp_path / "told"
    told.mkdir()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("HANDS", str(told))
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0, 1, 2})
    with hands.beside("hand", when=when):
        pass
    assert len(list(told.iterdir())) == more
