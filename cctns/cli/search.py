"""`cctns search WORDS`: what the one box of the pages would show this officer."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

from cctns.config.env import Misconfigured

from .acting import add_as, posting_for


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", help='a name in any script, "142/2024", "KA 34 EQ 4521", words')
    add_as(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    parser.add_argument("--reading", default="", help="read the words as person, thing or words")
    parser.add_argument("--everywhere", action="store_true", help="beyond one's own jurisdiction")
    parser.add_argument("--reason", default="", help="what for, as on the page: investigation ...")
    parser.add_argument("--reference", default="", help="number of the case or order, and words")
    parser.add_argument("--after", default="", help='the "next" of the page before')


def run(arguments: argparse.Namespace) -> int:
    from cctns.api.find import found
    from cctns.cases.queries.anyone import Question, ask
    from cctns.search.codes import Scope
    from cctns.search.looking import Look, Purpose, PurposeWanted

    by = posting_for(arguments.login, "case.search")
    scope = Scope.NATION if arguments.everywhere else Scope.OWN
    look = Look(scope, Purpose(arguments.reason, arguments.reference))
    question = Question(arguments.query, arguments.reading, look, after=arguments.after)
    try:
        answer = found(ask(by=by, question=question))
    except PurposeWanted as refusal:
        raise Misconfigured(f"{refusal.reason}: --reason and --reference.") from refusal
    except ValueError as error:
        raise Misconfigured(f"this cannot be searched for: {error}.") from error
    if arguments.json:
        print(json.dumps(answer, ensure_ascii=False, indent=1, default=_plain))
        return 0
    for line in _lines(answer):
        print(line)
    if answer["next"]:
        print(f"There are more: --after {answer['next']}")
    return 0


def _plain(value: Any) -> str:
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def _lines(answer: dict[str, Any]) -> Iterator[str]:
    for one in answer["people"]:
        born = one["birth_to"] or ""
        told = (one["name"], one["relative_name"], born, one["district"], one["role"])
        yield _joined(*told, one["standing"], one["number"])
    for one in answer["things"]:
        yield _joined(one["shown"], one["kind"], one["what"], one["role"], one["number"])
    for one in answer["firs"]:
        mark = f"[old, quality {one['quality']}]" if one["legacy"] else ""
        day = f"{one['registered_at']:%d/%m/%Y}"
        yield _joined(one["number"], day, one["station"], ", ".join(one["sections"]), mark)


def _joined(*parts: Any) -> str:
    return "  ".join(str(one) for one in parts if one)
