"""The demo's other registers: a few entries of each at every station, through the real actions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from cctns.lib.clock import IST, now
from cctns.lib.ids import uuid7
from cctns.registers import book as books
from cctns.registers.actions import make_entry, take_step
from cctns.registers.models import Entry

from .people import invent, rows
from .staff import Event, Staff

DAYS = 60
EVENTS_A_STATION = 33
_PERSON = ("name", "sex", "relation", "relative_name", "age", "village", "district_name")

Details = dict[str, Any]


def register_events(random: Random, stations: list[Staff]) -> Iterator[Event]:
    """EVENTS_A_STATION events a station, in the last DAYS days."""
    for place, station in enumerate(stations):
        neighbour = stations[(place + 1) % len(stations)]
        desk = _Desk(random, station, neighbour)
        yield from (*desk.calls(), *desk.people(), *desk.bodies(), *desk.things(), *desk.house())


@dataclass
class _Desk:
    random: Random
    station: Staff
    neighbour: Staff

    def calls(self) -> Iterator[Event]:
        """Six calls and acts, four events of non-cognizable reports."""
        for _number in range(3):
            told = {
                "channel": "erss",
                "event_id": f"ERSS-{self.random.randint(10000, 99999)}",
                "told": "Two groups quarrel before a shop",
                "place": self._place(),
            }
            acted = {
                "unit": f"PRV {self.random.randint(1, 40)}",
                "action": "The parties were parted and warned",
                "outcome": "diary",
            }
            yield from self._life("call", told, [("act", acted, timedelta(hours=1), "duty")])
            told = {
                **self._person(),
                "offence": "BNS 352",
                "place": self._place(),
                "substance": "He abused me before my shop and went away",
            }
            sent = {"court_name": "Judicial Magistrate First Class", "referred_at": now}
            yield from self._life("ncr", told, [("refer", sent, timedelta(hours=2), "duty")])

    def people(self) -> Iterator[Event]:
        """Two adults missing, one of them traced; one person found; a stranger."""
        for back in (False, True):
            person = self._person()
            told = {
                **person,
                "house": str(self.random.randint(1, 90)),
                "place": self._place(),
                "reason": "left_home",
                "no_photo": "to_come",
                "dress": "Blue shirt, grey trousers",
                "informant_name": person["relative_name"],
                "features": {"height_cm": self.random.randint(150, 178), "tattoo": "right arm, Om"},
            }
            home = {"traced_condition": "alive", "traced_at": now, "traced_place": self._place()}
            yield from self._life(
                "missing", told, [("trace", home, timedelta(days=3), "duty")] if back else []
            )
        told = {
            "place": self._place(),
            "sex": "female",
            "age_from": 60,
            "age_to": 70,
            "no_photo": "no_camera",
            "custodian": "Shelter home",
            "custodian_contact": "9000012345",
        }
        yield from self._life("found", told, [])
        told = {
            **self._person(),
            "stays_at": "Lodge at the bus stand",
            "purpose": "Looks for work",
            "suspicion": "No papers",
            "to_office_id": self.neighbour.office.pk,
        }
        yield from self._life("stranger", told, [])

    def bodies(self) -> Iterator[Event]:
        """A body like the man still missing; an unnatural death and its inquest; a hospital."""
        told = {
            "place": self._place(),
            "sex": "male",
            "age_from": 20,
            "age_to": 60,
            "photo": "Roll 7",
            "prints": "Slip 12",
            "dna_sample": "FTA 9",
            "kept_at": "District hospital",
            "kept_until": lambda: now() + timedelta(hours=80),
            "dress": "Blue shirt",
            "features": {"height_cm": 168, "tattoo": "right forearm, Om"},
        }
        yield from self._life("body", told, [])
        told = {
            **self._person(),
            "place": self._place(),
            "circumstances": "Found hanging in a locked room",
            "informant_name": "Landlord",
            "magistrate_told": "Sub-divisional Magistrate",
            "magistrate_told_at": now,
        }
        held = {
            "inquest_at": now,
            "findings": "Hanging; nothing disturbed in the room",
            "wounds": "Mark of the rope on the neck",
            "manner": "suicide",
            "reported_to": "Sub-divisional Magistrate",
            "reported_at": now,
        }
        yield from self._life("death", told, [("inquest", held, timedelta(hours=4), "io")])
        told = {
            **self._person(),
            "hospital": "Community health centre",
            "hospital_number": f"MLC {self.random.randint(1, 900)}",
            "history": "Struck with a stick in a quarrel",
        }
        seen = {"certificate": "C 5", "certified_at": now, "doctor": "Dr. Rao", "gravity": "simple"}
        yield from self._life("mlc", told, [("answer", seen, timedelta(days=1), "duty")])

    def things(self) -> Iterator[Event]:
        """A bag found; an enquiry that waits for permission; a sheet."""
        told = {
            **self._person(),
            "kind": "found",
            "place": self._place(),
            "circumstances": "Left on a bench",
            "kept_at": "Property room, shelf 2",
        }
        yield from self._life("property", told, [])
        told = {
            **self._person(),
            "information": "The agent keeps the deposit of a plot",
            "offence": "BNS 316(2)",
            "why": "Whether there was an entrustment",
        }
        yield from self._life("enquiry", told, [], by="io")
        told = {
            **self._person(),
            "roll": "a",
            "ground": "conviction",
            "court_name": "Chief Judicial Magistrate",
            "order_number": "CC 12/2020",
            "reason": "Third conviction for burglary",
            "review_on": lambda: (now() + timedelta(days=180)).astimezone(IST).date(),
        }
        yield from self._life("character", told, [], by="sho")

    def house(self) -> Iterator[Event]:
        """Keys twice; a summons served; one stay in the lock-up with a meal and the way out."""
        for giver, taker in ((0, 1), (1, 0)):
            hands = [self.station.duty, self.station.officers[0]]
            count = 80 + giver
            told = {
                "key": "malkhana",
                "giver_id": hands[giver].officer_id,
                "taker_id": hands[taker].officer_id,
                "due": count,
                "counted": count,
                "both_present": True,
            }
            yield from self._life("keys", told, [])
        summons = {
            **self._person(),
            "kind": "witness",
            "court_name": "Judicial Magistrate First Class",
            "process_number": f"{self.random.randint(100, 999)} of the year",
            "server_name": str(self.station.duty.officer),
        }
        served = {"served_at": now, "served_how": "person", "served_to": "To the witness"}
        ways = [
            ("try", {}, timedelta(hours=5), "duty"),
            ("serve", served, timedelta(hours=30), "duty"),
        ]
        yield from self._life("process", summons, ways)
        told = {
            **self._person(),
            "fir_number": "General Diary",
            "cell": "1",
            "articles": "NIL",
            "condition": "NIL",
            "searched_by": str(self.station.duty.officer),
            "relative_told": "Mother, by telephone",
            "camera": "Camera 2",
        }
        out = {
            "left_for": "court",
            "left_at": now,
            "articles_back": "NIL",
            "end_condition": "No complaint",
        }
        steps = [
            ("feed", {}, timedelta(hours=3), "duty"),
            ("release", out, timedelta(hours=16), "duty"),
        ]
        yield from self._life("lockup", told, steps)

    def _life(
        self,
        name: str,
        told: Details,
        steps: list[tuple[str, Details, timedelta, str]],
        by: str = "duty",
    ) -> Iterator[Event]:
        """An entry at a moment of the last days, and its steps at their time after it."""
        life = _Life(name, self.station)
        at = now() - timedelta(hours=self.random.randint(40, DAYS * 24))
        yield Event(at, life.enter(told, by))
        for step, details, after, whom in steps:
            yield Event(at + after, life.go_on(step, details, whom))

    def _person(self) -> Details:
        district = self.station.office.district
        person = invent(
            self.random,
            hindi=self.random.random() < 0.6,
            district=district.name if district else "",
        )
        return {name: getattr(person, name) for name in _PERSON}

    def _place(self) -> str:
        return self.random.choice(rows("places.csv"))["latin"]


@dataclass
class _Life:
    """One entry of one register; values that are functions are asked when their time comes."""

    name: str
    station: Staff
    entry: Entry | None = None

    def enter(self, told: Details, whom: str) -> Callable[[], None]:
        def act() -> None:
            details = {"happened_at": now(), **_asked(told)}
            self.entry = make_entry(
                by=self._by(whom),
                book=books.named(self.name),
                entry_id=uuid7(),
                details=details,
                lists=_lists(self.name),
            )

        return act

    def go_on(self, step: str, told: Details, whom: str) -> Callable[[], None]:
        def act() -> None:
            assert self.entry is not None
            take_step(
                by=self._by(whom),
                book=books.named(self.name),
                entry=self.entry,
                step=step,
                details=_asked(told),
                lists=_lists(step),
            )

        return act

    def _by(self, whom: str) -> Any:
        staff = self.station
        return {"duty": staff.duty, "io": staff.officers[0]}.get(whom) or staff.sho


def _asked(told: Details) -> Details:
    return {name: value() if callable(value) else value for name, value in told.items()}


def _lists(name: str) -> dict[str, list[Details]]:
    """The lines of the registers and steps that want some."""
    lists: dict[str, dict[str, list[Details]]] = {
        "mlc": {"injuries": [{"kind": "bruise", "place": "Left arm", "size": "3 cm"}]},
        "property": {"items": [{"description": "Black bag", "quantity": "1"}]},
        "inquest": {
            "panches": [
                {"name": "Ram Singh", "address": "Ward 3"},
                {"name": "Ali Khan", "address": "Ward 5"},
            ]
        },
        "try": {"attempts": [{"at": now(), "place": "House", "result": "House locked"}]},
        "feed": {"meals": [{"at": now(), "what": "Bread and lentils", "given_by": "Canteen"}]},
    }
    return lists.get(name, {})
