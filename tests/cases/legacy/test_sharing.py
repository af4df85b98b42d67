"""A large file shared by two processes: the same rows, report and refusals as by one."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cctns.cases.legacy import batch, importing, mapping, reading, report, sharing, stations
from cctns.cases.legacy.beside import Stopped
from cctns.cases.legacy.stations import Named
from cctns.cases.models import Case, Fir, ImportRun
from cctns.journal.models import JournalEntry
from cctns.journal.verify import verify
from cctns.offices import access
from cctns.offices.codes import Role
from cctns.offices.models import Office, Posting
from tests.offices.land import Land

from .rows import row
from .test_importing import none, saved

committing = pytest.mark.django_db(transaction=True)
STATIONS = ("BAZAAR", "MILLS")


@pytest.fixture
def scrb(land: Land) -> Posting:
    return land.post(Role.SCRB, "scrb")


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 10)
    monkeypatch.setattr(sharing, "WORTH_IT", 10)


def file_with_faults(folder: Path) -> Path:
    """60 rows of two stations in turn; the last six are refused, but for one of them."""
    of = [{"station_code": STATIONS[place % 2], "station_name": ""} for place in range(60)]
    rows = [one | {"number": f"{place + 1:04d}/2019"} for place, one in enumerate(of)]
    rows[54] = rows[0]
    rows[55] = rows[1]
    rows[56] = rows[0] | {"place": "Elsewhere"}
    rows[57] = rows[1] | {"place": "Elsewhere"}
    rows[58] |= {"station_code": "NOWHERE"}
    return saved(folder, *rows)


REFUSED = [
    (55, "repeated", "the row repeats row 1 word by word"),
    (56, "repeated", "the row repeats row 2 word by word"),
    (57, "number_taken", "0001/2019 of bazaar has been brought in from row 1"),
    (58, "number_taken", "0002/2019 of mills has been brought in from row 2"),
    (
        *(59, "station_unknown"),
        "no station (NOWHERE) within your reach; --create-stations opens those missing",
    ),
]


class Shared:
    """The file, and how it is dealt; a run of it, begun or gone on with."""

    def __init__(self, by: Posting, path: Path, *, two: bool = True) -> None:
        self.by, self.found = by, reading.survey(path)
        self.mapping = mapping.choose(self.found.columns)
        self.stations = stations.stations_within_reach(by=by)
        named = importing.stations_named(self.found, self.mapping)
        self.apart = sharing.deal(named, self.stations) if two else []

    def _read(self) -> dict[str, Any]:
        return {"by": self.by, "found": self.found, "mapping": self.mapping}

    def bring_in(self) -> ImportRun:
        run = importing.begin(**self._read(), apart=self.apart)
        importing.bring_in(**self._read(), run=run, stations=self.stations, step=none)
        return run

    def rehearse(self, step: importing.Step = none) -> importing.Tally:
        return importing.rehearse(
            **self._read(), stations=self.stations, step=step, apart=self.apart
        )


def check_whole(by: Posting, run: ImportRun) -> None:
    """The register and the report after the file with faults, however it was shared."""
    tally = importing.tally_of(by=by, run=run)
    assert (tally.read, tally.imported, tally.already_there, tally.refused) == (60, 55, 0, 5)
    assert tally.counts == {("BAZAAR", "2019"): 27, ("MILLS", "2019"): 28}
    told = run.refusals.order_by("row").values_list("row", "code", "sentence")
    assert list(told) == REFUSED
    firs = Fir.objects.order_by("legacy_row__row")
    kept = [(one.office.code, one.number, one.legacy_row["row"]) for one in firs]
    assert kept == [
        (STATIONS[place % 2], f"{place + 1:04d}/2019", place + 1) for place in (*range(54), 59)
    ]
    assert Case.objects.count() == 55
    assert JournalEntry.objects.count() == 110
    for office in Office.objects.filter(code__in=STATIONS):
        assert list(verify(office)) == []


@committing
@pytest.mark.parametrize("two", [False, True])
def test_two_processes_bring_in_what_one_does(scrb: Posting, tmp_path: Path, two: bool) -> None:
    shared = Shared(scrb, file_with_faults(tmp_path), two=two)
    run = shared.bring_in()
    check_whole(scrb, run)
    assert ImportRun.objects.count() == 1 + two
    refused = tmp_path / "refused.csv"
    report.write_refused(by=scrb, run=run, path=refused, columns=shared.found.columns)
    rows = [line.partition(",")[0] for line in refused.read_text().splitlines()[1:]]
    assert rows == ["55", "56", "57", "58", "59"]
    again = importing.tally_of(by=scrb, run=shared.bring_in())
    assert (again.imported, again.already_there, again.refused) == (0, 55, 5)


@committing
@pytest.mark.parametrize("two", [False, True])
def test_two_processes_rehearse_what_one_does(scrb: Posting, tmp_path: Path, two: bool) -> None:
    steps: list[int] = []
    tally = Shared(scrb, file_with_faults(tmp_path), two=two).rehearse(steps.append)
    assert (tally.imported, tally.refused, sum(steps)) == (55, 5, 60)
    assert tally.reasons == Counter(code for _, code, _ in REFUSED)
    assert Fir.objects.count() == ImportRun.objects.count() == 0


@committing
@pytest.mark.parametrize("killed", ["first", "second"])
def test_either_process_ends_in_the_middle_and_the_next_start_goes_on(
    scrb: Posting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed: str
) -> None:
    path = file_with_faults(tmp_path)
    write, calls = batch.write, []

    def ends(judged: batch.Judged, *, by: Posting) -> None:
        """In the third batch, all of it written and nothing committed."""
        write(judged, by=by)
        here = "second" if multiprocessing.parent_process() else "first"
        calls.append(here)
        if here == killed and len(calls) == 3:
            if killed == "first":
                raise KeyboardInterrupt
            os.kill(os.getpid(), signal.SIGKILL)

    with monkeypatch.context() as cut:
        cut.setattr(batch, "write", ends)
        with pytest.raises(KeyboardInterrupt if killed == "first" else Stopped):
            Shared(scrb, path).bring_in()
    first, second = ImportRun.objects.get(beside=None), ImportRun.objects.exclude(beside=None).get()
    ended = first if killed == "first" else second
    assert ended.imported == 20
    assert first.finished_at is None
    assert Fir.objects.count() == first.imported + second.imported < 55
    run = Shared(scrb, path).bring_in()
    assert (run, ImportRun.objects.count()) == (first, 2)
    check_whole(scrb, run)


@committing
def test_a_refusal_in_the_second_process_is_told_in_the_first(
    scrb: Posting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(judged: batch.Judged, *, by: Posting) -> None:
        if multiprocessing.parent_process():
            raise access.Refused("no longer", by=by, act="case.import", office=by.office)

    monkeypatch.setattr(batch, "write", refused)
    with pytest.raises(Stopped, match="Refused: no longer"):
        Shared(scrb, file_with_faults(tmp_path)).bring_in()


@pytest.mark.django_db
def test_halves_are_of_whole_stations(land: Land, scrb: Posting) -> None:
    within = stations.stations_within_reach(by=scrb)
    named: Counter[Named] = Counter(
        {
            ("MILLS", "", ""): 30,
            ("BAZAAR", "", ""): 20,
            ("", "bazaar", ""): 25,
            ("X", "", ""): 4,
        }
    )
    assert sharing.deal(named, within) == [("BAZAAR", "", ""), ("", "bazaar", "")]
    assert sharing.deal(Counter({("MILLS", "", ""): 9}), within) == []


def test_every_row_is_of_one_share() -> None:
    rows = [row(1, station_code="A"), row(2, station_code="B"), row(3, station_code="")]
    chosen = mapping.choose(rows[0].columns)
    name = sharing.namer(chosen)
    apart = [name(rows[1])]
    for second, numbers in ((True, [2]), (False, [1, 3])):
        of = sharing.of_share(chosen, apart, second=second)
        assert [one.number for one in rows if of(one)] == numbers
