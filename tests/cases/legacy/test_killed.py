"""kill -9 at random moments of `cctns import firs`: nothing lost, nothing doubled, journals whole.

CCTNS_KILLS sets how often (4); with 50 and more this is the soak.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from benchmarks.import_firs import write_rows

KILLS = int(os.environ.get("CCTNS_KILLS", "4"))
ROWS = 6_000


class DemoNode:
    """A data folder with the demo's offices; each command is a process of its own."""

    def __init__(self, home: Path) -> None:
        home.parent.chmod(0o755)  # the database's own account must get there
        kept = {name: value for name, value in os.environ.items() if "DJANGO" not in name}
        ours = {"CCTNS_HOME": str(home), "CCTNS_DATABASE_URL": "", "CCTNS_DB_ROLE": ""}
        self.environment = {**kept, **ours, "CCTNS_DEMO": "1"}
        found = "from benchmarks import ground; ground.offices_only()"
        subprocess.run([sys.executable, "-c", found], env=self.environment, check=True, timeout=120)

    def start(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "cctns.cli", *words],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *words: str) -> str:
        process = self.start(*words)
        out, _ = process.communicate(timeout=180)
        assert process.returncode == 0, out
        return out


@pytest.fixture(scope="module")
def node() -> Iterator[DemoNode]:
    folder = Path(tempfile.mkdtemp(prefix="cctns-killed-", dir="/var/tmp"))
    yield DemoNode(folder / "home")
    shutil.rmtree(folder, ignore_errors=True)


def test_killed_and_started_again_the_import_is_whole(node: DemoNode, tmp_path: Path) -> None:
    path, report = tmp_path / "old.csv", tmp_path / "report.json"
    write_rows(path, ROWS)
    words = ["import", "firs", str(path), "--as", "scrb", "--report", str(report)]
    words += ["--create-stations", "admin", "--under", "SUR"]
    moments = random.Random(7)
    for _ in range(KILLS):
        process = node.start(*words)
        time.sleep(moments.uniform(1.0, 3.5))
        second = psutil.Process(process.pid).children()
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert psutil.wait_procs(second, timeout=5)[1] == []
    node.run(*words)
    told = json.loads(report.read_text())[str(path)]
    assert told["imported"] + told["already_there"] == told["read"] == ROWS
    assert told["refused"] == 0
    assert sum(sum(years.values()) for years in told["counts"].values()) == ROWS
    node.run(*words)
    again = json.loads(report.read_text())[str(path)]
    assert (again["imported"], again["already_there"]) == (0, ROWS)
    assert again["counts"] == told["counts"]
    assert "nothing was altered" in node.run("verify")
