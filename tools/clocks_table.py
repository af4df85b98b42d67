"""Writes docs/reference/clocks.md from cctns/law/data/clocks.csv; run it after a change."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cctns.law import clocks
from cctns.law.clocks import Rule

PAGE = Path(__file__).resolve().parent.parent / "docs/reference/clocks.md"

HEAD = """# Clocks of the law

Written by `python tools/clocks_table.py` out of `cctns/law/data/clocks.csv`; a test keeps the two
alike. Events are kinds of journal entries. Days are those of India; the first day is left out
(General Clauses Act s.9) unless it says *that day included*; a period of days ends with its last
day, one of hours with its hour. *Next open day*: Sundays, 26 January, 15 August, 2 October and the
State's own holidays move the end (s.10). "Before" gives the supervisor before whom it comes, and
after what part of the period (of a day, where the law says at once).

A case has a clock when all its sections together have the marks it asks for and none that bar it
(`cctns/law/marks.py`). How the clocks are derived: `cctns/cases/clocks/compute.py`. A changed rule
reaches stored clocks with `cctns rebuild clocks`.
"""
_TITLES = {
    clocks.JOURNAL: "Running: derived from the journal",
    clocks.REGISTER: "Running: the page reckons by them",
    clocks.NOT_YET: "Known and not running: no record can start or stop them yet",
}
_COLUMNS = (
    "| rule | law, since | asks | from | period | by | until | before |\n|" + "---|" * 8 + "\n"
)


def render() -> str:
    parts = (_table(title, kept) for kept, title in _TITLES.items())
    return HEAD + "".join(parts) + _unverified(one for one in clocks.rules() if one.unverified)


def _table(title: str, kept: str) -> str:
    rows = "".join(_row(one) for one in clocks.rules() if one.kept == kept)
    return f"\n## {title}\n\n{_COLUMNS}{rows}"


def _row(rule: Rule) -> str:
    cells = (
        f"`{rule.id}`",
        f"{rule.source}, {rule.version}",
        rule.sentence + _marks(rule),
        " ".join(f"`{one}`" for one in rule.trigger) + _start(rule),
        _period(rule),
        rule.who,
        " ".join(f"`{one}`" for one in (*rule.satisfied_by, *rule.until)),
        ", ".join(f"{role} {percent} %" for percent, role in rule.escalation),
    )
    return f"| {' | '.join(cells)} |\n"


def _marks(rule: Rule) -> str:
    told = [*sorted(rule.needs), *(f"not {one}" for one in sorted(rule.bars))]
    return f" ({', '.join(told)})" if told else ""


def _start(rule: Rule) -> str:
    told = {"accused": "each accused", "sheet": "each form", "record": "each entry"}
    return ", ".join(
        [
            "",
            *filter(None, [told.get(rule.subject, "")]),
            "the last" if rule.round == "last" else "the first",
            "as it happened" if rule.from_event else "as entered",
        ]
    )


def _period(rule: Rule) -> str:
    period = rule.period
    told = f"{period.amount} {period.unit}" if period.amount else "at once"
    told += ", that day included" if period.includes_first else ""
    told += ", next open day" if period.next_open_day else ""
    return told + (f", without the {rule.pauses}" if rule.pauses else "")


def _unverified(rules: Iterable[Rule]) -> str:
    lines = "".join(f"- `{one.id}` ({one.source}): {one.note}.\n" for one in rules)
    why = "A mark of our own, or nobody has compared it with the Act; pages say so."
    return f"\n## Not verified\n\n{why}\n\n{lines}"


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
