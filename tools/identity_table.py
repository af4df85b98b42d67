"""Writes the figures of docs/explanation/identity-model.md from benchmarks/results/."""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/explanation/identity-model.md"
RESULT = ROOT / "benchmarks/results/resolve.json"
KNOWN = ROOT / "benchmarks/results/known.json"

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


COMMUNITIES = {
    "muslim": "Muslim names", "sikh": "Sikh names", "christian": "Christian names",
    "tribal": "surnames of tribes", "scheduled": "surnames of scheduled castes",
    "other": "all others",
}  # fmt: skip
LISTS = {
    "set": "2,000 mentions, on which it was set", "out": "2,000 mentions, held out",
    "large": "20,000 mentions, held out",
}  # fmt: skip
RATES = ("pairs", "recall", "half_recall", "half_precision", "likely_recall", "likely_precision")


def render() -> str:
    """What `cctns bench resolve` measured: the whole, then region by region."""
    told = json.loads(RESULT.read_text(encoding="utf-8"))
    figures = told["figures"]
    head = (
        f"`cctns bench resolve --size {told['size']}`: {figures['mentions']:,.0f} mentions, "
        f"{figures['true_pairs']:,.0f} pairs of one person, {figures['seconds']:.0f} s on "
        f"{told['machine']['cores']} cores.\n\n| figure | measured |\n|---|---:|\n"
    )
    rows = "".join(f"| {means} (`{key}`) | {figures[key]:.3f} |\n" for key, means in MEANS.items())
    parts = "".join(
        f"| {name} | {figures[f'pairs_{key}']:,.0f} | "
        + " | ".join(f"{figures[f'{rate}_{key}']:.3f}" for rate in RATES[1:])
        + " |\n"
        for key, name in {**REGIONS, **COMMUNITIES}.items()
    )
    heads = (
        "\n| names | pairs | found for review | recall at one half | precision at one half "
        "| recall of likely | precision of likely |\n" + "|---" + "|---:" * len(RATES) + "|\n"
    )
    return f"{head}{rows}{heads}{parts}"


def render_known() -> str:
    """What `cctns bench known` measured, list by list."""
    told = json.loads(KNOWN.read_text(encoding="utf-8"))
    head = (
        "| list | on record and shown | the ten best, without a threshold "
        "| of the rows shown, that very person | strangers who were shown anybody "
        "| rows of a stranger |\n"
        "|---|---:|---:|---:|---:|---:|\n"
    )
    rows = ""
    for key, name in LISTS.items():
        ten = told["peers"][f"{key}_shown"]["value"]
        shown, *others = (
            told["figures"][f"{key}_{rate}"]
            for rate in ("shown", "right_of_rows", "strangers_shown_anybody", "rows_of_a_stranger")
        )
        values = " | ".join(f"{one:.3f}" for one in (shown, ten, *others))
        rows += f"| {name} | {values} |\n"
    return f"`cctns bench known --size {told['size']}`:\n\n{head}{rows}"


def replace(text: str) -> str:
    """The page with its tables made anew. Raises ValueError when a mark is missing."""
    for mark, made in (("measured", render()), ("known", render_known())):
        begin, end = f"<!-- {mark}: begin -->\n", f"<!-- {mark}: end -->"
        before, rest = text.split(begin, 1)
        _, after = rest.split(end, 1)
        text = before + begin + made + end + after
    return text


if __name__ == "__main__":
    PAGE.write_text(replace(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
