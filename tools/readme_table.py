"""Writes the README's table of measurements from benchmarks/results/; run it after measuring."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
RESULTS = ROOT / "benchmarks" / "results"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


@dataclass(frozen=True)
class Line:
    """One figure of a benchmark, what it means, and what was promised for it ("" when nothing)."""

    benchmark: str
    figure: str
    means: str
    promise: str = ""


LINES = (
    Line("register", "action_ratio", "rate of registering, to the same bare inserts", "≥ 0.60"),
    Line("register", "http_per_core", "FIRs registered a second and core through the pages"),
    Line("register", "submit_p95_ms", "answer to the submit button, ms, 95th percentile", "< 300"),
    Line("import", "firs_per_s", "old FIRs imported a second", "≥ 1,500"),
    Line("import", "peak_mib", "memory while importing, MiB", "≤ 400"),
    Line("import", "copy_ratio", "rate of importing, to plain COPY of the same rows"),
    Line("journal", "append_per_s", "leaves appended a second, in memory"),
    Line("journal", "journal_append_per_s", "entries appended to the journal a second, on disk"),
    Line("journal", "inclusion_per_s", "inclusion proofs a second"),
    Line("journal", "consistency_per_s", "consistency proofs a second"),
    Line("journal", "verify_s", "verifying the whole journal, s"),
    Line("journal", "bytes_per_entry", "bytes stored for an entry"),
    Line("pages", "max_kb", "heaviest officer page with its assets, KB compressed", "≤ 60"),
    Line("pages", "max_queries", "most queries of a page", "≤ 15"),
    Line("pages", "p95_ms", "page on the server, ms, 95th percentile", "< 100"),
    Line("missing", "recall_at_20", "pairs whose other half is among 20 candidates", "≥ 0.90"),
    Line("missing", "p95_ms", "one person against 20,000 records, ms, 95th percentile", "< 300"),
    Line("missing", "recall_without_marks", "the same where a side tells of no marks"),
    Line("missing", "recall_sex_unknown", "the same where the sex is not known"),
    Line("missing", "mean_rank", "mean rank of the right one, beyond 200 counted as 201"),
    Line("names", "persons", "persons in the index that is searched"),
    Line(
        "names",
        "full_recall_at_1",
        "the person asked for stands first, all evidence told",
        "≥ 0.97",
    ),
    Line("names", "full_recall_at_10", "the same: among the first ten", "≥ 0.99"),
    Line("names", "sampled_recall_at_1", "the same, asked of nomenklatura too: first"),
    Line("names", "sampled_recall_at_10", "the same: among the first ten"),
    Line("names", "full_recall_at_50_least_kind", "the same: first fifty, weakest kind", "≥ 0.97"),
    Line(
        "names", "name_recall_at_10", "by the name alone: the name is among the first ten", "≥ 0.93"
    ),
    Line("names", "name_recall_at_50", "the same: among the first fifty", "≥ 0.97"),
    Line("names", "person_recall_at_10", "the very person is, among his namesakes (ADR 24)"),
    Line("names", "person_bound_at_10", "the same: what no engine can pass"),
    Line("names", "p95_ms", "a search with all evidence, ms, 95th percentile", "≤ 30"),
    Line("names", "p95_growth", "the same time, to that with a tenth of the persons", "≤ 2"),
    Line("names-ten-million", "p95_growth", "the same, ten million to one", "≤ 2"),
    Line("names", "fair_recall_at_10", "300 questions of each language: first ten, their mean"),
    Line("names", "fair_spread_at_10", "the same: how far off the furthest language is", "≤ 0.03"),
    Line("names", "community_spread_at_10", "the same of communities of names", "≤ 0.03"),
    Line("names", "index_bytes_per_person", "index of keys and vocabulary, bytes a person", "≤ 90"),
    Line("screen", "names_per_second", "names of a list screened a second, by the worker", "≥ 300"),
    Line("history", "sheet_p95_ms", "history of twenty cases on the page, ms, 95 of 100"),
    Line("history", "most_cases_ms", "the same of two hundred cases, ms"),
    Line("history", "paper_p95_ms", "the same of twenty as signed Hindi PDF, ms"),
    Line("clocks", "clocks_per_s", "clocks of the law made anew a second", "≥ 20,000"),
    Line("clocks", "worklist_p95_ms", "clocks of a district of 60 stations, ms", "< 150"),
    Line("clocks", "after_an_act_p95_ms", "a station's clocks right after an act, ms"),
    Line("returns", "seconds", "yearly tables of a district, s; full: 1 M cases", "< 5"),
    Line("returns", "lines_per_s", "cases made into lines of figures a second"),
    Line("station", "max_kb", "ten years at one station: heaviest page, KB compressed", "≤ 60"),
    Line("station", "max_queries", "the same: most queries of a page", "≤ 15"),
    Line("station", "p95_ms", "the same: page on the server, ms, 95th percentile", "< 100"),
    Line("station", "worklist_p95_ms", "worklist of its district of 60 stations, ms", "< 150"),
    Line("resolve", "pair_f1", "pairs of one person found among mentions, F1"),
    Line("resolve", "cluster_f1", "persons put together of their mentions, F1 (B-cubed)"),
    Line("resolve", "suggestion_precision", "pairs called likely that are one person", "≥ 0.995"),
    Line("resolve", "spark_equal", "Spark gives the very pairs of DuckDB (1: yes)", "1"),
    Line("alerts", "p95_s", "from an FIR in State A to a screen in B, s, 95 of 100", "< 2"),
    Line("alerts", "own_p95_s", "the same, from station to station of one State"),
    Line("alerts", "records_per_s", "records held against the lookouts a second", "≥ 1,000"),
    Line("alerts", "lookouts", "lookouts in force at each State meanwhile"),
    Line("sync", "apply_copy_ratio", "rate of taking entries, to COPY of them", "≥ 0.45"),
    Line("sync", "apply_packed_copy_ratio", "the same, to COPY of rows packed beforehand"),
    Line("sync", "materialise_per_s", "received entries put into the tables a second"),
    Line("sync", "drain_rows_per_s", "backlog: entries taken over a second"),
    Line("sync", "drain_peak_mib", "the same: memory of the parent, MiB"),
    Line("sync", "slow_line_s", "500 records over 256 kbit/s and 300 ms, s", "< 30"),
    Line("sync", "bytes_per_record", "bytes of a record on the line", "≤ 650"),
    Line("sync", "offices", "offices on the one parent, beside 12"),
    Line("sync", "idle_poll_growth", "an idle question, very many offices to 12", "≤ 2"),
    Line("sync", "head_lookup_growth", "a head looked up, very many offices to 12", "≤ 2"),
    Line("sync", "follower_growth", "an entry followed, very many offices to 12", "≤ 2"),
    Line("low-end", "submit_p95_ms", "2 GB and an A1 card: the submit button, ms, 95 of 100"),
    Line("low-end", "page_p95_ms", "the same: any page of an FIR, ms, 95 of 100"),
    Line("low-end", "memory_mib", "the same: memory of node and database, MiB"),
    Line("herd", "stations", "stations that come back to their State at once"),
    Line("herd", "recovered_s", "until the last of them has everything acknowledged, s"),
    Line("herd", "p95_s", "the same: 95 of 100 stations, s"),
    Line("herd", "requests_per_s", "the same: signed requests answered a second"),
    Line("herd", "asked_to_wait", "the same: times that a station was asked to wait"),
    Line("herd", "lost", "stations of which something acknowledged is not held", "0"),
    Line("pdf", "warm_ms", "a three-page Hindi FIR as PDF, ms", "≤ 50"),
)


def render(results: Path = RESULTS) -> str:
    """The table between its two marks; without results it says so."""
    told = [json.loads(one.read_text(encoding="utf-8")) for one in sorted(results.glob("*.json"))]
    by_name = {one["name"]: one for one in told}
    rows = [_row(by_name[line.benchmark], line) for line in LINES if line.benchmark in by_name]
    if not rows:
        return f"{BEGIN}\nNothing has been measured yet.\n{END}"
    head = "| `cctns bench` | figure | measured | promised | beside it, in the same run |\n"
    body = head + "|---|---|---:|---:|---|\n" + "".join(rows)
    return f"{BEGIN}\n{body}\n{_machines(told)}\n{END}"


def _row(result: dict[str, Any], line: Line) -> str:
    value = result["figures"].get(line.figure)
    peer = result["peers"].get(line.figure)
    beside = f"{peer['name']}: {_number(peer['value'])}" if peer else ""
    name = f"`{line.benchmark}` | {line.means} (`{line.figure}`)"
    return f"| {name} | {_number(value)} | {line.promise} | {beside} |\n"


def _number(value: float | None) -> str:
    if value is None:
        return "not measured"
    if 0.95 <= abs(value) < 1:  # 0.996 is not 1, nor 0.986 a goal of 0.99
        return f"{value:.4f}"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.2f}".rstrip("0").rstrip(".")


def _machines(told: list[dict[str, Any]]) -> str:
    """Where and how large, a sentence a result."""
    said = []
    for one in told:
        machine = one["machine"]
        said.append(
            f"`{one['name']}` {one['size']}, {one['seconds']:.0f} s, {machine['cores']} cores of "
            f"{machine['processor']}, {machine['memory_gib']} GiB{_speed(machine)}"
        )
    return "Measured as: " + "; ".join(said) + "."


def _speed(machine: dict[str, Any]) -> str:
    """How fast the machine was on that day, so that figures of two machines can be compared."""
    loop = machine.get("loop_ms")
    return f", {loop} ms for an empty loop of ten million turns" if loop else ""


def replace(text: str) -> str:
    """The README with its table made anew. Raises ValueError when a mark is missing."""
    before, rest = text.split(BEGIN, 1)
    _, after = rest.split(END, 1)
    return before + render() + after


if __name__ == "__main__":
    README.write_text(replace(README.read_text(encoding="utf-8")), encoding="utf-8")
