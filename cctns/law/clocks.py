"""The clocks of the law as data: what starts and stops them, how long they run, who must act.

Events are kinds of journal entries. What nobody has compared with the Act, or what is a mark of our
own, is unverified; docs/reference/clocks.md lists every rule.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from cctns.lib.due import Period

from .tables import rows

JOURNAL, REGISTER, NOT_YET = "journal", "register", "not_yet"


@dataclass(frozen=True)
class Rule:
    """One clock of the law.

    `kept`: "journal" when the engine derives it from entries, "register" when a page asks for its
    period itself (drafts are no records), "not_yet" when no record can start or stop it so far.
    `subject`: "case" (one clock a case), "accused" and "sheet" (one for each record of kind
    `anchor` in a case), "record" (one for each such record of a register). `from_event`: counted
    from when it happened, not from when it was entered. `needs` and `bars` are marks of the case
    (cctns.law.marks); a case has "zero" or "refused" besides, when it is. `round`: the "first"
    trigger counts, or the "last": a duty that comes again is triggered by what fulfils it.
    `satisfied_by` fulfils, `until` ends it otherwise. `escalation`: (percent of the period gone,
    role), for those above. `pauses` names what is not counted: "journey" of an arrested person to
    the Magistrate.
    """

    id: str
    act: str
    section: str
    since: date
    kept: str
    trigger: tuple[str, ...]
    from_event: bool
    subject: str
    anchor: tuple[str, ...]
    needs: frozenset[str]
    bars: frozenset[str]
    period: Period
    pauses: str
    who: str
    satisfied_by: tuple[str, ...]
    until: tuple[str, ...]
    round: str
    escalation: tuple[tuple[int, str], ...]
    unverified: bool
    note: str
    sentence: str
    sentence_hi: str

    @property
    def source(self) -> str:
        """The law that asks for it: "BNSS 176(1)"."""
        return f"{self.act} {self.section}".strip()

    @property
    def version(self) -> str:
        """The law as it stands from this day on."""
        return self.since.isoformat()

    def due(self, start: datetime, holidays: Collection[date] = ()) -> datetime:
        """The last moment (aware) to do it in time."""
        return self.period.due(start, holidays)


def rule(name: str) -> Rule:
    """KeyError for a rule that is not in our table."""
    return _all()[name]


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which a case meets them."""
    return tuple(_all().values())


def running() -> tuple[Rule, ...]:
    """The rules that the engine derives from the journal."""
    return tuple(one for one in rules() if one.kept == JOURNAL)


def kinds() -> frozenset[str]:
    """Every kind of entry that starts or stops one of them, or changes what a case is."""
    told = {kind for one in running() for kind in (*one.trigger, *one.satisfied_by, *one.until)}
    anchors = {kind for one in running() for kind in one.anchor}
    return frozenset(told | anchors | CHANGING)


# Entries that start and stop nothing themselves, after which a case has other clocks or officers.
CHANGING = frozenset(
    {"sections.changed", "case.opened", "case.io_assigned", "transfer_answer.accepted"}
)


@cache
def _all() -> dict[str, Rule]:
    return {row["id"]: _rule(row) for row in rows("clocks.csv")}


def _rule(row: dict[str, str]) -> Rule:
    trigger = tuple(row["trigger"].split())
    return Rule(
        id=row["id"],
        act=row["act"],
        section=row["section"],
        since=date.fromisoformat(row["since"]),
        kept=row["kept"],
        trigger=trigger,
        from_event=row["moment"] == "event",
        subject=row["subject"],
        anchor=tuple(row["anchor"].split()) or trigger,
        needs=frozenset(row["needs"].split()),
        bars=frozenset(row["bars"].split()),
        period=Period(
            amount=int(row["amount"]),
            unit=row["unit"],
            includes_first=row["first"] == "include",
            to_the_clock=row["ends"] == "clock",
            next_open_day=row["holiday"] == "next",
        ),
        pauses=row["pauses"],
        who=row["who"],
        satisfied_by=tuple(row["satisfied_by"].split()),
        until=tuple(row["until"].split()),
        round=row["round"],
        escalation=tuple(_step(one) for one in row["escalation"].split()),
        unverified=row["unverified"] == "yes",
        note=row["note"],
        sentence=row["sentence"],
        sentence_hi=row["sentence_hi"],
    )


def _step(text: str) -> tuple[int, str]:
    percent, role = text.split(":")
    return int(percent), role
