"""Old FIRs in the register: counted, journalled, found, never doubled; new ones go on after."""

from __future__ import annotations

import csv
import os
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection

from cctns.cases import queries
from cctns.cases.legacy import batch, importing, mapping, reading, report, stations
from cctns.cases.models import Case, Fir, ImportRefusal, ImportRun, Party
from cctns.journal.models import JournalEntry
from cctns.journal.serials import next_number
from cctns.journal.verify import verify
from cctns.offices import access
from cctns.offices.codes import Role
from cctns.offices.models import Office, Posting
from cctns.web.officer.case import told
from tests.offices.land import Land
from tests.shared import SHARED

from .rows import WHOLE

REAL = SHARED / "data" / "crime"


def none(more: int) -> None:
    """Nobody watches the progress."""


def saved(folder: Path, *changed: dict[str, str], name: str = "old.csv") -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, list({**WHOLE, **{key: "" for one in changed for key in one}}))
        out.writeheader()
        for place, change in enumerate(changed, start=1):
            ours = {"number": f"{place:04d}/2019", "station_code": "BAZAAR"}
            out.writerow(WHOLE | ours | change)
    return path


def bring_in(by: Posting, path: Path) -> ImportRun:
    found = reading.survey(path)
    chosen = mapping.choose(found.columns)
    run = importing.begin(by=by, found=found, mapping=chosen)
    within = stations.stations_within_reach(by=by)
    importing.bring_in(by=by, run=run, found=found, mapping=chosen, stations=within, step=none)
    return run


def rehearse(by: Posting, path: Path) -> importing.Tally:
    found = reading.survey(path)
    return importing.rehearse(
        by=by,
        found=found,
        mapping=mapping.choose(found.columns),
        stations=stations.stations_within_reach(by=by),
        step=none,
    )


@pytest.fixture
def scrb(land: Land) -> Posting:
    return land.post(Role.SCRB, "scrb")


# The writing act is one durable transaction: these tests commit.
committing = pytest.mark.django_db(transaction=True)


@committing
def test_a_whole_fir_comes_in_with_its_case_persons_sections_and_entries(
    land: Land,
    scrb: Posting,
    tmp_path: Path,
) -> None:
    run = bring_in(scrb, saved(tmp_path, {}))
    fir = Fir.objects.get()
    assert (run.imported, run.already_there, run.refused) == (1, 0, 0)
    assert (fir.office, fir.number, fir.series, fir.year, fir.serial) == (
        *(land["bazaar"], "0001/2019", "fir"),
        *(2019, 1),
    )
    assert (fir.legacy, fir.legacy_source, fir.quality) == (True, "old.csv", 100)
    assert fir.legacy_row["row"] == 1
    assert fir.legacy_row["columns"]["place"] == fir.place == "Market road"
    assert [one.name for one in fir.parties.all()] == ["Asha Devi", "Ramu", "Shyam", ""]
    assert [str(one) for one in fir.sections.all()] == ["IPC 379"]
    assert fir.case.status == "legacy"
    assert fir.case.legacy_stage == "Pending Trial"
    kinds = JournalEntry.objects.order_by("seq").values_list("kind", "office_id", "actor_id")
    assert list(kinds) == [
        ("fir.imported", fir.office_id, scrb.officer_id),
        ("case.imported", fir.office_id, scrb.officer_id),
    ]
    assert list(verify(land["bazaar"])) == []


@committing
def test_a_second_run_changes_nothing(scrb: Posting, tmp_path: Path) -> None:
    path = saved(tmp_path, {}, {}, {"number": "x"}, {"number": "0001/2019"})
    first = bring_in(scrb, path)
    entries = JournalEntry.objects.count()
    second = bring_in(scrb, path)
    assert first.pk != second.pk
    assert (first.imported, first.already_there, first.refused) == (2, 0, 2)
    assert (second.imported, second.already_there, second.refused) == (0, 2, 2)
    assert first.counts == second.counts == {"BAZAAR": {"2019": 2}}
    assert JournalEntry.objects.count() == entries


@committing
def test_an_interrupted_run_goes_on_behind_its_last_batch(
    scrb: Posting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 3)
    path = saved(tmp_path, *[{} for _ in range(10)])
    write, calls = batch.write, []

    def power_cut(judged: batch.Judged, *, by: Posting) -> None:
        write(judged, by=by)
        calls.append(judged)
        if len(calls) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(batch, "write", power_cut)
    with pytest.raises(KeyboardInterrupt):
        bring_in(scrb, path)
    assert Fir.objects.count() == JournalEntry.objects.count() / 2 == 6
    assert ImportRun.objects.get().next_row == 7
    run = bring_in(scrb, path)
    assert ImportRun.objects.count() == 1
    assert (run.imported, run.finished_at is not None) == (10, True)
    assert Fir.objects.count() == Case.objects.count() == 10


@committing
def test_a_later_export_in_another_order_doubles_nothing(scrb: Posting, tmp_path: Path) -> None:
    """The same name, new rows on top: the old ones are known by what they say."""
    first = [{"number": f"{serial:04d}/2019"} for serial in (1, 2, 3)]
    bring_in(scrb, saved(tmp_path, *first))
    run = bring_in(scrb, saved(tmp_path, {"number": "0004/2019"}, *reversed(first)))
    assert (run.imported, run.already_there, run.refused) == (1, 3, 0)
    assert run.counts == {"BAZAAR": {"2019": 4}}


@committing
def test_a_repeated_row_is_told_from_a_taken_number_after_an_interruption_too(
    scrb: Posting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 2)
    same, other = {"number": "0001/2019"}, {"number": "0001/2019", "place": "Elsewhere"}
    path = saved(tmp_path, same, {}, same, other)
    write = batch.write
    with monkeypatch.context() as cut:
        calls: list[None] = []

        def power_cut(judged: batch.Judged, *, by: Posting) -> None:
            write(judged, by=by)
            calls.append(None)
            if len(calls) == 2:
                raise KeyboardInterrupt

        cut.setattr(batch, "write", power_cut)
        with pytest.raises(KeyboardInterrupt):
            bring_in(scrb, path)
    run = bring_in(scrb, path)
    refusals = run.refusals.order_by("row").values_list("row", "code", "sentence")
    assert list(refusals) == [
        (3, "repeated", "the row repeats row 1 word by word"),
        (4, "number_taken", "0001/2019 of bazaar has been brought in from row 1"),
    ]


@committing
def test_a_file_whose_name_is_no_text_comes_in(scrb: Posting, tmp_path: Path) -> None:
    path = saved(tmp_path, {}, name=os.fsdecode(b"caf\xe9.csv"))
    assert bring_in(scrb, path).file_name == Fir.objects.get().legacy_source == "caf?.csv"


@committing
def test_new_firs_go_on_after_the_old_numbers(
    land: Land,
    scrb: Posting,
    tmp_path: Path,
) -> None:
    bring_in(scrb, saved(tmp_path, {"number": "0141/2019"}, {"number": "0007/2019"}))
    bazaar = land["bazaar"]
    assert next_number(office=bazaar, series="fir.fir", period="2019") == 142
    assert next_number(office=bazaar, series="fir.fir", period="2020") == 1


@committing
def test_a_number_that_another_fir_has_is_refused_and_the_other_is_named(
    scrb: Posting, tmp_path: Path
) -> None:
    bring_in(scrb, saved(tmp_path, {}))
    run = bring_in(scrb, saved(tmp_path, {"place": "Elsewhere"}, name="other.csv"))
    refusal = ImportRefusal.objects.get(run=run)
    assert refusal.code == "number_taken"
    assert "row 1 of old.csv" in refusal.sentence
    assert Fir.objects.get().place == "Market road"


@committing
@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"station_code": "NOWHERE", "station_name": "Nowhere"}, "station_unknown"),
        ({"registered_at": "2031-01-01"}, "date_impossible"),
        ({"number": ""}, "number_missing"),
    ],
)
def test_refused_rows_are_listed_with_reason_and_columns(
    scrb: Posting, tmp_path: Path, changed: dict[str, str], code: str
) -> None:
    run = bring_in(scrb, saved(tmp_path, {}, changed))
    path = tmp_path / "refused.csv"
    columns = tuple(WHOLE)
    assert report.write_refused(by=scrb, run=run, path=path, columns=columns) == 1
    assert path.stat().st_mode & 0o077 == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["row"], row["reason"]) == ("2", code)
    assert row["explanation"]
    assert row["place"] == "Market road"
    mended = mapping.choose(reading.survey(path).columns)
    assert set(mended.fields) == set(WHOLE)


@committing
def test_a_dry_run_says_the_same_and_writes_nothing(scrb: Posting, tmp_path: Path) -> None:
    path = saved(tmp_path, {}, {"number": ""}, {"number": "0001/2019"})
    tally = rehearse(scrb, path)
    assert Fir.objects.count() == ImportRun.objects.count() == JournalEntry.objects.count() == 0
    run = bring_in(scrb, path)
    assert (tally.imported, tally.refused) == (run.imported, run.refused) == (1, 2)
    assert tally.reasons == report.reasons(by=scrb, run=run)


@committing
def test_the_law_hides_old_victims_and_children(scrb: Posting, tmp_path: Path) -> None:
    bring_in(scrb, saved(tmp_path, {"act_section": "IPC 376"}, {"victims_girls": "1"}, {}))
    cases = Case.objects.order_by("fir__serial")
    flags = [(one.victim_masked, one.child_involved, one.sensitive) for one in cases]
    assert flags == [(True, False, True), (False, True, True), (False, False, False)]
    hidden = Party.objects.exclude(withheld="").order_by("fir__serial", "ordinal")
    assert [(one.fir.serial, one.role, one.withheld) for one in hidden] == [
        (1, "complainant", "victim"),
        (1, "victim", "victim"),
        (2, "complainant", "child"),
        (2, "victim", "child"),
    ]


@committing
@pytest.mark.parametrize(("role", "at"), [(Role.SHO, "bazaar"), (Role.NODE_ADMIN, "hq")])
def test_only_records_bureaux_bring_old_firs_in(
    land: Land,
    tmp_path: Path,
    role: Role,
    at: str,
) -> None:
    with pytest.raises(access.Refused):
        bring_in(land.post(role, at), saved(tmp_path, {}))
    assert Fir.objects.count() == 0


@committing
def test_a_district_bureau_reaches_its_own_stations_only(
    land: Land,
    tmp_path: Path,
) -> None:
    dcrb = land.post(Role.DCRB, "east")
    run = bring_in(dcrb, saved(tmp_path, {}, {"station_code": "MILLS", "station_name": "mills"}))
    assert (run.imported, run.refused) == (1, 1)


@committing
def test_the_pages_own_database_role_suffices(scrb: Posting, tmp_path: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE cctns_app")
        try:
            assert bring_in(scrb, saved(tmp_path, {}, {"number": ""})).imported == 1
        finally:
            cursor.execute("RESET ROLE")


@committing
def test_missing_stations_are_opened_by_an_administrator_under_a_supervisor(
    land: Land,
    scrb: Posting,
    tmp_path: Path,
) -> None:
    admin = land.post(Role.NODE_ADMIN, "hq")
    path = saved(tmp_path, {"station_code": "NEW1", "station_name": "New Town PS"})
    found = reading.survey(path)
    named = importing.stations_named(found, mapping.choose(found.columns))
    within = stations.stations_within_reach(by=scrb)
    opening = stations.Opening.of(admin, {"": land["circle"]})
    absent = stations.missing(within, named)
    assert absent == [("NEW1", "New Town PS", "East")]
    assert stations.open_missing(within, absent, opening) == 1
    office = Office.objects.get(code="NEW1")
    assert office.supervisions.get().supervisor == land["circle"]
    assert bring_in(scrb, path).imported == 1
    assert Fir.objects.get().office == office


@committing
def test_an_old_fir_is_found_by_number_name_and_section(
    scrb: Posting,
    land: Land,
    tmp_path: Path,
) -> None:
    bring_in(scrb, saved(tmp_path, {}, {"act_section": "IPC 302"}))
    sho = land.post(Role.SHO, "bazaar")
    for wanted, numbers in (
        (queries.Wanted(number="0001/2019"), ["0001/2019"]),
        (queries.Wanted(section="302", act="IPC"), ["0002/2019"]),
        (queries.Wanted(name="ramu"), ["0001/2019", "0002/2019"]),
    ):
        page = queries.find_firs(by=sho, wanted=wanted)
        assert sorted(fir.number for fir in page.firs) == numbers


@committing
@pytest.mark.skipif(not REAL.exists(), reason="the real records lie beside the repository")
@pytest.mark.parametrize(
    "name", ["karnataka_fir_sample_1225.csv", "karnataka_fir_bagalkot_ballari_16935.csv"]
)
def test_the_real_records_come_in_and_every_count_agrees(
    land: Land,
    scrb: Posting,
    name: str,
) -> None:
    path = REAL / name
    found = reading.survey(path)
    chosen = mapping.choose(found.columns)
    within = stations.stations_within_reach(by=scrb)
    admin = land.post(Role.NODE_ADMIN, "hq")
    absent = stations.missing(within, importing.stations_named(found, chosen))
    stations.open_missing(within, absent, stations.Opening.of(admin, {"": land["east"]}))
    run = importing.begin(by=scrb, found=found, mapping=chosen)
    importing.bring_in(by=scrb, run=run, found=found, mapping=chosen, stations=within, step=none)
    with path.open(encoding="utf-8", newline="") as file:
        expected = Counter((f"KSP-{row['unit_id']}", row["year"]) for row in csv.DictReader(file))
    refused = run.refusals.count()
    assert dict(report.reasons(by=scrb, run=run)) == {}
    assert importing.tally_of(by=scrb, run=run).counts == expected
    assert run.imported == expected.total() == found.rows
    assert refused == run.refused == 0
    stored = Fir.objects.values_list("office__code", "year")
    assert Counter((code, str(year)) for code, year in stored) == expected
    assert Party.objects.filter(role="victim").exists()
    for office in Office.objects.filter(code__startswith="KSP-").order_by("code")[:3]:
        assert list(verify(office)) == []


@committing
def test_the_page_of_an_old_fir_says_what_it_lacks(
    scrb: Posting, land: Land, tmp_path: Path
) -> None:
    bring_in(scrb, saved(tmp_path, {"registered_at": "2019-03-02", "narrative": ""}))
    sho = land.post(Role.SHO, "bazaar")
    case = queries.case_for(by=sho, fir_id=Fir.objects.get().pk)
    rows = {row.key: row.value for row in told.facts(case.fir)}
    assert rows["What the old record lacks"].split("\n") == [
        "The hour of registration is missing",
        "The contents of the FIR are missing",
    ]
