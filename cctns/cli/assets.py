"""`cctns assets`: what the pages need from npm, and the Hindi, compiled; `./dev setup` calls it."""

from __future__ import annotations

import argparse
import sys

from cctns.web import assets


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--messages", action="store_true", help="compile the languages only")


def run(arguments: argparse.Namespace) -> int:
    """Exit code 1 and one sentence when npm cannot deliver."""
    made = assets.compile_messages()
    if not arguments.messages:
        try:
            made += assets.fetch()
        except assets.AssetsMissing as missing:
            print(missing, file=sys.stderr)
            return 1
    print(f"{len(made)} files made")
    return 0
