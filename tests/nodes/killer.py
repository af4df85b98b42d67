"""SIGKILL to what a node consists of, by the name of the victim."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import psutil

from .node import Node

WEB, WORKER = "gunicorn", "cctns.config.worker"


def _master(node: Node) -> list[psutil.Process]:
    return [one for one in node.family(WEB) if one.ppid() == node.process.pid]


def _web_worker(node: Node) -> list[psutil.Process]:
    return [one for one in node.family(WEB) if one.ppid() != node.process.pid]


def _postmaster(node: Node) -> list[psutil.Process]:
    """Of whichever process runs it: an import that began before the node did runs it too."""
    found = []
    for one in psutil.process_iter():
        with suppress(psutil.NoSuchProcess):
            words = one.cmdline()
            if "-D" in words and str(node.home / "database") in " ".join(words):
                found.append(one)
    return found


def _backend(node: Node) -> list[psutil.Process]:
    """Those that serve pages, worker or import."""
    below = [child for one in _postmaster(node) for child in one.children()]
    return [one for one in below if "postgres: cctns_" in " ".join(one.cmdline())]


VICTIMS: dict[str, Callable[[Node], list[psutil.Process]]] = {
    "web master": _master,
    "web worker": _web_worker,
    "worker": lambda node: node.family(WORKER),
    "backend": _backend,
    "postmaster": _postmaster,
}


def strike(node: Node, name: str, chance: Callable[[int], int]) -> bool:
    """Kill one process of that name, chosen by `chance(count)`; False when there is none."""
    with suppress(psutil.NoSuchProcess):
        found = VICTIMS[name](node)
        if found:
            found[chance(len(found))].kill()
            return True
    return False


def cut_the_power(node: Node) -> None:
    """Everything at once."""
    family = node.family()
    node.process.kill()
    for one in family:
        with suppress(psutil.NoSuchProcess):
            one.kill()
    node.process.wait(60)
