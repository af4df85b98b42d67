"""Which column is which field: packaged, of the user's own, or our names; errors name the key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cctns.cases.legacy import mapping, old
from cctns.cases.legacy.forms import CannotRead, RawRow
from cctns.cases.legacy.quality import Lack

from .rows import NOW, read, row

OWN: dict[str, Any] = {
    "title": "Our register",
    "fields": {
        "number": "FIR No",
        "station_name": "Thana",
        "registered_at": {"join": ["Day", "Hour"]},
        "place": ["Spot", "Village"],
        "information": "Mode",
    },
    "constants": {"district": "East"},
    "dates": ["%d.%m.%Y %H:%M"],
    "values": {"information": {"In writing": "written"}},
    "withheld": ["xxx"],
}
COLUMNS = ["FIR No", "Thana", "Day", "Hour", "Spot", "Village", "Mode"]
CELLS = ["7/2019", "Fort", "02.03.2019", "10:30", "", "Rampur", "IN WRITING"]


def saved(folder: Path, told: Any) -> Path:
    path = folder / "own.json"
    path.write_text(told if isinstance(told, str) else json.dumps(told), encoding="utf-8")
    return path


def test_a_mapping_joins_chooses_translates_and_adds(tmp_path: Path) -> None:
    own = mapping.choose(COLUMNS, saved(tmp_path, OWN))
    told = own.read(dict(zip(COLUMNS, CELLS, strict=True)))
    assert told["registered_at"] == "02.03.2019 10:30"
    assert told["place"] == "Rampur"
    assert told["district"] == "East"
    assert own.code("information", told["information"]) == "written"
    assert own.code("information", "by pigeon") == ""
    assert own.title == "Our register"
    assert len(own.digest) == 64


def test_what_the_exporter_blanked_is_missing_and_said_so(tmp_path: Path) -> None:
    told = {**OWN, "fields": {**OWN["fields"], "place": "Spot"}}
    own = mapping.choose(COLUMNS, saved(tmp_path, told))
    cells = dict(
        zip(COLUMNS, ["7/2019", "Fort", "02.03.2019", "10:30", "xxx", "", ""], strict=True)
    )
    assert "place" not in own.read(cells)
    assert own.holds_back("place", cells)
    assert not own.holds_back("number", cells)


def test_a_withheld_place_costs_less_than_a_missing_one() -> None:
    ours = mapping.choose(row().columns)
    blanked = mapping.replace(ours, withheld=frozenset({"[redacted]"}))
    assert read(blanked, place="[redacted]").lacks == (Lack.PLACE_WITHHELD,)
    assert read(ours, place="").lacks == (Lack.PLACE,)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("{", "no JSON"),
        ([], 'at least "fields"'),
        ({"title": "x"}, 'at least "fields"'),
        ({"fields": {"number": 3}}, "'number' is read from a column"),
        ({"fields": {"number": {"plus": ["a"]}}}, "'number' is read from a column"),
        ({"fields": {"nummer": "a"}}, "'nummer' is no field"),
        ({"fields": {}, "constant": {}}, "'constant' is no key"),
        ({"fields": {}, "dates": "iso"}, "'dates' must be"),
        ({"fields": {}, "values": {"place": {}}}, "'place' has no list of values"),
        ({"fields": {}, "values": {"information": {"a": "b"}}}, "becomes 'b'"),
        ({"fields": {}}, "no column gives number"),
        ({"fields": {}, "constants": {"place": 5}}, "constant 'place' is 5"),
        ({"fields": {}, "constants": {"place": "\ud800"}}, "half a character"),
        ({"fields": {}, "withheld": ["\x00"]}, "a NUL"),
        ({"fields": {}, "withheld": [["x"]]}, "'withheld' lists texts"),
        ({"fields": {}, "dates": [5]}, "'dates' lists texts, and 5 is none"),
        ({"fields": {}, "dates": ["%Q"]}, "'%Q' of 'dates' is no format"),
        ({"fields": {}, "dates": ["%d/%m"]}, "'%d/%m' of 'dates' is no format"),
        ({**OWN, "fields": {**OWN["fields"], "beat": "Beet"}}, "'Beet', which the file does not"),
    ],
)
def test_a_wrong_mapping_is_refused_by_the_name_of_its_key(
    tmp_path: Path, told: Any, said: str
) -> None:
    with pytest.raises(CannotRead, match=said):
        mapping.choose(COLUMNS, saved(tmp_path, told))


def test_a_missing_mapping_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="cannot be opened"):
        mapping.choose(COLUMNS, tmp_path / "gone.json")


def test_a_file_of_our_own_names_needs_no_mapping() -> None:
    ours = mapping.choose([*row().columns, "remarks"])
    assert ours.read(row().columns)["place"] == "Market road"
    with pytest.raises(CannotRead, match="no column gives registered_at"):
        mapping.choose(["number", "station_code", "remarks"])


def read_packaged(columns: dict[str, str]) -> old.OldFir:
    return old.read(RawRow(1, columns), mapping.choose(columns), NOW)


def test_the_packaged_mapping_knows_its_export_by_the_columns() -> None:
    columns = {
        "district_name": "East",
        "unit_name": "Fort PS",
        "unit_id": "17",
        "fir_no": "0003/2018",
        "fir_date": "2018-02-14",
        "crime_group": "THEFT",
        "crime_head": "Others",
        "act_section": "IPC 1860 U/s: 379",
        "complaint_mode": "Sue-moto by Police",
        "place_of_offence": "[redacted]",
    }
    fir = read_packaged(columns)
    assert fir.station == ("KSP-17", "Fort PS", "East")
    assert (fir.kind, fir.information) == ("suo_motu", "suo_motu")
    assert {Lack.HOUR, Lack.PLACE_WITHHELD} <= set(fir.lacks)
