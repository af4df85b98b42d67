"""Beside our settings: Splink as its documentation begins, and our settings on Spark."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from typing import Any

import duckdb
import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from benchmarks.invented.persons import Told
from cctns.identity.resolve import duck
from cctns.identity.resolve.settings import SHOWN, settings
from cctns.lib.names import parse, sound

PAIRS = 5_000_000
Pairs = dict[tuple[str, str], float]


def plain(mentions: Sequence[Told]) -> Pairs:
    """Splink's comparisons for names, its blocking and training as in its tutorial.

    It is given names in our Latin letters, first and last word apart: of other scripts it knows
    nothing.
    """
    api = DuckDBAPI(duckdb.connect())
    linker = Linker(api.register(pa.Table.from_pylist([_plain(one) for one in mentions])), _own())
    known = [block_on("phone"), block_on("paper")]
    linker.training.estimate_probability_two_random_records_match(known, recall=0.3)
    linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS, seed=1)
    for rule in (block_on("first", "last"), block_on("district", "birth_year")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.02)
    return _pairs(found.as_record_list())


def _own() -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=[
            cl.NameComparison("first"),
            cl.NameComparison("last"),
            cl.NameComparison("relative"),
            cl.ExactMatch("birth_year"),
            cl.ExactMatch("district").configure(term_frequency_adjustments=True),
            cl.ExactMatch("phone"),
            cl.ExactMatch("paper"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("first", "last"),
            block_on("first", "district"),
            block_on("last", "relative"),
            block_on("phone"),
            block_on("paper"),
        ],
    )


def _plain(one: Told) -> dict[str, Any]:
    words = _latin(one.name)
    return {
        "id": str(one.id),
        "first": words[0] if words else None,
        "last": words[-1] if len(words) > 1 else None,
        "relative": " ".join(_latin(one.relative)) or None,
        "birth_year": one.birth_year,
        "district": one.district or None,
        "phone": one.phones[0] if one.phones else None,
        "paper": one.identities[0] if one.identities else None,
    }


def _latin(name: str) -> list[str]:
    return [found.plain[0] for word in parse(name).name if (found := sound(word)).plain]


def _pairs(records: Sequence[dict[str, Any]]) -> Pairs:
    return {
        tuple(sorted((one["id_l"], one["id_r"]))): one["match_probability"]  # type: ignore[misc]
        for one in records
    }


def spark_equal(lines: Sequence[dict[str, Any]]) -> float:
    """1 when Spark gives the very pairs and scores of DuckDB, 0 when not, -1 without Java."""
    if shutil.which("java") is None:
        return -1
    here = _pairs(duck.pairs(lines, settings(), SHOWN))
    there = _on_spark(lines)
    near = all(abs(here[pair] - there.get(pair, 0.0)) < 1e-9 for pair in here)
    return float(set(here) == set(there) and near)


def _on_spark(lines: Sequence[dict[str, Any]]) -> Pairs:
    from pyspark.sql import SparkSession
    from splink import SparkAPI

    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        spark = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.driver.memory", "2g")
            .config("spark.sql.warehouse.dir", folder)
            .getOrCreate()
        )
        try:
            spark.sparkContext.setCheckpointDir(folder)
            api = SparkAPI(spark_session=spark, num_partitions_on_repartition=4)
            made = duck.linker(api, lines, settings(), spark.createDataFrame)
            found = made.inference.predict(threshold_match_probability=SHOWN)
            return _pairs(found.as_record_list())
        finally:
            spark.stop()
