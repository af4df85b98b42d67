"""The commands of an operator: `cctns up`, `cctns verify`, `cctns import firs` and the rest."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from dataclasses import dataclass
from typing import Protocol

from cctns.config import bootstrap, env
from cctns.config.env import Misconfigured


class Module(Protocol):
    """One command: its arguments, and what it does; the exit code is returned."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...
    def run(self, arguments: argparse.Namespace) -> int: ...


@dataclass(frozen=True)
class Command:
    """Where a command's code lies, and the database role it works under ("" when it needs none).

    What is not for `practice` would bring something real into a practice node.
    """

    module: str
    help: str
    role: str = "app"
    practice: bool = True


COMMANDS = {
    "up": Command("up", "run this node: database, web pages and worker", ""),
    "demo": Command("demo", "build the synthetic demo State and run it", "", practice=False),
    "nation": Command(
        "nation", "build an invented nation of four nodes and run it", "", practice=False
    ),
    "practice": Command("practice", "serve the practice station beneath this node", ""),
    "node": Command(
        "node",
        "make this installation a node among others: found, enrol, join, move offices, recover",
        "sync",
        practice=False,
    ),
    "sync": Command(
        "sync", "how the lines to other nodes do; carry journals by drive", "sync", practice=False
    ),
    "check": Command("check", "say what is wrong with this installation", "app"),
    "assets": Command(
        "assets", "fetch and compile what pages need: styles, scripts, fonts, Hindi", ""
    ),
    "import": Command("import_", "bring in FIRs from CSV or JSON", practice=False),
    "search": Command("search", "find persons, things and FIRs as the one box of the pages does"),
    "screen": Command("screen", "hold a list of names against the index, line by line"),
    "alerts": Command("alerts", "read the alerts of an office, and answer one"),
    "verify": Command("verify", "verify every journal, or one paper", "worker"),
    "identity": Command("identity", "compare persons and propose who may be one", "worker"),
    "rebuild": Command("rebuild", "run a follower of the journals again from the start", "worker"),
    "bench": Command("bench", "run a benchmark beside its peer", ""),
    "manage": Command(
        "manage", "Django's own management commands, as the database's owner", "owner"
    ),
}


def main(words: list[str] | None = None) -> int:
    """Run one command; a wrong set-up is said in one sentence, exit code 2."""
    words = sys.argv[1:] if words is None else words
    name = words[0] if words else ""
    if name not in COMMANDS:
        return _help(name)
    command = COMMANDS[name]
    module: Module = importlib.import_module(f"cctns.cli.{command.module}")
    parser = argparse.ArgumentParser(prog=f"cctns {name}", description=command.help)
    module.add_arguments(parser)
    arguments = parser.parse_args(words[1:])
    try:
        if not command.practice and env.read().practice:
            raise Misconfigured("This is a practice node: nothing real is brought into it.")
        return _run(module, arguments, command.role)
    except Misconfigured as error:
        print(f"cctns {name}: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # `cctns search ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def _run(module: Module, arguments: argparse.Namespace, role: str) -> int:
    if not role:
        return module.run(arguments)
    with bootstrap.database():
        bootstrap.setup_django(role)
        return module.run(arguments)


def _help(name: str) -> int:
    asked = name in ("", "-h", "--help", "help")
    out = sys.stdout if asked else sys.stderr
    if not asked:
        print(f"cctns: there is no command {name!r}", file=out)
    print("usage: cctns COMMAND [-h] ...\n", file=out)
    for known, command in COMMANDS.items():
        print(f"  {known:<9} {command.help}", file=out)
    return 0 if asked else 2
