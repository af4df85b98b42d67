"""Whether somebody is known already, asked before a record names them once more.

One person stood under many numbers because nobody looked (CAG, Odisha). It is asked once, when a
person is written down, and hinders nothing: the officer reads it and goes on.
"""

from __future__ import annotations

from cctns.offices import access
from cctns.offices.models import Posting
from cctns.search.codes import Scope
from cctns.search.people import Asked, Hit, find
from cctns.search.sight import declare

MOST = 10
ENOUGH = -9.0  # natural log of the odds as the search scores: below it nobody is shown


@access.query
def known_already(*, by: Posting, asked: Asked) -> list[Hit]:
    """The likeliest mentions within the own jurisdiction, ten at most. Raises Refused."""
    access.require(by, "case.search", by.office)
    if not asked.text.strip():
        return []
    declare(by, Scope.OWN)
    return [one for one in find(asked, limit=MOST).hits if one.score >= ENOUGH]
