"""`cctns verify`: is everything still what was written? With FILE: is this paper, or this log?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", nargs="?", type=Path, help="a printed paper (PDF), or a saved /checkpoints.txt"
    )
    parser.add_argument("--office", default="", help="verify this office's journal only, by code")


def run(arguments: argparse.Namespace) -> int:
    """Exit code 0: nothing is wrong. 1: a sentence for each fault was printed."""
    if arguments.file is not None:
        return _paper(arguments.file)
    return _journals(arguments.office)


def _paper(path: Path) -> int:
    """Print the sentence; 0 verified, 1 altered, 2 unknown or unreadable."""
    from cctns.documents.verify import LARGEST, Status, verify_file
    from cctns.sync import saved_log

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        print(f"cctns verify: {path} cannot be read: {error.strerror}.", file=sys.stderr)
        return 2
    if saved_log.is_log(data):
        return _log(data)
    answer = verify_file(data)
    print(answer.sentence)
    return {Status.VERIFIED: 0, Status.ALTERED: 1}.get(answer.status, 2)


def _log(data: bytes) -> int:
    """Print what it says against what is known here; 0 nothing contradicts, 1 something does."""
    from cctns.lib.notes import NoteError
    from cctns.sync import saved_log

    try:
        found = saved_log.compare(data.decode())
    except (NoteError, UnicodeDecodeError) as error:
        print(f"cctns verify: this log cannot be believed: {error}.", file=sys.stderr)
        return 2
    for sentence in (*found.wrong, *found.well):
        print(sentence)
    return 1 if found.wrong else 0


def _journals(code: str) -> int:
    from tqdm import tqdm

    from cctns.journal.verify import verify
    from cctns.offices.models import Office

    offices = list(Office.objects.filter(**{"code": code} if code else {}).order_by("code"))
    if not offices:
        print(f"cctns verify: there is no office {code!r}.", file=sys.stderr)
        return 2
    faults = 0
    for office in tqdm(offices, unit="office", disable=None):
        for fault in verify(office):
            tqdm.write(str(fault), file=sys.stdout)
            faults += 1
    if faults:
        print(f"{faults} faults were found.")
        return 1
    print(f"Verified: {len(offices)} offices, nothing was altered.")
    return 0
