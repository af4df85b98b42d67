"""What a General Diary entry and a complaint must hold. Pure: values in, problems out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from cctns.lib.wording import noop as _

LONGEST_ENTRY = 20_000
LONGEST_COMPLAINT = 100_000


@dataclass(frozen=True)
class Problem:
    """What is wrong, at which field, and the rule that says so."""

    field: str
    message: str
    source: str
    values: dict[str, str] = dataclasses.field(default_factory=dict)


class NotPossible(ValueError):
    """The act cannot be done as asked; `problems` say why, field by field."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(one.message for one in problems))
        self.problems = problems


def entry_problems(*, text: str, occurred_at: datetime, now: datetime) -> list[Problem]:
    return list(_entry_problems(text, occurred_at, now))


def _entry_problems(text: str, occurred_at: datetime, now: datetime) -> Iterator[Problem]:
    if not text.strip():
        yield Problem("text", _("Write what happened"), "General Diary")
    if len(text) > LONGEST_ENTRY:
        yield Problem("text", _("The entry is longer than 20,000 characters"), "General Diary")
    if occurred_at > now:
        yield Problem("occurred_at", _("This time is in the future"), "General Diary")


def complaint_problems(
    *, name: str, has_address: bool, subject: str, text: str, received_at: datetime, now: datetime
) -> list[Problem]:
    found = []
    if not name.strip():
        found.append(Problem("name", _("Enter the complainant's name"), "Complaint register"))
    if not has_address:
        found.append(Problem("village", _("Enter the complainant's address"), "Complaint register"))
    if not subject.strip():
        found.append(Problem("subject", _("Say in a few words what it is about"), "Complaint"))
    if not text.strip():
        found.append(Problem("text", _("Write down the complaint"), "Complaint register"))
    if len(text) > LONGEST_COMPLAINT:
        found.append(
            Problem("text", _("The complaint is longer than 1,00,000 characters"), "Complaint")
        )
    if received_at > now:
        found.append(Problem("received_at", _("This time is in the future"), "Complaint register"))
    return found


def by_hand_problems(*, known: bool) -> list[Problem]:
    """Entries that an act writes itself are not written by hand."""
    if known:
        return []
    return [Problem("kind", _("Choose the kind of entry"), "General Diary")]


def correction_problems(*, is_correction: bool) -> list[Problem]:
    """A chain of corrections would be hard to read: each refers to the entry it puts right."""
    if is_correction:
        return [Problem("text", _("Correct the first entry, not its correction"), "General Diary")]
    return []


def enquiry_problems(*, done: bool, posted_here: bool) -> list[Problem]:
    found = _closed(done)
    if not posted_here:
        found.append(
            Problem("officer", _("Choose an officer posted at this station"), "Complaint register")
        )
    return found


def report_problems(*, report: str, done: bool, designated: bool) -> list[Problem]:
    """Only the officer named for the enquiry reports on it."""
    found = _closed(done)
    if not designated:
        found.append(
            Problem("report", _("Another officer enquires into this"), "Complaint register")
        )
    if not report.strip():
        found.append(Problem("report", _("Write what the enquiry found"), "Complaint register"))
    if len(report) > LONGEST_COMPLAINT:
        found.append(
            Problem("report", _("The report is longer than 1,00,000 characters"), "Complaint")
        )
    return found


def disposal_problems(*, outcome: str, reason: str, done: bool) -> list[Problem]:
    """Lalita Kumari (2014) 2 SCC 1: every complaint ends once, in a reasoned outcome."""
    found = _closed(done)
    if not outcome:
        found.append(Problem("outcome", _("Choose the outcome"), "Lalita Kumari (2014) 2 SCC 1"))
    if not reason.strip():
        found.append(Problem("reason", _("Give the reason"), "Lalita Kumari (2014) 2 SCC 1"))
    if outcome in ("fir", "zero_fir"):
        found.append(Problem("outcome", _("Register the FIR from this complaint"), "BNSS 173(1)"))
    return found


def reopen_problems(*, directed: bool) -> list[Problem]:
    if directed:
        return []
    words = _("No office above has directed that this complaint be taken up again")
    return [Problem("outcome", words, "Complaint register")]


def _closed(done: bool) -> list[Problem]:
    if not done:
        return []
    return [Problem("outcome", _("This complaint already has its outcome"), "Complaint register")]
