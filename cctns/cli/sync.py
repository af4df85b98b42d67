"""`cctns sync`: how the lines to other nodes do, and journals carried by drive."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from cctns.config.env import Misconfigured


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True)
    acts.add_parser("status", help="lines, what waits, and forks")
    acts.add_parser("now", help="send and fetch once, now")
    acts.add_parser("export", help="write what the node above lacks, sealed for it").add_argument(
        "file", type=Path
    )
    taken = acts.add_parser("import", help="take what a drive brings; or the receipt of one")
    taken.add_argument("file", type=Path)
    taken.add_argument("--receipt", type=Path, help="where to write the receipt to carry back")


def run(arguments: argparse.Namespace) -> int:
    from cctns.sync.drive import NotADrive
    from cctns.sync.line import Cut
    from cctns.sync.papers import NotAPaper
    from cctns.sync.refused import Refused

    acts = {"status": _status, "now": _now, "export": _export, "import": _import}
    try:
        return acts[arguments.act](arguments)
    except (NotADrive, NotAPaper, Refused) as error:
        print(f"cctns sync: {error}", file=sys.stderr)
    except Cut as error:
        print(f"cctns sync: the node above does not answer ({error}).", file=sys.stderr)
    except OSError as error:
        print(f"cctns sync: {arguments.file}: {error.strerror}.", file=sys.stderr)
    return 2


def _status(_arguments: argparse.Namespace) -> int:
    """Exit code 1 when something wants a person: a fork, a halted journal, a silent line."""
    from cctns.sync import overview

    told = overview.overview()
    print(f"{told.node} ({told.role})")
    for line in told.lines:
        print(f"  {line.sentence}")
    alarms = [*(one.sentence for one in told.forks), *told.alarms]
    for sentence in alarms:
        print(f"  ! {sentence}")
    return 1 if alarms else 0


def _now(_arguments: argparse.Namespace) -> int:
    from tqdm import tqdm

    from cctns.sync import greeting, realm, received
    from cctns.sync.running import Upward

    parent = realm.parent()
    if parent is None:
        raise Misconfigured("There is no node above this one.")
    talking = Upward(parent)
    talking.greet()
    with tqdm(total=greeting.waiting(parent), unit="entry", disable=None) as bar:
        while talking.step() == 0.0:
            bar.update(bar.total - greeting.waiting(parent) - bar.n)
    received.catch_up()
    print(f"Nothing waits for {parent.name} any more.")
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from cctns.sync import drive, realm

    parent = realm.parent()
    if parent is None:
        raise Misconfigured("There is no node above this one.")
    count = drive.export(parent, arguments.file)
    print(f"{count} entries for {parent.name} are written to {arguments.file}, sealed for it.")
    return 0


def _import(arguments: argparse.Namespace) -> int:
    from cctns.sync import drive, received

    if arguments.file.read_bytes()[:1] == b"{":
        print(f"{drive.settle(arguments.file.read_bytes())} journals are held above as it says.")
        return 0
    done = drive.read(arguments.file)
    received.catch_up()
    for sentence in done.refused:
        print(f"  ! {sentence}")
    target = arguments.receipt or arguments.file.with_suffix(".receipt")
    target.write_bytes(done.receipt)
    print(f"{done.entries} entries and {done.letters} letters were taken; receipt: {target}")
    return 1 if done.refused else 0
