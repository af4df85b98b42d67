"""`cctns demo`: the invented demo State with a year of cases, served for anyone to try."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from cctns.config import bootstrap, serve

BUILT = "demo.built"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--only-build", action="store_true", help="build the State, then stop")
    parser.add_argument("--fill", action="store_true", help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    os.environ["CCTNS_DEMO"] = "1"
    if arguments.fill:
        return _fill()
    with bootstrap.database_server() as (environment, server), serve.only_one(environment):
        serve.prepare()
        built = 0 if (environment.home / BUILT).exists() else _built()
        if built or arguments.only_build:
            return built
        return serve.run(environment, server, workers=2, ready=_tell)


def _built() -> int:
    """In a process of its own, as the pages' role: the demo is made as officers would make it."""
    fill = [sys.executable, "-m", "cctns.cli", "demo", "--fill"]
    role = {**os.environ, "CCTNS_DB_ROLE": "app"}
    return subprocess.run(fill, env=role, check=False).returncode  # noqa: S603 - our own module


def _fill() -> int:
    bootstrap.setup_django("app")
    from django.conf import settings
    from tqdm import tqdm

    from cctns.demo import life
    from cctns.offices.demo import demo_roster

    built, begun = settings.HOME / BUILT, settings.HOME / "demo.begun"
    if begun.exists():
        print(f"The demo was cut short; remove {settings.HOME} to build it anew.", file=sys.stderr)
        return 0
    begun.touch()
    demo_roster()
    print("Building a year in the life of an invented State ...", file=sys.stderr)
    for _ in tqdm(life.live(), total=life.event_count(), unit="event", disable=None):
        pass
    begun.rename(built)
    return 0


def _tell() -> None:
    """Demo logins, as a table: whoever reads the terminal can sign in."""
    fetch = [sys.executable, "-c", _LOGINS]
    subprocess.run(fetch, env={**os.environ, "CCTNS_DB_ROLE": "app"}, check=False)  # noqa: S603


_LOGINS = """
from cctns.config import bootstrap
bootstrap.setup_django("app")
from cctns.offices.demo import PASSWORD, demo_logins
print(f"Demo logins; the password of each is {PASSWORD}")
for login in demo_logins():
    print(f"  {login.username:<20} {login.role:<13} {login.office}")
print("All of this is invented. Ctrl-C stops it.", flush=True)
"""
