"""Every officer page of a State with 100,000 FIRs: its weight, its questions, its time.

The pages are found as officers find them, by following links from the worklist of every role;
a page that no link leads to fails the run. Peers: GOV.UK and MoJ frontends as they come from npm
(weight), and the same server answering its health check (time).
"""

from __future__ import annotations

import gzip
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

from . import ground, import_firs, pages_left

_FIRS = {"small": 10_000, "full": 100_000}
_ROUNDS = {"small": 3, "full": 10}
_CASES, _DAYS = 60, 40
_EACH = 3  # pages of one name that are measured for one role
_LINK = re.compile(r'<a [^>]*?href="(/[^"#]*)|<form [^>]*?action="(/[^"#]*)')
_ASSET = re.compile(r'(?:src|href)="(/static/[^"]+)"')
# `bench pdf` measures papers, `bench returns` the tables; a stream ends when nobody looks any more,
# and practice has pages on a practice node alone.
_NO_PAGES = (
    *("fir_pdf", "gd_day_pdf", "complaint_receipt_pdf", "book_paper", "find_person_pdf"),
    *("figures_return_pdf", "figures_return_csv"),
    *("alert_live", "practice_join", "practice_progress"),
)
_SEARCHES = (
    "number=0100/2016",
    "number=99999",
    "name=Complainant+5",
    "name=Nobody+at+all",
    "act=IPC&section=379",
    "act=IPC&section=999",
    "since_day=1&since_month=3&since_year=2016&until_day=3&until_month=3&until_year=2016",
)
_FRAME = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")


@dataclass(frozen=True)
class Seen:
    """One page as one officer got it: KiB over the line, statements, milliseconds a round."""

    name: str
    kib: float
    queries: int
    times: list[float]


def run(size: str) -> ground.Result:
    with ground.node() as environment:
        _fill(environment, _FIRS[size])
        starts, browsers = _leave_work(environment), _browsers()
        seen = [one for browser in browsers for one in measured(browser, starts, _ROUNDS[size])]
        _must_be_all({one.name for one in seen}, browsers[0])
        idle = _times(browsers[0], "/healthz", 50)
    _tell(seen)
    times = [taken for one in seen for taken in one.times]
    figures = {
        "max_kb": max(one.kib for one in seen),
        "max_queries": float(max(one.queries for one in seen)),
        "p95_ms": _p95(times),
        "median_ms": statistics.median(times),
        "pages": float(len(seen)),
    }
    peers: dict[str, ground.Peer] = {
        "max_kb": {"name": "GOV.UK and MoJ frontends whole, gzip", "value": _frontends()},
        "p95_ms": {"name": "the health check, 95th percentile", "value": _p95(idle)},
    }
    return figures, peers


def _fill(environment: ground.env.Environment, count: int) -> None:
    """Some weeks in the life of the demo State, and old FIRs by the thousand."""
    from cctns.config import static
    from cctns.demo import life

    static.collect(environment.home)
    for _ in life.live(case_count=_CASES, days=_DAYS):
        pass
    path = environment.home / "old.csv"
    import_firs.write_rows(path, count)
    words = ["import", "firs", str(path), "--as", "scrb"]
    process = ground.cctns(*words, "--create-stations", "admin", "--under", "SUR")
    if process.wait():
        raise RuntimeError(f"the import ended with {process.returncode}")
    if ground.cctns("rebuild", "figures").wait():  # as the worker would meanwhile
        raise RuntimeError("the figures were not made")


def _leave_work(environment: ground.env.Environment) -> list[str]:
    """What waits: drafts, complaints, Zero FIRs to send and to answer; and where to see them."""
    from cctns.cases import actions
    from cctns.cases.codes import FirKind
    from cctns.demo import life
    from cctns.offices.models import Leave, Posting

    here, there, *_ = stations = life.staff()
    for station in stations:
        _draft(station)
    plain = actions.register_fir(by=here.sho, draft=_draft(here, FirKind.ORDINARY))
    unsent = actions.register_fir(by=here.sho, draft=_draft(here, FirKind.ZERO))
    sent = actions.register_fir(by=there.sho, draft=_draft(there, FirKind.ZERO))
    transfer = actions.send_case(by=there.sho, case=sent.case, to=here.office)
    back = actions.register_fir(by=here.sho, draft=_draft(here, FirKind.ZERO))
    returned = actions.send_case(by=here.sho, case=back.case, to=there.office)
    actions.return_case(by=there.sho, transfer=returned, reason="It happened elsewhere")
    complaints = [_complaint(here), _complaint(here, enquired=True)]
    away = Posting.objects.get(officer__in=Leave.objects.values("officer"))
    return [
        "/",
        f"/firs/{plain.pk}/registered/",
        f"/firs/{plain.pk}/",
        f"/firs/{unsent.pk}/",
        f"/firs/{back.pk}/",
        f"/transfers/{transfer.pk}/",
        *(f"/complaints/{one.pk}/" for one in complaints),
        f"/complaints/{complaints[0].pk}/receipt/",
        f"/staff/{away.pk}/",
        *(f"/firs/?{words}" for words in _SEARCHES),
        *pages_left.leave(environment, stations),
    ]


def _complaint(station: Any, *, enquired: bool = False) -> Any:
    from cctns.lib.clock import now
    from cctns.registers import actions

    told = {"received_at": now(), "intake": "desk", "name": "Ram Lal", "sex": "male"}
    told |= {"village": "Rampura"}
    told |= {"subject": "Noise at night", "text": "A hall plays music all night."}
    complaint = actions.receive_complaint(by=station.duty, details=told)
    if enquired:
        officer = station.officers[0].officer
        actions.assign_enquiry(by=station.sho, complaint=complaint, officer=officer)
    return complaint


def _draft(station: Any, kind: str = "") -> Any:
    """A complete draft of an invented story, of a wanted kind of FIR."""
    from cctns.cases.actions import start_draft
    from cctns.cases.codes import FirKind
    from cctns.demo import invent
    from cctns.lib.clock import now

    seen = invent.Station(
        district="Suryapur",
        officer=station.officers[0].officer.username,
        woman_officer=str(station.officers[0].officer),
        other_station=station.other,
    )
    random = Random(7)
    told = invent.answers(random, station=seen, received=now())
    while kind and told["kind"] != kind:
        told = invent.answers(random, station=seen, received=now())
    return start_draft(by=station.duty, kind=FirKind(told["kind"]), answers=told)


def _browsers() -> list[Any]:
    """A browser for one officer of every role, signed in with the demo's password."""
    from django.test import Client

    from cctns.offices.demo import PASSWORD, demo_logins

    browsers = []
    first = {one.role: one for one in reversed(demo_logins())}
    for login in first.values():
        browser = Client(HTTP_HOST="127.0.0.1", HTTP_ACCEPT_ENCODING="gzip")
        form = {"login": login.username, "password": PASSWORD}
        answer = browser.post("/account/login/", form)
        if answer.status_code != 302:
            raise RuntimeError(f"{login.username} cannot sign in: {answer.status_code}")
        browsers.append(browser)
    return browsers


def measured(browser: Any, starts: list[str], rounds: int) -> Iterator[Seen]:
    """Every page that this officer's links lead to, at most so many of one name."""
    waiting, known = list(starts), set(starts)
    taken: dict[str, int] = defaultdict(int)
    while waiting:
        path = waiting.pop(0)
        name = _name(path)
        if not name or (taken[name] >= _EACH and path not in starts):
            continue
        page = browser.get(path)
        if page.status_code == 200 and not page["Content-Type"].startswith("text/html"):
            continue  # a paper
        html = _text(page) if page.status_code == 200 else ""
        found = {page["Location"]} if page.has_header("Location") else _links(html)
        waiting += sorted(found - known)
        known |= found
        if page.status_code == 200:
            taken[name] += 1
            weight = _kib(browser, page, html)
            asked = _queries(browser, path)
            yield Seen(name, weight, asked, _times(browser, path, rounds))
        elif page.status_code >= 500:
            raise RuntimeError(f"{page.status_code} at {path}")


def _name(path: str) -> str:
    """The officer page behind an address; empty for papers, scripts and pages of sign-in."""
    from django.urls import Resolver404, resolve

    try:
        name = resolve(urlsplit(path).path).url_name or ""
    except Resolver404:
        return ""
    return name if name in _officer_pages() else ""


def _officer_pages() -> dict[str, str]:
    """Names and routes of all officer pages, papers left out."""
    from django.urls import get_resolver

    from cctns.web.officer import urls

    found = {}
    for pattern in get_resolver(urls.__name__).url_patterns:
        for one in getattr(pattern, "url_patterns", [pattern]):
            found[one.name] = str(one.pattern)
    return {name: route for name, route in found.items() if name not in _NO_PAGES}


def _links(html: str) -> set[str]:
    return {unescape(one or other) for one, other in _LINK.findall(html)}


def _text(page: Any) -> str:
    packed = page.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(page.content) if packed else page.content).decode()


def _kib(browser: Any, page: Any, html: str) -> float:
    """KiB of the page and of all that it loads, as the server sends them."""
    loaded = {path: browser.get(path) for path in set(_ASSET.findall(html))}
    missing = [path for path, asset in loaded.items() if asset.status_code != 200]
    if missing:
        raise RuntimeError(f"missing: {missing}")
    sizes = [len(b"".join(asset)) for asset in loaded.values()]
    return (len(page.content) + sum(sizes)) / 1024


def _queries(browser: Any, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        browser.get(path)
    return sum(not one["sql"].startswith(_FRAME) for one in asked)


def _times(browser: Any, path: str, rounds: int) -> list[float]:
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        browser.get(path)
        times.append((time.perf_counter() - begun) * 1000)
    return times


def _must_be_all(seen: set[str], browser: Any) -> None:
    """RuntimeError for a page no link led to; what is only posted to, or leads on, is no page."""
    unseen = {name: route for name, route in _officer_pages().items() if name not in seen}
    none = (302, 405)
    lost = [
        name for name, route in unseen.items() if browser.get(_any(route)).status_code not in none
    ]
    if lost:
        raise RuntimeError(f"no link led to {', '.join(sorted(lost))}")


def _any(route: str) -> str:
    """An address that fits a route, of a record that does not exist."""
    for kind, value in _VALUES.items():
        route = re.sub(f"<{kind}:[^>]+>", value, route)
    return f"/{route}"


_VALUES = {
    "uuid": "00000000-0000-7000-8000-000000000000",
    "int": "1",
    "slug": "victims",
    "iso": "2026-01-01",
}


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _frontends() -> float:
    """KiB of both frontends' styles and script and of htmx, each packed alone."""
    from cctns.web import assets

    files = [Path(assets.VENDOR / name) for name in assets.TAKEN.values()]
    return sum(len(gzip.compress(file.read_bytes())) for file in files) / 1024


def _tell(seen: list[Seen]) -> None:
    """The three pages that take longest and the three that weigh and ask most."""
    for one in sorted(seen, key=lambda one: -max(one.times))[:3]:
        print(f"slowest: {one.name} {max(one.times):.0f} ms, {one.queries} queries")
    for one in sorted(seen, key=lambda one: -one.kib)[:3]:
        print(f"heaviest: {one.name} {one.kib:.1f} KiB")
    for one in sorted(seen, key=lambda one: -one.queries)[:3]:
        print(f"asks most: {one.name} {one.queries}")
