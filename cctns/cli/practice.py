"""`cctns practice`: the sandbox station beneath this node, for officers to practise at."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from cctns.config import bootstrap, practice, serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--only-build", action="store_true", help="found the station, then stop")


def run(arguments: argparse.Namespace) -> int:
    practice.enter()
    with bootstrap.database_server() as (environment, server), serve.only_one(environment):
        serve.prepare()
        founded = _as_pages(_FOUND)
        if founded or arguments.only_build:
            return founded
        return serve.run(environment, server, workers=1, ready=_tell)


def _tell() -> None:
    _as_pages(_TELL)


def _as_pages(step: str) -> int:
    """In a process of its own, as the pages' role."""
    words = [sys.executable, "-c", "from cctns.config import bootstrap as b;" + step]
    environment = {**os.environ, "CCTNS_DB_ROLE": "app"}
    return subprocess.run(words, env=environment, check=False).returncode  # noqa: S603


_FOUND = """b.setup_django("app")
from cctns.practice import sandbox
sandbox.found()
"""
_TELL = """b.setup_django("app")
from cctns.offices.demo import PASSWORD, demo_logins
print("Practice: nothing here is real.")
print("Officers enter under their own police number at /practice/join/")
print(f"The station's invented staff sign in with {PASSWORD}:")
for login in demo_logins():
    print(f"  {login.username:<20} {login.role:<13} {login.office}")
print("Ctrl-C stops it.", flush=True)
"""
