"""The demo State lives: every event at its own moment, in order, through the real actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from cctns.cases import actions as cases
from cctns.cases.codes import Attestation, FirKind
from cctns.cases.models import Case
from cctns.lib.clock import IST, now, played
from cctns.offices.codes import OfficeKind, Role
from cctns.offices.models import Office, Posting
from cctns.registers import actions as registers
from cctns.registers.codes import GdKind

from .invent import Station, answers
from .investigation import MOST_STEPS, Investigation
from .people import invent, rows
from .registers import EVENTS_A_STATION, register_events
from .staff import Act, Event, Staff

CASES, COMPLAINTS, DAYS, DIARY_DAYS = 300, 60, 365, 14
SEED = 99
# Enough of the last days that every worklist has something on it.
RECENT_CASES, RECENT_DAYS = 20, 4
WAITING = timedelta(days=RECENT_DAYS + 2)


def live(*, case_count: int = CASES, days: int = DAYS) -> Iterator[None]:
    """Everything that happened, oldest first; yields once an event, for a progress bar."""
    random = Random(SEED)  # noqa: S311 - invention, not secrets
    stations = staff()
    events = [*_cases(random, stations, case_count, days), *_complaints(random, stations, days)]
    events += [*_diary(random, stations), *register_events(Random(SEED), stations)]  # noqa: S311
    present = now()
    for event in sorted(events):
        if event.at < present:
            with played(event.at):
                event.act()
        yield


def event_count(case_count: int = CASES) -> int:
    """How many events `live` will yield, those of its registers and investigations included."""
    own = 4 * DIARY_DAYS + EVENTS_A_STATION
    return (3 + MOST_STEPS) * case_count + 3 * COMPLAINTS + own * len(staff())


def staff() -> list[Staff]:
    """The demo's stations, each with the officers who are at work all year."""
    postings = Posting.objects.filter(
        officer__is_demo=True, office__kind=OfficeKind.STATION, charge="substantive"
    ).select_related("officer", "office__district")
    by_office: dict[Office, list[Posting]] = {}
    for posting in postings.order_by("office__code", "id"):
        by_office.setdefault(posting.office, []).append(posting)
    names = [office.name for office in by_office]
    return [
        Staff(
            office=office,
            duty=_of(found, Role.DUTY_OFFICER)[0],
            officers=_of(found, Role.IO),
            other=names[(index + 1) % len(names)],
        )
        for index, (office, found) in enumerate(by_office.items())
    ]


def _of(postings: Iterable[Posting], role: Role) -> list[Posting]:
    return [one for one in postings if one.role == role]


def _moments(random: Random, count: int, days: int) -> list[datetime]:
    """Moments of the past, evenly over the days; never of the last hours, which belong to today."""
    end = now() - timedelta(hours=30)
    return [end - timedelta(minutes=random.randint(0, days * 24 * 60)) for _ in range(count)]


def _cases(random: Random, stations: list[Staff], count: int, days: int) -> Iterator[Event]:
    lately = min(RECENT_CASES, count)
    moments = _moments(random, count - lately, days) + _moments(random, lately, RECENT_DAYS)
    for moment in moments:
        at = random.randrange(len(stations))
        here, neighbour = stations[at], stations[(at + 1) % len(stations)]
        seed = Random(random.random())  # noqa: S311
        life = _Case(random=seed, station=here, neighbour=neighbour, received=moment)
        yield Event(moment + timedelta(minutes=35), life.register)
        waits = now() - moment < WAITING and life.random.random() < 0.5
        yield Event(moment + timedelta(minutes=50), _nothing if waits else life.copy)
        sent = moment + timedelta(hours=random.randint(3, 20))
        yield Event(sent, _nothing if waits else life.dispatch)
        yield from _what_follows(life, moment)


def _what_follows(life: _Case, moment: datetime) -> Iterator[Event]:
    """The investigation at the station that registered; as many events for every case."""
    follows = Investigation(life.random, lambda: life.case, lambda: life.station.sho)
    steps = list(follows.steps())
    for after, act in steps:
        yield Event(moment + after, act)
    for _left_out in range(MOST_STEPS - len(steps)):
        yield Event(moment, _nothing)


def _nothing() -> None:
    """A few of the last days are still waiting: the worklist is not empty."""


@dataclass
class _Case:
    random: Random
    station: Staff
    neighbour: Staff  # has jurisdiction where the station has not
    received: datetime
    case: Case | None = None

    def register(self) -> None:
        told = answers(self.random, station=self._seen(), received=self.received)
        kind = FirKind(told["kind"])
        draft = cases.start_draft(by=self.station.duty, kind=kind, answers=told)
        if kind == FirKind.EFIR:
            cases.submit_efir(by=self.station.duty, draft=draft)
            cases.sign_efir(by=self.station.duty, draft=draft, attestation=Attestation.ESIGN)
        fir = cases.register_fir(by=self.station.sho, draft=draft)
        self.case = fir.case

    def _seen(self) -> Station:
        officer = self.random.choice(self.station.officers)
        district = self.station.office.district
        return Station(
            district=district.name if district else "",
            officer=officer.officer.username,
            woman_officer=str(officer.officer),
            other_station=self.station.other,
        )

    def copy(self) -> None:
        if self.case:
            cases.give_free_copy(by=self.station.duty, case=self.case, to="Informant")

    def dispatch(self) -> None:
        if not self.case:
            return
        _to_court(self.station, self.case)
        if self.case.fir.kind == FirKind.ZERO:
            self._hand_over(self.case)

    def _hand_over(self, case: Case) -> None:
        """The neighbour registers a Zero FIR under its own number, and does what follows."""
        there = self.neighbour
        sent = cases.send_case(by=self.station.sho, case=case, to=there.office)
        officer = there.officers[0].officer.username
        fir = cases.receive_case(by=there.sho, transfer=sent, investigating_officer=officer)
        cases.give_free_copy(by=there.duty, case=fir.case, to="Informant")
        _to_court(there, fir.case)


def _to_court(station: Staff, case: Case) -> None:
    court = "Judicial Magistrate First Class"
    cases.dispatch_to_court(by=station.duty, case=case, court_name=court)


_MATTERS = (
    ("Noise at night from a marriage hall", "रात में मैरिज हॉल से शोर"),
    ("Boundary of a field moved", "खेत की मेड़ खिसका दी गई"),
    ("Neighbour's drain floods the lane", "पड़ोसी की नाली का पानी गली में"),
    ("Shopkeeper refuses to return an advance", "दुकानदार पेशगी नहीं लौटाता"),
    ("Threatening calls from an unknown number", "अज्ञात नंबर से धमकी भरे फ़ोन"),
)
_OUTCOMES = (
    ("civil", "The matter is of a civil nature; the parties were told to go to the civil court."),
    ("settled", "Both parties were heard and settled the matter in writing."),
    ("unfounded", "Witnesses were asked; nothing of an offence came out."),
)


def _complaints(random: Random, stations: list[Staff], days: int) -> Iterator[Event]:
    for moment in _moments(random, COMPLAINTS, min(days, 120)):
        station = random.choice(stations)
        life = _Complaint(random=Random(random.random()), station=station)  # noqa: S311
        yield Event(moment, life.receive)
        yield Event(moment + timedelta(hours=2), life.assign)
        yield Event(moment + timedelta(days=random.randint(2, 13)), life.dispose)


@dataclass
class _Complaint:
    random: Random
    station: Staff
    complaint: object = None

    def receive(self) -> None:
        hindi = self.random.random() < 0.6
        district = self.station.office.district
        person = invent(self.random, hindi=hindi, district=district.name if district else "")
        subject = self.random.choice(_MATTERS)[hindi]
        details = {
            "received_at": now(),
            "intake": self.random.choice(("desk", "desk", "post")),
            "subject": subject,
            "text": subject + ("। कृपया जाँच कर कार्यवाही करें।" if hindi else ". Please look into it."),
            **{name: getattr(person, name) for name in _COMPLAINANT},
        }
        self.complaint = registers.receive_complaint(by=self.station.duty, details=details)

    def assign(self) -> None:
        officer = self.random.choice(self.station.officers).officer
        registers.assign_enquiry(by=self.station.sho, complaint=self.complaint, officer=officer)

    def dispose(self) -> None:
        outcome, reason = self.random.choice(_OUTCOMES)
        registers.dispose_of_complaint(
            by=self.station.sho, complaint=self.complaint, outcome=outcome, reason=reason
        )


_COMPLAINANT = ("name", "sex", "relation", "relative_name", "age", "village", "phone")


def _diary(random: Random, stations: list[Staff]) -> Iterator[Event]:
    midnight = now().astimezone(IST).replace(hour=0, minute=0, second=0, microsecond=0)
    for station in stations:
        for back in range(1, DIARY_DAYS + 1):
            day = midnight - timedelta(days=back)
            for hour, kind, text in _day_of(random):
                moment = day + timedelta(hours=hour, minutes=random.randint(0, 20))
                yield Event(moment, _entry(station, kind, text, moment))


def _day_of(random: Random) -> Iterator[tuple[int, GdKind, str]]:
    place = random.choice(rows("places.csv"))["latin"]
    yield 8, GdKind.DUTY_ON, "Day shift taken over; keys of malkhana and armoury counted, all there"
    yield 10, GdKind.DEPARTURE, f"Patrol of two constables left for {place}"
    yield 13, GdKind.ARRIVAL, f"Patrol back from {place}; all quiet"
    yield 20, GdKind.DUTY_OFF, "Night shift took over; lock-up empty"


def _entry(station: Staff, kind: GdKind, text: str, moment: datetime) -> Act:
    return lambda: registers.write_diary_entry(
        by=station.duty, kind=kind, text=text, occurred_at=moment
    )
