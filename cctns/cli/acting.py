"""In whose name a command acts: `--as LOGIN` picks an officer's current posting for the act."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from cctns.config.env import Misconfigured

if TYPE_CHECKING:
    from cctns.offices.models import Posting


def add_as(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as", dest="login", required=True, metavar="LOGIN", help="the officer who does this"
    )


def posting_for(login: str, act: str) -> Posting:
    """The officer's posting that may do the act today, the first where several may.

    Raises Misconfigured when there is no such officer, or none of the postings may.
    """
    from cctns.offices import access
    from cctns.offices.login.postings import open_postings
    from cctns.offices.models import Officer

    officer = Officer.objects.filter(username__iexact=login).first()
    if officer is None:
        raise Misconfigured(f"there is no officer {login!r}.")
    postings = open_postings(officer)
    for posting in postings:
        if access.may(posting, act, posting.office):
            return posting
    if not postings:
        raise Misconfigured(f"{officer} has no posting today, or is on leave.")
    raise Misconfigured(f"{officer} may not do this ({act}) under any posting of today.")
