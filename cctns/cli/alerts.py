"""`cctns alerts inbox|show|answer|lookouts`: what the pages show this officer, and an answer."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

from cctns.config.env import Misconfigured

from .acting import add_as, posting_for

if TYPE_CHECKING:
    from cctns.offices.models import Posting

STEPS = ("acknowledged", "confirmed", "excluded", "noted", "acted", "cleared")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["inbox", "show", "answer", "lookouts"])
    parser.add_argument("alert", nargs="?", type=UUID, help="show, answer: id of the alert")
    parser.add_argument("--step", choices=STEPS, help="answer: what is said")
    parser.add_argument("--words", default="", help="answer: what shows it, or what was done")
    parser.add_argument("--which", default="open", help="inbox: open, unread, overdue, mine, all")
    parser.add_argument("--after", default="", help='the "next" of the page before')
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    add_as(parser)


def run(arguments: argparse.Namespace) -> int:
    by = posting_for(arguments.login, _act(arguments))
    if arguments.what in ("show", "answer") and arguments.alert is None:
        raise Misconfigured("say which alert: its id.")
    try:
        told = _told(arguments, by)
    except ValueError as error:
        raise Misconfigured(f"this cannot be shown: {error}.") from error
    if arguments.json:
        print(json.dumps(told, ensure_ascii=False, indent=1, default=_plain))
    else:
        for line in _lines(told):
            print(line)
    return 0


def _act(arguments: argparse.Namespace) -> str:
    if arguments.what == "lookouts":
        return "lookout.view"
    if arguments.what != "answer":
        return "alert.view"
    deciding = arguments.step in ("confirmed", "excluded", "cleared")
    return "alert.confirm" if deciding else "alert.answer"


def _told(arguments: argparse.Namespace, by: Posting) -> dict[str, Any]:
    from cctns.alerts import queries
    from cctns.alerts.models import Alert
    from cctns.api import alerts

    if arguments.what == "inbox":
        asked = queries.Asked(arguments.which, "", arguments.after)
        return alerts.inbox_out(queries.inbox(by=by, asked=asked))
    if arguments.what == "lookouts":
        return alerts.lookouts_out(*queries.notices(by=by, after=arguments.after))
    try:
        if arguments.what == "answer":
            _answer(arguments, by)
        return alerts.whole_out(queries.alert_for(by=by, alert_id=arguments.alert))
    except Alert.DoesNotExist as error:
        raise Misconfigured(f"no alert {arguments.alert} lies at {by.office}.") from error


def _answer(arguments: argparse.Namespace, by: Posting) -> None:
    from cctns.alerts import actions
    from cctns.alerts.codes import Step
    from cctns.registers.rules import NotPossible

    if arguments.step is None:
        raise Misconfigured("say what is answered: --step.")
    step = Step(arguments.step)
    try:
        actions.answer(by=by, alert_id=arguments.alert, step=step, words=arguments.words)
    except NotPossible as error:
        raise Misconfigured("; ".join(one.message for one in error.problems) + ".") from error


def _plain(value: Any) -> str:
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def _lines(told: dict[str, Any]) -> list[str]:
    if "lookouts" in told:
        rows = [[one["id"], one["title"], one["office"], one["number"]] for one in told["lookouts"]]
    else:
        names = ("id", "kind", "title", "met_by", "met_office", "standing")
        rows = [
            [*(one[name] for name in names), "late" if one["late"] else ""]
            for one in told.get("alerts", [told.get("alert")])
        ]
        rows += [[one["made_at"], one["step"], one["words"], one["officer"], one["office"]]
                 for one in told.get("answers", [])]  # fmt: skip
        rows += [["newly looked for", one["number"], one["title"], one["office"]]
                 for one in told.get("fresh", [])]  # fmt: skip
    found = ["  ".join(str(cell) for cell in row if cell) for row in rows]
    return [*found, *([f"There are more: --after {told['next']}"] if told.get("next") else [])]
