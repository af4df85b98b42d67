"""Writes the figures of docs/explanation/identity-model.md from benchmarks/results/resolve.json."""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/explanation/identity-model.md"
RESULT = ROOT / "benchmarks/results/resolve.json"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"

MEANS = {
    "pair_f1": "F1 of pairs at the best threshold",
    "cluster_f1": "F1 of clusters (B-cubed) at one half",
    "suggestion_precision": "of pairs called likely, share that are one person",
    "suggestion_recall": "of all pairs of one person, share called likely",
    "reviewed_recall": "of all pairs of one person, share that is compared and kept at all",
    "margin": "F1 above Splink's own comparisons, trained by EM, on the same mentions",
    "febrl4_f1": "F1 on Febrl 4, with the same weights",
    "spark_equal": "Spark gives the very pairs and scores of DuckDB (1: yes)",
}
REGIONS = {
    "hi": "Hindi belt", "ur": "Urdu names", "bn": "Bengali", "mr": "Marathi", "te": "Telugu",
    "ta": "Tamil", "gu": "Gujarati", "kn": "Kannada", "ml": "Malayalam", "or": "Odia",
    "pa": "Punjabi", "ne": "North-East",
}  # fmt: skip


def render() -> str:
    """Both tables between their marks."""
    told = json.loads(RESULT.read_text(encoding="utf-8"))
    figures = told["figures"]
    head = (
        f"`cctns bench resolve --size {told['size']}`: {figures['mentions']:,.0f} mentions, "
        f"{figures['true_pairs']:,.0f} pairs of one person, {figures['seconds']:.0f} s on "
        f"{told['machine']['cores']} cores.\n\n| figure | measured |\n|---|---:|\n"
    )
    rows = "".join(f"| {means} (`{key}`) | {figures[key]:.3f} |\n" for key, means in MEANS.items())
    parts = "".join(
        f"| {name} | {figures[f'recall_{key}']:.3f} | {figures[f'precision_{key}']:.3f} |\n"
        for key, name in REGIONS.items()
    )
    heads = "\n| region of the name | found for review | likely ones that held |\n|---|---:|---:|\n"
    return f"{BEGIN}\n{head}{rows}{heads}{parts}{END}"


def replace(text: str) -> str:
    """The page with its tables made anew. Raises ValueError when a mark is missing."""
    before, rest = text.split(BEGIN, 1)
    _, after = rest.split(END, 1)
    return before + render() + after


if __name__ == "__main__":
    PAGE.write_text(replace(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
