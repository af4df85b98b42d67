"""Files of every kind and in every state of disrepair: a message at the byte, line or row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cctns.cases.legacy import reading
from cctns.cases.legacy.forms import CannotRead, RawRow

TEXT = "number,place\n1/2020,थाना मार्ग\n2/2020,Market\n"
ROWS = [{"number": "1/2020", "place": "थाना मार्ग"}, {"number": "2/2020", "place": "Market"}]


def written(folder: Path, data: bytes, name: str = "old.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def read(path: Path, encoding: str = "") -> list[RawRow]:
    return list(reading.rows(reading.survey(path, encoding=encoding)))


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace(",", "|").encode(),
        ("\n" + TEXT + "\n\n").encode(),
        json.dumps(ROWS).encode(),
        json.dumps(ROWS, ensure_ascii=False, indent=2).encode("utf-16"),
        "\n".join(map(json.dumps, ROWS)).encode(),
    ],
    ids=[
        *("utf8", "bom", "utf16", "utf16be", "utf16le", "crlf", "semicolon", "tab", "bar"),
        *("blank lines", "array", "utf16 array", "json lines"),
    ],
)
def test_every_form_gives_the_same_rows(tmp_path: Path, data: bytes) -> None:
    rows = read(written(tmp_path, data))
    assert [row.columns for row in rows] == ROWS
    assert [row.number for row in rows] == [1, 2]


def test_a_named_encoding_is_used(tmp_path: Path) -> None:
    path = written(tmp_path, "number,place\n1/2020,Café\n".encode("cp1252"))
    assert read(path, "cp1252")[0].columns["place"] == "Café"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"  \n \n", "is empty"),
        (b"number,place\n", "no rows"),
        (b"[]", "no rows"),
        (b"just a line of text\nand another\n", "no heading"),
        (b"number,place,number\n1,2,3\n", "'number' twice"),
        (b'number,place\n1,"never closed\n2,x\n3,y\n', "line 2 is never closed"),
        (b'[{"a": 1}, {"a": ', "ends in the middle after entry 1"),
        (b'[{"a": 1}, oops]', "after entry 1"),
        (b'[{"a": 1}] and more', "behind the array: 'and more'"),
        (b'[{"a": 1}]\n[{"a": 2}]', "behind the array"),
        (b'[{"a\\ud800": 1}]', "name of the column 1 holds half a character"),
        (b"number,pl\x00ace\n1,2\n", "name of the column 2 holds a NUL"),
        (b"number,place\n1," + b"x" * 17_000_000 + b"\n", "record of line 2 has over 16 MiB"),
        (b"<!DOCTYPE html>\n<table><td>1, 2", "a web page or XML: save its rows as CSV"),
        (b"\xef\xbb\xbf\n <html>", "a web page or XML"),
        (b"PK\x03\x04\x14\x00", "a spreadsheet or an archive: save its rows as CSV"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old spreadsheet"),
        (b"%PDF-1.7", "a PDF"),
        ((",".join(f"c{n}" for n in range(10_000)) + "\n1\n").encode(), "10,000 columns"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_whole(
    tmp_path: Path, data: bytes, said: str
) -> None:
    with pytest.raises(CannotRead, match=said):
        read(written(tmp_path, data))


def test_a_wrong_encoding_is_named_with_the_byte(tmp_path: Path) -> None:
    data = b"number,place\n1/2020,Caf\xe9\n"
    with pytest.raises(CannotRead, match=r"UTF-8: byte 0xE9 at offset 23") as caught:
        read(written(tmp_path, data))
    assert "--encoding" in str(caught.value)


def test_the_offset_is_right_beyond_the_first_block(tmp_path: Path) -> None:
    before = b"number,place\n" + "1/2020,ठ\n".encode() * 200_000
    with pytest.raises(CannotRead, match=f"offset {len(before):,}"):
        read(written(tmp_path, before + b"\xff\n"))


def test_a_character_cut_at_the_end_of_the_file_is_noticed(tmp_path: Path) -> None:
    data = TEXT.encode() + "3/2020,ठ".encode()[:-1]
    with pytest.raises(CannotRead, match=f"offset {len(data) - 2:,}"):
        read(written(tmp_path, data))


def test_an_unknown_encoding_and_a_missing_file_are_said(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="no encoding called 'iscii'"):
        read(written(tmp_path, TEXT.encode()), "iscii")
    with pytest.raises(CannotRead, match="cannot be opened"):
        read(tmp_path / "gone.csv")


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("1/2020", "half_row", "after 1 of 2 columns"),
        ("1/2020,a,b,c", "too_many_columns", "4 columns, the heading 2"),
        ("1/2020" + ",x" * 10_000, "too_many_columns", "10,001 columns"),
        ("1/2020,a\x00b", "nul", "place holds a NUL"),
        ('1/2020,"a"b', "bad_quoting", "line 2"),
        ("1/2020," + "x" * 1_100_000, "too_long", "1,100,000 characters"),
    ],
)
def test_one_broken_row_is_refused_and_the_next_is_read(
    tmp_path: Path, line: str, code: str, said: str
) -> None:
    rows = read(written(tmp_path, f"number,place\n{line}\n2/2020,Market\n".encode()))
    assert [row.number for row in rows] == [1, 2]
    assert rows[0].refusal is not None
    assert rows[0].refusal.code == code
    assert said in rows[0].refusal.sentence
    assert sum(map(len, rows[0].columns.values())) < 10_000
    assert rows[1] == RawRow(2, {"number": "2/2020", "place": "Market"})


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b'{"number": "1", "place": "\\ud800"}', "half_character"),
        (b'{"number": "1", "place": "a\\u0000"}', "nul"),
        (b'{"number": "1", "pla', "no_json"),
        (b'["number"]', "no_object"),
        (b"[" * 100_000, "no_json"),
    ],
)
def test_one_broken_json_line_is_refused_alone(tmp_path: Path, line: bytes, code: str) -> None:
    good = b'{"number": "2", "place": "Market"}'
    other = good.replace(b"2", b"3")
    rows = read(written(tmp_path, good + b"\n" + line + b"\n" + other))
    assert [row.refusal.code if row.refusal else "" for row in rows] == ["", code, ""]


def test_json_numbers_stay_as_they_are_written(tmp_path: Path) -> None:
    path = written(tmp_path, b'[{"a": 0.10, "b": 12, "c": null, "d": true, "e": {"f": 1}}]')
    assert read(path)[0].columns == {
        "a": "0.10",
        "b": "12",
        "c": "",
        "d": "true",
        "e": '{"f": "1"}',
    }


def test_an_array_is_read_in_pieces(tmp_path: Path) -> None:
    rows = [{"number": f"{n}/2020", "place": "x" * (n % 700)} for n in range(3000)]
    found = read(written(tmp_path, json.dumps(rows).encode()))
    assert [row.columns for row in found] == rows


def test_a_field_may_hold_line_breaks_and_quotes(tmp_path: Path) -> None:
    rows = read(written(tmp_path, b'number,place\n1,"near ""Lal"" gate,\nlane 2"\n2,b\n'))
    assert rows[0].columns["place"] == 'near "Lal" gate,\nlane 2'
    assert rows[1].number == 2


def test_a_repeated_row_names_the_first(tmp_path: Path) -> None:
    rows = read(written(tmp_path, b"number,place\n1,a\n1,b\n1,a\n"))
    assert [row.refusal.sentence if row.refusal else "" for row in rows] == [
        *("", ""),
        "the row repeats row 1 word by word",
    ]


def test_reading_goes_on_behind_a_row(tmp_path: Path) -> None:
    found = reading.survey(written(tmp_path, TEXT.encode()))
    assert [row.number for row in reading.rows(found, after=1)] == [2]
