"""What the law asks of the steps after registration, of e-FIRs and of Zero FIRs on their way."""

from __future__ import annotations

from datetime import datetime

from cctns.law import clocks
from cctns.lib.wording import noop as _

from .problem import Problem

DRAFT_CLOSED = Problem("close", "draft", _("This draft was closed"), "FIR register")
KIND_STANDS = Problem(
    "kind",
    "kind",
    _("The General Diary tells of this e-FIR already: for another kind begin another FIR"),
    "BNSS 173(1)(ii)",
)
NOT_SIGNED_IN_TIME = Problem(
    "close", "attestation", _("The e-FIR was not signed within three days"), "BNSS 173(1)(ii)"
)
NOT_SIGNED = Problem(
    "close", "attestation", _("The informant has not signed the e-FIR yet"), "BNSS 173(1)(ii)"
)
NOT_SUBMITTED = Problem(
    "close", "attestation", _("This e-FIR does not wait for a signature"), "BNSS 173(1)(ii)"
)
COMPLAINT_CLOSED = Problem(
    "close", "draft", _("The complaint it came from already has its outcome"), "Complaint register"
)
NOT_POSTED_HERE = Problem(
    "action",
    "investigating_officer",
    _("Choose an officer posted at this station"),
    "IIF-I item 13",
)
WITHOUT_PURPOSE = Problem(
    "export", "purpose", _("Say what the list is for, or the case number"), "Access to records"
)
TOO_MANY_ROWS = Problem(
    "export", "wanted", _("The list is longer than 5,000 rows: narrow the search"), "Export"
)


def reminders_due(*, submitted_at: datetime, now: datetime) -> int:
    """How many of the reminders, one a day until its last, an unsigned e-FIR has come to."""
    signed_by = clocks.rule("efir_signature").due(submitted_at)
    due, come = submitted_at, 0
    while (due := clocks.rule("efir_reminder").due(due)) <= min(now, signed_by):
        come += 1
    return come


def copy_problems(*, to: str, given: bool) -> list[Problem]:
    """BNSS 173(2): a copy, forthwith, free of cost, to the informant or the victim."""
    found = []
    if given:
        found.append(Problem("copy", "to", _("The free copy was already given"), "BNSS 173(2)"))
    if not to.strip():
        found.append(Problem("copy", "to", _("Say who received the copy"), "BNSS 173(2)"))
    return found


def dispatch_problems(*, court: str, sent: bool, late: bool, delay: str) -> list[Problem]:
    """BNSS 176(1): report to the Magistrate forthwith; a delay is explained."""
    found = []
    if sent:
        found.append(
            Problem("dispatch", "court_name", _("The FIR was already sent to court"), "BNSS 176(1)")
        )
    if not court.strip():
        found.append(Problem("dispatch", "court_name", _("Name the court"), "BNSS 176(1)"))
    if late and not delay.strip():
        found.append(
            Problem(
                "dispatch",
                "delay",
                _("More than 24 hours passed since registration: give the reason"),
                "BNSS 176(1)",
            )
        )
    return found


def sensitivity_problems(*, reason: str, masked: bool, sensitive: bool) -> list[Problem]:
    """Youth Bar Association (2016): reasons in writing; what the law masks is never opened."""
    found = []
    if not reason.strip():
        found.append(
            Problem("sensitive", "reason", _("Give the reason"), "Youth Bar (2016) 9 SCC 473")
        )
    if masked and not sensitive:
        found.append(
            Problem(
                "sensitive",
                "sensitive",
                _("The law hides this victim: the FIR stays sensitive"),
                "BNS 72, POCSO 23, JJ Act 74",
            )
        )
    return found


def transfer_problems(*, kind: str, status: str, to_self: bool, to_station: bool) -> list[Problem]:
    """A Zero FIR waits for its transfer (BNSS 173(1)); another case goes while investigated."""
    found = []
    if status != ("transfer" if kind == "zero" else "investigation"):
        found.append(
            Problem("transfer", "case", _("This FIR is not waiting for a transfer"), "BNSS 173(1)")
        )
    if to_self or not to_station:
        found.append(
            Problem("transfer", "to_office", _("Choose another police station"), "BNSS 173(1)")
        )
    return found


def ground_problems(*, ground: str, reason: str, order: str) -> list[Problem]:
    """A case under investigation goes for a reason, and on an order with its number and date."""
    found = []
    if not reason:
        found.append(Problem("transfer", "reason", _("Give the reason"), "BNSS 197 to 202"))
    if ground != "jurisdiction" and not order:
        found.append(
            Problem(
                "transfer",
                "order_reference",
                _("Give number and date of the order"),
                "BNSS 175(3), 446 to 448",
            )
        )
    return found


def answer_problems(*, answered: bool, addressed: bool) -> list[Problem]:
    """A transfer is answered once, by the station it was sent to."""
    found = []
    if not addressed:
        found.append(
            Problem("transfer", "transfer", _("It was sent to another station"), "BNSS 173(1)")
        )
    if answered:
        found.append(Problem("transfer", "transfer", _("It was answered already"), "BNSS 173(1)"))
    return found


def return_problems(*, reason: str) -> list[Problem]:
    if reason.strip():
        return []
    return [Problem("transfer", "reason", _("Give the reason"), "BNSS 173(1)")]


def retake_problems(*, sent: bool, returned: bool) -> list[Problem]:
    """Only what was sent from here, and came back, is taken up again."""
    if sent and returned:
        return []
    return [Problem("transfer", "case", _("This FIR was not returned"), "BNSS 173(1)")]
