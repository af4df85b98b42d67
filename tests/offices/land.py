"""A small State to try things in: two districts, and one office of every other kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import count

from cctns.offices.codes import Charge, OfficeKind, Rank, Role
from cctns.offices.models import Office, Officer, Posting, State, Supervision

LONG_AGO = date(2020, 1, 1)
_numbers = count(1)


@dataclass
class Land:
    """The offices by a short name, and a way to post officers to them."""

    state: State
    offices: dict[str, Office] = field(default_factory=dict)

    def open(self, name: str, kind: OfficeKind, under: str = "") -> Office:
        office = Office.objects.create(
            state=self.state, kind=kind, name=name, code=name.upper(), opened_on=LONG_AGO
        )
        self.offices[name] = office
        if under:
            Supervision.objects.create(
                office=office, supervisor=self.offices[under], from_date=LONG_AGO
            )
        return office

    def __getitem__(self, name: str) -> Office:
        return self.offices[name]

    def post(
        self,
        role: Role,
        at: str,
        *,
        since: date = LONG_AGO,
        until: date | None = None,
        charge: Charge = Charge.SUBSTANTIVE,
        officer: Officer | None = None,
        rank: Rank | None = None,
    ) -> Posting:
        number = next(_numbers)
        rank = rank or (Rank.DYSP if role in (Role.SDPO, Role.SP) else Rank.SI)
        officer = officer or Officer.objects.create_user(
            f"PIS{number}", name=f"Officer {number}", rank=rank
        )
        return Posting.objects.create(
            officer=officer,
            office=self[at],
            role=role,
            charge=charge,
            from_date=since,
            to_date=until,
        )
