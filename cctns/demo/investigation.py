"""What follows an invented FIR: diary, arrest, custody, final report, court; through real actions.

Each step happens at its own moment, by the officer whose it is; a case without a named accused ends
undetected. Some are left where they stand, so that every worklist has something on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Any

from cctns.cases import books
from cctns.cases.codes import CaseStatus
from cctns.cases.models import Case, FinalReport
from cctns.lib.clock import IST, now
from cctns.lib.ids import uuid7
from cctns.offices import access
from cctns.offices.codes import OfficeKind, Role
from cctns.offices.models import Jurisdiction, Office, Posting
from cctns.registers.actions import make_entry, take_step
from cctns.registers.book import Book
from cctns.registers.queries import asked_with

Later = tuple[timedelta, Callable[[], None]]
MOST_STEPS = 16  # of one case
NEVER_ENDED = 0.25  # share of cases that are still open after a year
WITNESSES = [
    {"name": "Ram Singh", "address": "Ward 3"},
    {"name": "Ali Khan", "address": "Ward 5"},
]
FINDINGS = (
    "Reached the place, drew a sketch, asked the neighbours; nobody was recognised.",
    "घटनास्थल देखा, नक्शा बनाया, पड़ोसियों से पूछताछ की।",
    "CCTV of two shops seen; a motorcycle without a plate passes at the time told.",
)


@dataclass
class Investigation:
    """One case's life after its registration; `case_now` gives the case once there is one."""

    random: Random
    case_now: Callable[[], Case | None]
    in_charge: Callable[[], Posting]
    arrest: Any = None
    report: Any = None
    seizure: Any = None

    def steps(self) -> Iterator[Later]:
        """(after the registration, act) in their order."""
        days = self.random.randint
        yield timedelta(hours=days(2, 20)), self.write_diary
        if self.random.random() < NEVER_ENDED:
            return
        arrested = timedelta(days=days(2, 9), hours=days(7, 17) - 12)
        yield arrested, self.make_arrest
        yield arrested + timedelta(hours=2), self.search_house
        yield arrested + timedelta(hours=3), self.see_doctor
        yield arrested + timedelta(hours=4), self.store
        yield arrested + timedelta(hours=20), self.go_to_magistrate
        if self.random.random() < 0.6:
            yield arrested + timedelta(days=days(6, 20)), self.get_bail
        ends = arrested + timedelta(days=days(25, 55))
        for hours, act in enumerate(
            (self.write_report, self.vet, self.forward, self.approve, self.transmit, self.receive)
        ):
            yield ends + timedelta(days=hours), act
        yield ends + timedelta(days=8), self.fix_hearing
        if self.random.random() < 0.4:
            yield ends + timedelta(days=days(60, 160)), self.judge

    @property
    def case(self) -> Case | None:
        """While it is under investigation here, or was reported on."""
        case = self.case_now()
        if case is None or case.status not in (CaseStatus.INVESTIGATION, CaseStatus.REPORTED):
            return None
        return case

    @property
    def officer(self) -> Posting | None:
        """The designated officer, at work."""
        case = self.case
        if case is None or case.investigating_officer_id is None:
            return None
        current = Posting.objects.current(access.today()).filter(office=case.office)
        return current.filter(officer=case.investigating_officer).first()

    @property
    def suspect(self) -> str:
        """The accused whom the form of an arrest offers first; the demo's are grown up."""
        return self._offered(books.ARREST, "accused")

    def _offered(self, book: Book, field: str) -> str:
        """The id of what a new form of the case offers first; "" when there is nothing."""
        case, officer = self.case, self.officer
        if case is None or officer is None:
            return ""
        blank: Any = book.model(state=case.state, office=case.office)
        blank.case = case
        choices, _known = asked_with(by=officer, book=book, step=book.enter, entry=blank)
        return next((key for key, _words in choices[field]), "")

    def write_diary(self) -> None:
        case, officer = self.case, self.officer
        if case and officer:
            _write(
                officer,
                books.DIARY,
                case,
                day=now().astimezone(IST).date(),
                began_at=max(now() - timedelta(hours=1), case.fir.registered_at),
                closed_at=now(),
                circumstances=self.random.choice(FINDINGS),
            )

    def make_arrest(self) -> None:
        case, officer, suspect = self.case, self.officer, self.suspect
        if case and officer and suspect:
            self.arrest = _write(
                officer,
                books.ARREST,
                case,
                accused_id=suspect,
                place=self.random.choice(("Bus stand", "His house", "Railway station")),
                kind="forwarded",
                reasons="He has no fixed place of work and threatened a witness.",
                grounds="Named by the informant; recognised by a shopkeeper.",
                rights_told=True,
                relative_told="A brother, by telephone",
                relative_told_at=now(),
                witness_name="A shopkeeper of the place",
                articles="NIL",
                prints_number=f"27{self.random.randint(10**7, 10**8 - 1)}",
                photo=f"P-{self.random.randint(1000, 9999)}",
            )

    def search_house(self) -> None:
        """Half of them find something: then it is seized first, and named by the search."""
        case, officer = self.case, self.officer
        if not (self.arrest and case and officer):
            return
        found = self.random.random() < 0.5
        if found:
            self._seize(case, officer)
        _write(
            officer,
            books.SEARCH,
            case,
            lists={"witnesses": WITNESSES},
            kind="no_warrant",
            grounds_at=now() - timedelta(minutes=40),
            grounds="He said that the things lie in his house; they would be gone by the morning.",
            looked_for="The stolen property",
            place="House of the accused",
            damage="NIL",
            result="seized" if found else "nil",
            seizure_id=self.seizure.pk if found else None,
            recording=f"SID-{self.random.randint(10**5, 10**6 - 1)}",
        )

    def _seize(self, case: Case, officer: Posting) -> None:
        number = f"{case.fir.serial}/{case.fir.year}"
        item = {
            "property_class": "phone",
            "description": "Mobile telephone, cracked screen",
            "register_number": number,
            "packet": "P1, seal of the station",
        }
        self.seizure = _write(
            officer,
            books.SEIZURE,
            case,
            lists={"witnesses": WITNESSES, "items": [item]},
            nature="stolen",
            place="House of the accused",
            grounds="It lay under the bed and is like the one described by the informant.",
            seal="Seal of the station",
            recording=f"SID-{self.random.randint(10**5, 10**6 - 1)}",
        )

    def store(self) -> None:
        """One in eight is forgotten, and turns red in the property room."""
        case, officer = self.case, self.officer
        if not (self.seizure and case and officer) or self.random.random() < 0.125:
            return
        _write(
            officer,
            books.MOVEMENT,
            case,
            item_id=self._offered(books.MOVEMENT, "item"),
            kind="in",
            place=f"Shelf {self.random.randint(1, 9)}",
            giver=str(officer.officer),
            taker="Head Constable in charge of the property room",
            seal="intact",
            photo=f"P-{self.random.randint(1000, 9999)}",
        )

    def fix_hearing(self) -> None:
        case, officer = self.case, self.officer
        if not (self.report and self.arrest and case and officer):
            return
        _write(
            officer,
            books.HEARING,
            case,
            lists={"witnesses": [{"name": one["name"]} for one in WITNESSES]},
            court_name="Judicial Magistrate First Class",
            case_number="CC of the year",
            hearing_on=now().astimezone(IST).date() + timedelta(days=self.random.randint(5, 40)),
            purpose="prosecution",
        )

    def see_doctor(self) -> None:
        seen = {
            "examined_at": now(),
            "examined_by": "Medical Officer, District Hospital",
            "examination": "No fresh injury.",
        }
        self._on_arrest("examine", **seen)

    def go_to_magistrate(self) -> None:
        case, officer = self.case, self.officer
        if not (self.arrest and case and officer):
            return
        court = "Judicial Magistrate First Class"
        self._on_arrest("produce", produced_at=now(), produced_before=court)
        asked = _write(
            officer,
            books.REMAND,
            case,
            arrest_id=self.arrest.pk,
            kind_asked="judicial",
            days_asked=14,
            grounds="The investigation is not complete.",
            diary_sent=True,
        )
        today = now().astimezone(IST).date()
        _step(
            officer,
            books.REMAND,
            asked,
            "order",
            kind="judicial",
            court_name=court,
            order_number="Order of the day",
            from_day=today,
            to_day=today + timedelta(days=13),
        )

    def _on_arrest(self, step: str, **told: Any) -> None:
        officer = self.officer
        if self.arrest and officer:
            _step(officer, books.ARREST, self.arrest, step, **told)

    def get_bail(self) -> None:
        case, officer = self.case, self.officer
        if self.arrest and case and officer:
            _write(
                officer,
                books.BAIL,
                case,
                accused_id=self.arrest.accused_id,
                kind="regular",
                granted=True,
                court_name="Sessions Judge",
                conditions="To appear on every date; not to meet the witnesses.",
            )

    def write_report(self) -> None:
        """As the page does it: assembled from the forms, sent unchanged."""
        case, officer = self.case, self.officer
        if not (case and officer):
            return
        blank = FinalReport(state=case.state, office=case.office, case=case)
        step = books.REPORT.enter
        _choices, known = asked_with(by=officer, book=books.REPORT, step=step, entry=blank)
        lists = dict(known)
        blank.court_id = _of(Role.COURT).office_id
        blank.prosecution_id = _of(Role.PROSECUTOR).office_id
        blank.kind = "charge_sheet" if self.arrest else "undetected"
        for line in lists["accused_lines"]:
            if not line["sent"]:
                line["reason"] = "Not found until now"
        columns = {one.name: one.attname for one in FinalReport._meta.concrete_fields}
        asked = [columns[name] for name in step.fields]
        told = {name: getattr(blank, name) for name in asked}
        self.report = _write(officer, books.REPORT, case, lists=lists, **told)
        _step(officer, books.REPORT, self.report, "submit")

    def vet(self) -> None:
        self._answer(_of(Role.PROSECUTOR), books.VETTING, opinion="fit")

    def forward(self) -> None:
        if self.report:
            _step(self.in_charge(), books.REPORT, self.report, "forward")

    def approve(self) -> None:
        if self.report:
            self._answer(_above(self.report.office), books.APPROVAL, decision="approved")

    def transmit(self) -> None:
        if self.report:
            told = {"transmitted_at": now()}
            _step(self.in_charge(), books.REPORT, self.report, "transmit", **told)

    def receive(self) -> None:
        if self.report:
            serial = self.random.randint(1, 999_999)
            cnr = f"ZZSU01{serial:06d}{now().year}"
            told = {"receipt": "consumed", "cnr": cnr, "case_number": f"CC {serial % 2000}"}
            self._answer(_of(Role.COURT), books.ACKNOWLEDGEMENT, **told)

    def judge(self) -> None:
        if not (self.report and self.arrest):
            return
        verdict = self.random.choice(("convicted", "acquitted", "acquitted"))
        lines = [{"who": str(self.arrest.accused), "verdict": verdict}]
        told = {
            "presiding": "Judicial Magistrate First Class",
            "case_number": "CC of the year",
            "judgment_on": now().astimezone(IST).date(),
        }
        self._answer(_of(Role.COURT), books.DISPOSAL, {"verdicts": lines}, **told)

    def _answer(self, by: Posting, book: Book, lists: Any = None, **told: Any) -> None:
        if self.report:
            details = {"report_id": self.report.pk, "happened_at": now(), **told}
            make_entry(by=by, book=book, entry_id=uuid7(), details=details, lists=lists)


def _above(office: Office) -> Posting:
    """The Superintendent of the station's district."""
    over = Jurisdiction.objects.filter(office=office).values("supervisor")
    found = Posting.objects.current(access.today()).filter(role=Role.SP, office__in=over)
    posting = found.filter(office__kind=OfficeKind.DISTRICT).select_related("officer").first()
    assert posting is not None
    return posting


def _of(role: Role) -> Posting:
    """The first office of the demo's State with such a role."""
    found = Posting.objects.current(access.today()).filter(role=role, officer__is_demo=True)
    posting = found.select_related("office", "officer").order_by("office__code", "id").first()
    assert posting is not None
    return posting


def _write(by: Posting, book: Book, case: Case, *, lists: Any = None, **told: Any) -> Any:
    details = {"happened_at": now(), **told, "case_id": case.pk}
    return make_entry(by=by, book=book, entry_id=uuid7(), details=details, lists=lists)


def _step(by: Posting, book: Book, sheet: Any, step: str, **told: Any) -> None:
    take_step(by=by, book=book, entry=sheet, step=step, details=told)
