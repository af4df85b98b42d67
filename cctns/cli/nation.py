"""`cctns nation`: an invented nation on this machine, four nodes that a newcomer may cut and heal.

They are enrolled by the same papers and commands as real ones; each has its own folder, database
and ports.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

from cctns.config import bootstrap, env, node_file, serve
from cctns.config.env import Misconfigured
from cctns.demo import places
from cctns.demo.places import PLACES, Place

BUILT = "nation.built"
_GRACE_SECONDS = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--only-build", action="store_true", help="build the nodes, then stop")
    parser.add_argument(
        "--cases", type=int, default=places.CASES, help="cases of each State (default 24)"
    )
    for inner in ("--make", "--fill"):
        parser.add_argument(inner, choices=[one.folder for one in PLACES], help=argparse.SUPPRESS)
    parser.add_argument("--passwords", action="store_true", help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    if arguments.make:
        return _make(_named(arguments.make), arguments.cases)
    if arguments.fill or arguments.passwords:
        return _fill(arguments)
    home, port = env.read().home, env.read().port
    built = home / "nation" / BUILT
    if not built.exists():
        _build(home / "nation", port, arguments.cases)
        built.touch()
    return 0 if arguments.only_build else _serve(home / "nation", port)


def _named(folder: str) -> Place:
    return next(one for one in PLACES if one.folder == folder)


def _environment(place: Place, root: Path, port: int) -> dict[str, str]:
    """As if that node stood alone on its machine."""
    own = {"CCTNS_HOME": str(root / place.folder), "CCTNS_PORT": str(port + place.port)}
    return {**os.environ, **own, "CCTNS_DATABASE_URL": "", "CCTNS_DEMO": "1", "CCTNS_DB_ROLE": ""}


def _build(root: Path, port: int, cases: int) -> None:
    """One node after another, then their papers. Raises Misconfigured."""
    shutil.rmtree(root, ignore_errors=True)  # of a build that was cut short
    root.mkdir(mode=0o711, parents=True)
    for place in PLACES:
        print(f"Building the node {place.name} ...", file=sys.stderr)
        _cctns(root, port, place, "nation", "--make", place.folder, "--cases", str(cases))
    for below, above, offices in places.ENROLLED:
        print(f"Enrolling {below.name} below {above.name} ...", file=sys.stderr)
        _enrol(root, port, below, above, offices)
    _cctns(root, port, places.STATION, "nation", "--passwords")


def _enrol(root: Path, port: int, below: Place, above: Place, offices: tuple[str, ...]) -> None:
    request, grant = (str(root / f"{below.folder}.{paper}") for paper in ("request", "grant"))
    url = f"http://127.0.0.1:{port + above.port + serve.DOOR}"
    told = ["--grant", grant, "--state", str(below.state), "--url", url, "--as", above.logins[0]]
    kept = [word for code in offices for word in ("--office", code)]
    _cctns(root, port, below, "node", "request", request)
    _cctns(root, port, above, "node", "enrol", request, *told, *kept)
    _cctns(root, port, below, "node", "join", grant)


def _cctns(root: Path, port: int, place: Place, *words: str) -> None:
    command = [sys.executable, "-m", "cctns.cli", *words]
    where = _environment(place, root, port)
    done = subprocess.run(command, env=where, stdout=subprocess.DEVNULL, check=False)  # noqa: S603
    if done.returncode:
        raise Misconfigured(f"{place.name}: `cctns {' '.join(words[:2])}` failed, as said above.")


def _make(place: Place, cases: int) -> int:
    """In the node's own environment: its database, its name, and what it has of its own."""
    with bootstrap.database_server() as (environment, _server):
        node_file.write(environment.home, name=place.name, role=place.role)
        serve.prepare()
        fill = [sys.executable, "-m", "cctns.cli", "nation", "--fill", place.folder]
        role = {**os.environ, "CCTNS_DB_ROLE": "app"}
        command = [*fill, "--cases", str(cases)]
        return subprocess.run(command, env=role, check=False).returncode  # noqa: S603


def _fill(arguments: argparse.Namespace) -> int:
    """As the pages' role."""
    if arguments.passwords:
        with bootstrap.database():
            bootstrap.setup_django("app")
            from cctns.demo import nation

            nation.give_passwords()
        return 0
    bootstrap.setup_django("app")
    from tqdm import tqdm

    from cctns.demo import nation

    place = _named(arguments.fill)
    for _ in tqdm(nation.fill(place, cases=arguments.cases), unit="event", disable=None):
        pass
    return 0


def _serve(root: Path, port: int) -> int:
    """All four until Ctrl-C or SIGTERM, or until one of them ends by itself."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_told: stop.set())
    command = [sys.executable, "-m", "cctns.cli", "up", "--workers", "1"]
    nodes = [
        subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command, env=_environment(one, root, port), start_new_session=True
        )
        for one in PLACES
    ]
    print(_told(port), flush=True)
    while not stop.wait(0.5) and all(one.poll() is None for one in nodes):
        pass
    for one in nodes:
        one.terminate()
    return 0 if all([one.wait(_GRACE_SECONDS) == 0 for one in nodes]) else 1


def _told(port: int) -> str:
    """Where to go and as whom."""
    lines = [f"Four nodes; the password of every login is {places.PASSWORD}"]
    for place in PLACES:
        logins = ", ".join(place.logins)
        lines.append(f"  http://127.0.0.1:{port + place.port}/  {place.name}: {logins}")
    lines.append("Cut and heal a line on the page Lines (as administrator). Ctrl-C ends all four.")
    return "\n".join(lines)
