"""Resolution on one machine: Splink on DuckDB, and its answer as pairs with reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa
from splink import DuckDBAPI, Linker, SettingsCreator

from .settings import COMPARED, SHOWN, TERMS, level_names, settings

UNSEEN = 5_000
_TEXT, _TEXTS = pa.string(), pa.list_(pa.string())
SCHEMA = pa.schema(
    [
        ("id", _TEXT),
        ("plain", _TEXT),
        ("fine", _TEXT),
        ("words", _TEXTS),
        ("initials", _TEXTS),
        ("relative_plain", _TEXT),
        ("relative_fine", _TEXT),
        ("relative_words", _TEXTS),
        ("sex", _TEXT),
        ("birth_year", pa.int32()),
        ("place", _TEXT),
        ("district", _TEXT),
        ("phones", _TEXTS),
        ("identities", _TEXTS),
        ("keys", _TEXTS),
    ]
)


def table(lines: Sequence[dict[str, Any]]) -> pa.Table:
    """Rows (resolve.rows) as Arrow; more columns than those of SCHEMA are kept after them."""
    more = [name for name in (lines[0] if lines else {}) if name not in SCHEMA.names]
    whole = pa.Table.from_pylist([{n: one[n] for n in SCHEMA.names} for one in lines], SCHEMA)
    for name in more:
        whole = whole.append_column(name, [[one[name] for one in lines]])
    return whole


@dataclass(frozen=True)
class Scored:
    """Two mentions by id, in order; `reasons` are (comparison, level, bits of evidence)."""

    first: str
    second: str
    score: float
    reasons: tuple[tuple[str, str, float], ...]


def pairs(
    lines: Sequence[dict[str, Any]], asked: SettingsCreator, least: float
) -> list[dict[str, Any]]:
    """Splink's own records of every pair that meets under a key and comes to this score."""
    made = linker(DuckDBAPI(duckdb.connect()), lines, asked)
    return list(made.inference.predict(threshold_match_probability=least).as_record_list())


def columns(lines: Sequence[dict[str, Any]], asked: SettingsCreator) -> dict[str, Any]:
    """Ids, levels and frequencies of every pair that meets under a key, a numpy array each."""
    connection = duckdb.connect()
    found = linker(DuckDBAPI(connection), lines, asked).inference.predict(0.0)
    wanted = f"SELECT id_l, id_r, COLUMNS('^(gamma|tf)_.*') FROM {found.physical_name}"  # noqa: S608
    return dict(connection.execute(wanted).fetchnumpy())


def linker(
    api: Any,
    lines: Sequence[dict[str, Any]],
    asked: SettingsCreator,
    frame: Callable[[pa.Table], Any] = lambda told: told,
) -> Linker:
    """Ready to compare, on DuckDB or Spark; `frame` makes the engine's own kind of table."""
    made = Linker(api.register(frame(table(lines))), asked)
    for column in sorted(set(TERMS.values())):
        told = api.register(frame(terms(lines, column)))
        made.table_management.register_term_frequency_lookup(told, column)
    return made


def terms(lines: Sequence[dict[str, Any]], column: str) -> pa.Table:
    """How common each value is, as if UNSEEN more mentions had been read: a small node knows few
    names, and none of them is common for that."""
    counts = Counter(one[column] for one in lines if one[column] is not None)
    total = sum(counts.values()) + UNSEEN
    shares = [count / total for count in counts.values()]
    return pa.table({column: pa.array(list(counts), _TEXT), f"tf_{column}": shares})


def score(lines: Sequence[dict[str, Any]], least: float = SHOWN) -> list[Scored]:
    """The pairs worth a look, each with what speaks for and against it."""
    return [scored(one) for one in pairs(lines, settings(), least)]


def scored(one: dict[str, Any]) -> Scored:
    first, second = sorted((one["id_l"], one["id_r"]))
    return Scored(first, second, one["match_probability"], tuple(_reasons(one)))


def _reasons(one: dict[str, Any]) -> Iterator[tuple[str, str, float]]:
    for name in COMPARED:
        level = level_names(name)[one[f"gamma_{name}"]]
        if level != "none":
            bits = one[f"mw_{name}"] + one.get(f"mw_tf_adj_{name}", 0.0)
            yield name, level, round(bits, 1)
