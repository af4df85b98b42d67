"""A clock of the law in words: what is due, for whom, by which law, and on which page."""

from __future__ import annotations

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from cctns.cases.queries import Running
from cctns.law.clocks import Rule
from cctns.lib.wording import noop as gettext_noop  # a name that tools.messages looks for
from cctns.offices.codes import Role
from cctns.offices.naming import named
from cctns.web.templatetags.cctns import ranked

# Where an officer does what a rule asks for; other duties lead to the clocks of the case.
PAGES = {"free_copy": "case_copy", "dispatch": "case_dispatch", "zero_transfer": "case_transfer"}
LEVELS = {
    "": gettext_noop("Running"),
    "half": gettext_noop("Half the time is gone"),
    "d15": gettext_noop("15 days left"),
    "d7": gettext_noop("7 days left"),
    "d2": gettext_noop("2 days left"),
    "today": gettext_noop("Due today"),
    "late": gettext_noop("Late"),
}
COLOURS = {"late": "red", "today": "yellow", "d2": "orange", "d7": "light-blue", "d15": "grey"}


def sentence(rule: Rule) -> str:
    """What the rule asks for, in the page's language."""
    return rule.sentence_hi if translation.get_language() == "hi" else rule.sentence


def why(rule: Rule) -> str:
    """The law behind it; a rule that nobody has compared with the Act says so."""
    return _("%(law)s (not verified)") % {"law": rule.source} if rule.unverified else rule.source


def for_whom(clock: Running) -> str:
    """The named officer where one is answerable, else the role."""
    if clock.rule.who == Role.IO and clock.officer:
        return ranked(clock.officer)
    return str(Role(clock.rule.who).label)


def title(clock: Running) -> str:
    words = sentence(clock.rule)
    if clock.fir_id:
        return _("%(duty)s: FIR %(number)s") % {"duty": words, "number": clock.number}
    if clock.number:
        return _("%(duty)s: complaint %(number)s") % {"duty": words, "number": clock.number}
    return words


def hint(clock: Running, *, station: bool) -> str:
    """Law and officer; the station too, for whoever looks at several."""
    told = [why(clock.rule), for_whom(clock)]
    return " – ".join([*told, named(clock.office)] if station and clock.office else told)


def page(clock: Running) -> str:
    """The address where one sees to it; empty for a register without pages."""
    if clock.fir_id:
        return reverse("case_clocks", args=[clock.fir_id])
    return reverse("complaint_page", args=[clock.root_id]) if clock.number else ""
