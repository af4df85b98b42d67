"""Entering the practice node: a node beneath the real one that shares nothing with it.

What makes a node a practice node is a file in its data folder, so that no variable of the
environment can turn a real node into one, or one into a real node.
"""

from __future__ import annotations

import os

from . import env

FOLDER = "practice"
_KEPT = ("CCTNS_HOSTS", "CCTNS_PRACTICE_URL")


def enter() -> env.Environment:
    """From here on this process works on the practice node of CCTNS_HOME. Raises Misconfigured.

    Its port is the next one. Nothing else of the real node's environment reaches it: neither its
    database nor its signing token.
    """
    real = env.read()
    if real.practice:
        return real
    home = real.home / FOLDER
    mark = home / env.PRACTICE_MARK
    try:
        real.home.mkdir(mode=0o711, parents=True, exist_ok=True)
        home.mkdir(mode=0o711, exist_ok=True)
        if not mark.exists() and any(home.iterdir()):
            raise env.Misconfigured(f"The folder {home} is in use, and not by a practice node.")
        mark.touch()
    except OSError as error:
        raise env.Misconfigured(f"The folder {home} cannot be used: {error.strerror}.") from None
    address = os.environ.get("CCTNS_PRACTICE_URL", "")
    for name in [one for one in os.environ if one.startswith("CCTNS_") and one not in _KEPT]:
        del os.environ[name]
    os.environ["CCTNS_HOME"], os.environ["CCTNS_PORT"] = str(home), str(real.port + 1)
    if address:
        os.environ["CCTNS_PUBLIC_URL"] = address
    return env.read()
