"""`cctns rebuild NAME`: empty what a follower of the journals derived, and derive it again."""

from __future__ import annotations

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", default="", help="the follower; without it, all names")


def run(arguments: argparse.Namespace) -> int:
    from cctns.journal import follow

    if not arguments.name:
        old = follow.outdated()
        told = [one + " (made by an older program)" * (one in old) for one in follow.names()]
        print("\n".join(told) or "This node has no followers.")
        return 0
    try:
        shown = follow.rebuild(arguments.name)
    except follow.UnknownFollower:
        print(f"cctns rebuild: there is no follower {arguments.name!r}.", file=sys.stderr)
        return 2
    print(f"{arguments.name} was rebuilt from {shown} entries.")
    return 0
