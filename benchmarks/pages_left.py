"""What waits on the pages of finding, alerts and judgements, so that links lead to all of them."""

from __future__ import annotations

import io
from typing import Any

from . import ground
from .clocks import become


def leave(environment: ground.env.Environment, stations: list[Any]) -> list[str]:
    """As the officers of these stations (demo.staff) leave it; the addresses where one begins."""
    from cctns.alerts import pace
    from cctns.journal import follow

    here = stations[0]
    become(environment, "worker")
    follow.run_all()
    first, second = _accused(here)
    _alike(first, second)
    become(environment, "app")
    _judged(here, first, second)
    _searches(stations)
    _sought(here, first)
    become(environment, "worker")
    pace.turn()
    follow.run_all()
    become(environment, "app")
    name = first.name.replace(" ", "+")
    return [
        f"/find/?q={name}",
        f"/find/person/{first.id}/",
        "/identity/?which=waiting",
        "/identity/{}/{}/".format(*sorted((first.id, second.id))),
        "/find/saved/",
        "/find/lists/",
        "/alerts/latest/",
        f"/complaints/{_reopened(here)}/",
    ]


def _accused(station: Any) -> list[Any]:
    from cctns.search.models import Person

    told = Person.objects.filter(office_id=station.office.pk, role="accused", closed="")
    return list(told.exclude(name="").order_by("-told_at")[:2])


def _alike(first: Any, second: Any) -> None:
    """What the nightly comparison would leave for review."""
    from tests.identity.people import candidate

    candidate(first, second, worth=9.0)


def _judged(station: Any, first: Any, second: Any) -> None:
    """A proposal that waits for an examiner, so that one may also take it back."""
    from cctns.identity import actions, queries
    from cctns.identity.codes import Verdict

    by = station.officers[0]
    told = queries.compared(by=by, one=first.id, other=second.id)
    reason = {"grounds": ["other"], "reason": "Known to the station as one", "seen": None}
    actions.judge(by=by, pair=told.pair, verdict=Verdict.SAME, **reason)


def _searches(stations: list[Any]) -> None:
    from cctns.search.looking import Purpose
    from cctns.search.saved import save_search
    from cctns.search.screening import take_list

    for station in stations:
        save_search(by=station.sho, title="Kumar", query="q=Kumar")
        take_list(
            by=station.sho,
            title="Absconders",
            file=io.BytesIO(b"name,father\nRamesh Kumar,Deepak\n"),
            purpose=Purpose("court", "CC 7/2026"),
        )


def _sought(station: Any, accused: Any) -> None:
    """A lookout for somebody on record already: looking back raises its alert."""
    from tests.alerts.raised import PERSON, in_force

    told = {"name": accused.name, "relative_name": accused.relative_name, "sex": accused.sex}
    age = {"age": None, "district_name": accused.district}
    in_force(station.officers[0], station.sho, PERSON, **{**told, **age})


def _reopened(station: Any) -> Any:
    """A complaint that the office above wants taken up again."""
    from cctns.offices.models import Posting
    from cctns.registers.actions import dispose_of_complaint, receive_complaint
    from tests.registers.test_petition import asked, told

    complaint = receive_complaint(by=station.duty, details=told())
    dispose_of_complaint(
        by=station.sho, complaint=complaint, outcome="settled", reason="Both sides came to terms"
    )
    above = Posting.objects.get(officer__username="sp.suryapur")
    asked(above, complaint, "reopened")
    return complaint.pk
