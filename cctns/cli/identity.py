"""`cctns identity resolve`: compare all mentions of persons, and propose who may be one."""

from __future__ import annotations

import argparse
from importlib.util import find_spec

from cctns.config.env import Misconfigured

from .progress import progress

MISSING = (
    "the comparison needs Splink and DuckDB; install what requirements-resolve.txt names "
    "(pip install --require-hashes -r requirements-resolve.txt)."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["resolve"], help="make the candidates for review anew")


def run(arguments: argparse.Namespace) -> int:
    if find_spec("splink") is None:
        raise Misconfigured(MISSING)
    from cctns.identity.resolve import candidates

    with progress("mentions", candidates.count()) as step:
        found = candidates.run(step)
    print(f"{found} pairs may be one person; officers review them at /identity/.")
    return 0
