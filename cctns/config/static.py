"""Static files, hashed and compressed once for each state of the sources."""

from __future__ import annotations

import hashlib
from pathlib import Path


def collect(home: Path) -> None:
    """Bring `home`/static up to the sources; nothing is done when they did not change."""
    from django.core.management import call_command

    stamp, state = home / "static.stamp", _state_of_sources()
    if stamp.exists() and stamp.read_text() == state:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(state)


def _state_of_sources() -> str:
    """Names, sizes and times of every source file, as one digest."""
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            told = Path(storage.path(path)).stat()
            digest.update(f"{path} {told.st_size} {told.st_mtime_ns}\n".encode())
    return digest.hexdigest()
