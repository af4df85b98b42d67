"""What faces the database, once more on a server of its own over TCP with passwords.

`python -m tests.over_tcp [pytest words]`; the server is of the same wheel and stops with the run.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from cctns.config import embedded, keys

# Roles and passwords, guards, policies and locks: what a server may do otherwise. The rules above
# them ask no server in particular.
PARTS = (
    *("offices/test_access.py", "offices/test_login.py", "offices/test_races.py"),
    *("offices/test_rls.py", "offices/test_tree.py", "journal", "documents/test_issue.py"),
    *("config/test_environment.py", "config/test_health.py", "config/test_prepared.py"),
    *("cases/legacy/test_writing.py", "cases/test_register.py", "cases/test_at_once.py"),
    *("cases/test_refused_by_database.py", "cases/test_due_in_database.py"),
    *("registers/test_registers.py", "search/test_access.py", "identity/test_judge.py"),
)
# Alike on any server: every column of every kind altered, a matter of minutes.
LEFT_OUT = "--ignore=tests/journal/test_verify_kinds.py"


def main(words: list[str]) -> int:
    home = Path(tempfile.mkdtemp(prefix="cctns-tcp-"))
    try:
        keys.ensure(home)
        secrets = keys.read_secrets(home)
        port = _free_port()
        with embedded.running(home, secrets, tcp_port=port):
            password = secrets["database.superuser"]
            url = f"postgresql://postgres:{password}@127.0.0.1:{port}/cctns"
            environment = {**os.environ, "CCTNS_DATABASE_URL": url}
            paths = [f"tests/{part}" for part in PARTS]
            command = [sys.executable, "-m", "pytest", LEFT_OUT, *(words or paths)]
            return subprocess.run(command, env=environment, check=False).returncode
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
