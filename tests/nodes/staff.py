"""Officers of one State at work on their node: told what to do line by line, by the real actions.

`python -m tests.nodes.staff` in a node's environment reads `["act", {...}]` and answers what came
of it, one JSON value a line, until its input ends. One process each, since Django takes seconds.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cctns.config import bootstrap

bootstrap.setup_django("app")

from django.db import transaction  # noqa: E402 - Django first

from cctns.alerts import actions as answering  # noqa: E402
from cctns.alerts import queries  # noqa: E402
from cctns.alerts.codes import Step  # noqa: E402
from cctns.alerts.models import Answer  # noqa: E402
from cctns.cases.books.accused import ACCUSED  # noqa: E402
from cctns.cases.books.arrest import ARREST  # noqa: E402
from cctns.cases.books.links import LINKS  # noqa: E402
from cctns.cases.models import Arrest, Case, CaseLink  # noqa: E402
from cctns.journal.models import JournalEntry  # noqa: E402
from cctns.lib.clock import now  # noqa: E402
from cctns.offices import access, demo, tree  # noqa: E402
from cctns.offices.codes import OfficeKind, Rank, Role  # noqa: E402
from cctns.offices.models import Posting  # noqa: E402
from cctns.sync import enrol, papers  # noqa: E402
from tests.alerts import raised  # noqa: E402
from tests.cases.investigating import arrest_details, go_on, write  # noqa: E402
from tests.cases.made import case_of, registered  # noqa: E402
from tests.cases.scene import crime_of  # noqa: E402
from tests.offices.land import Land  # noqa: E402

COUNTRY = {
    99: demo.NAMUNA,
    98: demo.UDAHARAN,
    96: demo.DemoState(96, "Teesra Pradesh (synthetic)", "तीसरा प्रदेश (काल्पनिक)", "ZW"),
    97: demo.BUREAU,
}
PASSWORD = "seven-lamps-by-the-river"


def founded(code: int, name: str) -> None:
    """The country's States; of this one a headquarters, and a station with its officers."""
    for state in COUNTRY.values():
        demo.land(state)
    land = Land(demo.land(COUNTRY[code]))
    bureau = code == demo.BUREAU.code
    land.open(f"{name}-hq", OfficeKind.NCRB if bureau else OfficeKind.STATE_HQ)
    _posted(land, Role.NODE_ADMIN, f"{name}-hq")
    if not bureau:
        land.open(name, OfficeKind.STATION, under=f"{name}-hq")
        _posted(land, Role.SHO, name)
        _posted(land, Role.IO, name)
    tree.flatten(access.today())


def _posted(land: Land, role: Role, at: str) -> None:
    officer = land.post(role, at, rank=Rank.SI).officer
    officer.username, officer.is_demo, officer.must_change_password = f"{role}.{at}", True, False
    officer.set_password(PASSWORD)
    officer.save()


def posting_of(role: str) -> Posting:
    mine = Posting.objects.filter(role=role, office__code=sys.argv[1].upper())
    return mine.select_related("officer", "office").get()


@contextmanager
def _eyes(by: Posting) -> Iterator[None]:
    """What this officer may see, as the pages look at it."""
    with transaction.atomic():
        access.act_for(by)
        yield


def asks(paper: str) -> None:
    Path(paper).write_text(json.dumps(papers.request()))


def enrols(paper: str, grant: str, state: int, url: str) -> None:
    admin = Posting.objects.select_related("office").get(role=Role.NODE_ADMIN)
    told = papers.opened(Path(paper).read_bytes(), "request")
    made = enrol.enrol(told, offices=[], state=state, url=url, by=admin)
    Path(grant).write_text(json.dumps(made))


def registers() -> dict[str, str]:
    """An FIR of a robbery, told with its time; the way it was done stands in IIF-II."""
    sho, io = posting_of("sho"), posting_of("io")
    fir = registered(sho, investigating_officer=io.officer.username)
    at = now().isoformat()
    with _eyes(sho):
        case = case_of(fir)
    crime = crime_of(io, case)
    way = {"crime_head": crime.minor_head, "method": crime.method_1, "feature_1": crime.feature_1}
    told = {"case": str(case.pk), "fir": str(fir.pk), "number": fir.number, "at": at}
    return {**told, "crime": str(crime.pk), **way}


def seeks(what: str, numbers: list[dict[str, str]], **told: Any) -> str:
    """A lookout, raised by one officer and put into force by the other."""
    sought = getattr(raised, what)
    return str(raised.in_force(posting_of("io"), posting_of("sho"), sought, *numbers, **told).pk)


def sees(numbers: list[dict[str, str]], **told: Any) -> str:
    return str(raised.seen(posting_of("io"), *numbers, **told).pk)


def sought() -> list[str]:
    """The lookouts in force here."""
    return [one.notice.title for one in queries.notices(by=posting_of("sho"))[0]]


def inbox() -> list[dict[str, str]]:
    found = queries.inbox(by=posting_of("sho"), asked=queries.Asked("all")).lines
    return [
        {"id": str(one.alert.pk), "kind": one.alert.kind, "standing": one.alert.standing,
         "matched": str(one.alert.matched_record), "due": str(one.alert.due_at or "")}
        for one in found
    ]  # fmt: skip


def answers(alert: str, step: str, words: str) -> None:
    answering.answer(by=posting_of("sho"), alert_id=alert, step=Step(step), words=words)  # type: ignore[arg-type]


def reads(alert: str) -> list[list[str]]:
    """Who answered what, as it is read here."""
    told = queries.alert_for(by=posting_of("sho"), alert_id=alert)  # type: ignore[arg-type]
    return [[one.step, one.office_name, one.words] for one in told.heard]


def wrote() -> list[str]:
    """The answers that stand in this office's own journal, oldest first."""
    sho = posting_of("sho")
    with _eyes(sho):
        held = Answer.objects.filter(office=sho.office).values("pk")
        own = JournalEntry.objects.filter(office=sho.office, record_id__in=held)
        return list(own.order_by("seq").values_list("kind", flat=True))


def arrests(case: str, place: str, before: str) -> dict[str, str]:
    """Recorded by the investigating officer of the case, wherever it was; produced there."""
    found, io = _case(case), posting_of("io")
    named = write(io, ACCUSED, found, name="Raju", sex="male", age=24, reason="Stopped in the car")
    told = arrest_details(found, accused_id=named.pk, place=place)
    made = write(io, ARREST, found, **told)
    assert isinstance(made, Arrest)
    done = go_on(io, ARREST, made, "produce", produced_at=now(), produced_before=before)
    return {"stage": done.stage, "place": done.place, "case": str(done.case_id)}


def joins(case: str, number: str, station: str) -> str:
    """The case of another State, of the same transaction, by number and station."""
    made = write(
        posting_of("sho"), LINKS, _case(case), relation="same_transaction", other_number=number,
        other_station=station, reason="One car, one way of working, one man in custody",
    )  # fmt: skip
    assert isinstance(made, CaseLink)
    return made.other_told


def _case(case: str) -> Case:
    with _eyes(posting_of("sho")):
        return Case.objects.select_related("fir", "office").get(pk=case)


def main(acts: Mapping[str, Any]) -> None:
    for line in sys.stdin:
        act, told = json.loads(line)
        print(json.dumps(acts[act](**told)), flush=True)


if __name__ == "__main__":
    main(globals())
