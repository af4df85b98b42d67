"""`cctns bench NAME --json FILE`: one benchmark, its peer beside it in the same run."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import subprocess
import sys
import time
import timeit
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
NAMES = {
    "alerts": "alerts",
    "register": "register",
    "herd": "herd",
    "history": "history",
    "import": "import_firs",
    "journal": "journal",
    "known": "known",
    "low-end": "low_end",
    "pages": "pages",
    "pdf": "pdf",
    "clocks": "clocks",
    "missing": "missing",
    "returns": "returns",
    "resolve": "resolve",
    "station": "station",
    "names": "names",
    "screen": "screen",
    "sync": "sync",
}
OPTIONS = ("persons", "queries", "hold")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=sorted(NAMES))
    parser.add_argument("--json", type=Path, help="write the result here")
    parser.add_argument("--size", choices=["small", "full"], default="small")
    parser.add_argument("--persons", type=Path, help="names, screen, resolve: persons of your own")
    parser.add_argument("--queries", type=Path, help="names, screen: questions about them")
    parser.add_argument("--hold", type=int, help="names: so many persons in the index")


def run(arguments: argparse.Namespace) -> int:
    sys.path.insert(0, str(ROOT))
    try:
        module = importlib.import_module(f"benchmarks.{NAMES[arguments.name]}")
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] != "benchmarks":
            print(f"cctns bench: {error}; run ./dev bench, which installs it", file=sys.stderr)
        else:
            print("cctns bench: benchmarks stand in the repository only", file=sys.stderr)
        return 2
    begun = time.monotonic()
    options = {name: told for name in OPTIONS if (told := getattr(arguments, name))}
    figures, peers = module.run(arguments.size, **options)
    result = {
        "name": arguments.name,
        "figures": figures,
        "peers": peers,
        "size": arguments.size,
        "seconds": round(time.monotonic() - begun, 1),
        "commit": _commit(),
        "machine": _machine(),
    }
    _show(result)
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


def _show(result: dict[str, Any]) -> None:
    for name, value in result["figures"].items():
        peer = result["peers"].get(name)
        beside = f"   ({peer['name']}: {peer['value']:,.2f})" if peer else ""
        print(f"{name:<20} {value:>14,.2f}{beside}")


def _commit() -> str:
    git = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    done = subprocess.run(git, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip() or "unknown"


def _machine() -> dict[str, Any]:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(memory),
        "python": platform.python_version(),
        "loop_ms": _loop_ms(),
    }


def _loop_ms() -> int:
    """Best of three of ten million turns of an empty loop: how fast this machine is today."""
    best = min(timeit.repeat("for _ in range(10_000_000): pass", repeat=3, number=1))
    return round(best * 1000)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())
