"""`python -m tests.nodes.soak --kills 50 --seed 1`: killed again and again, nothing may be lost.

Exit code 1 and one sentence a fault when something was.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from . import ledger, story


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.nodes.soak", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1, help="of the moments and the victims")
    parser.add_argument("--rows", type=int, default=100_000, help="of the imported file")
    arguments = parser.parse_args(words)
    folder = Path(tempfile.mkdtemp(prefix="cctns-soak-", dir="/var/tmp"))
    try:
        return _run(folder, arguments)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(folder: Path, arguments: argparse.Namespace) -> int:
    begun = time.monotonic()
    with story.begun(folder, seed=arguments.seed, rows=arguments.rows) as told:
        victims = list(story.kinds_for(told.random, arguments.kills))
        while victims:
            victim = victims.pop()
            if not told.kill(victim, rest=(0.2, 4)):
                # It is starting again and will be met later; an import that has ended will not.
                ended = victim == story.IMPORT and told.bureau.done
                victims.append(told.random.choice(list(story.VICTIMS)) if ended else victim)
                continue
            number = sum(told.kills.values())
            print(f"{time.monotonic() - begun:7.1f} s  kill {number}: {victim}", flush=True)
        known = told.end()
        with ledger.server(told.node) as database:
            faults = ledger.faults(database, known)
        code, said = told.node.run("verify")
        faults += [] if code == 0 else said.splitlines()
        _report(told, known, said)
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults after {sum(told.kills.values())} kills (seed {arguments.seed})")
    return 1 if faults else 0


def _report(told: story.Story, known: ledger.Told, said: str) -> None:
    acknowledged = [number for number in known.numbers.values() if number]
    print(f"kills: {', '.join(f'{count} {name}' for name, count in told.kills.most_common())}")
    print(f"FIRs acknowledged: {len(acknowledged)}; pressed and never told: ", end="")
    print(f"{len(known.numbers) - len(acknowledged)}; drafts begun: {len(known.marks)}")
    print(f"node ended by itself and started again: {told.starts} times")
    print(f"requests cut or failed: {sum(one.cuts for one in told.clerks)}")
    ended = "ended well" if known.imported else "did not end"
    print(f"import: started {told.bureau.starts} times, {ended}")
    print(f"cctns verify: {said.strip().splitlines()[-1]}")


if __name__ == "__main__":
    sys.exit(main())
