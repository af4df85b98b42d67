"""Why nothing is written to a journal for now: a code and a number in its head, a sentence here."""

from __future__ import annotations

from django.utils.translation import gettext

from cctns.lib.wording import noop as _

BEHIND, FORKED, FETCHING, RECALLED = "behind", "forked", "fetching", "recalled"
_SENTENCES = {
    BEHIND: _(
        "The node above holds %(number)s entries of this journal, more than are kept here: "
        "this node was put back from a backup. Have it brought in order (cctns node recover)."
    ),
    FORKED: _(
        "The node above holds another entry %(number)s of this journal than the one kept here. "
        "Have it brought in order (cctns node recover)."
    ),
    FETCHING: _("What this office wrote before it moved here is still being fetched."),
    RECALLED: _("This office is about to write its journal on the node above again."),
}


def code(why: str, number: int = 0) -> str:
    return f"{why}:{number}"


def sentence(halted: str) -> str:
    """What to tell an officer, in the language of the page."""
    why, _colon, number = halted.partition(":")
    return gettext(_SENTENCES[why]) % {"number": number}


class Halted(Exception):
    """Nothing is written to this journal until its node was brought in order."""

    def __init__(self, halted: str) -> None:
        super().__init__(halted)
        self.halted = halted


class NotHome(Exception):
    """The office writes its journal on another machine: a record has one writer."""

    def __init__(self, office: object, home: str) -> None:
        super().__init__(f"office {office} writes its journal on the node {home}")
        self.office, self.home = office, home
