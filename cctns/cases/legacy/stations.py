"""Which office a station of an old file is: found by code or name, or opened on request."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cctns.offices import access
from cctns.offices.actions import open_office
from cctns.offices.codes import OfficeKind
from cctns.offices.models import District, Jurisdiction, Office, Posting

from .old import Refused

Named = tuple[str, str, str]  # code, name and district, as the file has them


@dataclass
class Stations:
    """The stations within the importing posting's reach; `planned` would be opened (dry run)."""

    by_code: dict[str, Office] = field(default_factory=dict)
    by_name: dict[tuple[str, str], list[Office]] = field(default_factory=dict)
    planned: dict[Named, Office] = field(default_factory=dict)

    def add(self, office: Office) -> None:
        self.by_code[office.code.casefold()] = office
        district = office.district.name if office.district else ""
        for key in {(_plain(office.name), _plain(district)), (_plain(office.name), "")}:
            self.by_name.setdefault(key, []).append(office)

    def find(self, named: Named) -> Office | None:
        """By code, else by name within the district named. Raises Refused when several have it."""
        code, name, district = named
        if code and code.casefold() in self.by_code:
            return self.by_code[code.casefold()]
        found = self.by_name.get((_plain(name), _plain(district)), []) if name else []
        if len(found) > 1:
            raise Refused("station_ambiguous", f"{len(found)} stations are called {name!r}")
        return found[0] if found else self.planned.get(named)

    def must_find(self, named: Named) -> Office:
        """Raises Refused."""
        office = self.find(named)
        if office is None:
            told = " ".join(filter(None, (named[1], f"({named[0]})" if named[0] else "")))
            raise Refused(
                "station_unknown",
                f"no station {told[:200]} within your reach; --create-stations opens those missing",
            )
        return office


def _plain(text: str) -> str:
    words = text.casefold().replace(".", " ").split()
    return " ".join(word for word in words if word not in ("ps", "police", "station"))


@access.query
def stations_within_reach(*, by: Posting) -> Stations:
    """Every station of this posting's State that it may import into. Raises Refused."""
    access.require(by, "case.import", by.office)
    reach = Jurisdiction.objects.filter(supervisor=by.office_id).values("office_id")
    stations = Stations()
    for office in Office.objects.filter(
        pk__in=reach, state=by.office.state_id, kind=OfficeKind.STATION
    ).select_related("district"):
        stations.add(office)
    return stations


@dataclass(frozen=True)
class Opening:
    """Who opens stations that are missing, and under which office: by district, or all ("")."""

    by: Posting
    under: dict[str, Office]

    @classmethod
    def of(cls, by: Posting, under: dict[str, Office]) -> Opening:
        """Districts as people write them; "" stands for all that are not named."""
        return cls(by, {_plain(district): office for district, office in under.items()})

    def supervisor(self, district: str) -> Office | None:
        return self.under.get(_plain(district)) or self.under.get("")


def missing(stations: Stations, named: Iterable[Named]) -> list[Named]:
    """The stations of a file that are not there, in the order first met."""
    found: dict[Named, None] = {}
    for one in named:
        if one not in found and _absent(stations, one):
            found[one] = None
    return list(found)


def _absent(stations: Stations, named: Named) -> bool:
    try:
        return stations.find(named) is None
    except Refused:
        return False


def open_missing(stations: Stations, wanted: Iterable[Named], opening: Opening) -> int:
    """Open each under its supervisor; returns how many had code, name and supervisor.

    Raises access.Refused, offices.rules.NotPossible.
    """
    opened = 0
    for code, name, district in wanted:
        supervisor = opening.supervisor(district)
        if supervisor is not None and code and name:
            office = open_office(
                by=opening.by,
                kind=OfficeKind.STATION,
                name=name,
                name_hi="",
                code=code[:20],
                supervisor=supervisor,
                opened_on=supervisor.opened_on,  # nobody knows better; it was there before
                district=_district(supervisor, district),
            )
            stations.add(office)
            opened += 1
    return opened


def plan_missing(stations: Stations, wanted: Iterable[Named], opening: Opening) -> int:
    """As `open_missing`, in thought only: for a dry run."""
    for named in wanted:
        code, name, district = named
        supervisor = opening.supervisor(district)
        if supervisor is not None and code and name:
            stations.planned[named] = Office(
                state_id=supervisor.state_id, kind=OfficeKind.STATION, name=name, code=code[:20]
            )
    return len(stations.planned)


def _district(supervisor: Office, name: str) -> District | None:
    named = District.objects.filter(state=supervisor.state_id, name__iexact=name).first()
    return named or supervisor.district
