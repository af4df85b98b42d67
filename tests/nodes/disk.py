"""A disk of a node's own: a file system in a file, which fills up, is copied and loses its power.

Losing power is what file systems themselves are tested with (the ioctl FS_IOC_SHUTDOWN): from that
moment on nothing reaches the image any more, and what was not synchronised is lost with the cache.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from .network import Machine

_SHUTDOWN = 0x8004587D  # _IOR('X', 125, __u32)
_WITHOUT_FLUSHING = 2  # not even the journal of the file system is written
_MOST = 2**40
MEGABYTES = 1500


@cache
def can_mount() -> bool:
    """Root, with loop devices: else these tests are skipped."""
    tools = all(shutil.which(one) for one in ("mkfs.ext4", "mount", "fsfreeze"))
    return os.geteuid() == 0 and tools and Path("/dev/loop-control").exists()


class Disk:
    """`image` is mounted below `at` while the disk is at work."""

    def __init__(self, image: Path, *, new: bool = True) -> None:
        self.image = image
        self.at: Path | None = None
        if new:
            with image.open("wb") as file:
                file.truncate(MEGABYTES * 2**20)
            _run("mkfs.ext4", "-q", "-m", "0", str(image))

    def mount(self, at: Path) -> None:
        _run("mount", "-o", "loop", str(self.image), str(at))
        self.at = at

    def unmount(self) -> None:
        """As soon as nobody works there any more: what was killed takes a moment to go."""
        until = time.monotonic() + 30
        while self.at is not None:
            try:
                _run("umount", str(self.at))
                self.at = None
            except subprocess.CalledProcessError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.2)

    def close(self) -> None:
        with suppress(subprocess.CalledProcessError):
            self.unmount()
        self.image.unlink(missing_ok=True)

    def fill(self) -> None:
        """Not a byte is left."""
        assert self.at
        size = _MOST
        with (self.at / "filler").open("ab") as file:
            while size >= 4096:
                try:
                    os.posix_fallocate(file.fileno(), file.seek(0, os.SEEK_END), size)
                except OSError:
                    size //= 2

    def free(self) -> None:
        assert self.at
        (self.at / "filler").unlink()

    def lose_power(self) -> None:
        assert self.at
        folder = os.open(self.at, os.O_RDONLY)
        try:
            fcntl.ioctl(folder, _SHUTDOWN, _WITHOUT_FLUSHING.to_bytes(4, "little"))
        finally:
            os.close(folder)

    def frozen_copy(self, to: Path) -> Disk:
        """The disk as it stands in one moment, while whoever works on it waits."""
        assert self.at
        _run("fsfreeze", "-f", str(self.at))
        try:
            return self.copy(to)
        finally:
            _run("fsfreeze", "-u", str(self.at))

    def copy(self, to: Path) -> Disk:
        _run("cp", "--sparse=always", str(self.image), str(to))
        return Disk(to, new=False)


@contextmanager
def on_a_disk(machine: Machine) -> Iterator[Disk]:
    """The machine's whole data folder lies on a disk of its own inside this block."""
    disk = Disk(machine.home.with_name(f"{machine.home.name}.img"))
    machine.stop()
    aside = machine.home.rename(machine.home.with_name(f"{machine.home.name}.aside"))
    try:
        machine.home.mkdir()
        disk.mount(machine.home)
        _run("cp", "-a", f"{aside}/.", str(machine.home))
        _run("sync", "-f", str(machine.home))  # what lay there before is no part of the test
        shutil.rmtree(aside)
        machine.start()
        yield disk
    finally:
        machine.stop()
        _run("cp", "-a", f"{machine.home}/.", str(aside))
        disk.close()
        machine.home.rmdir()
        aside.rename(machine.home)
        machine.start()


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
