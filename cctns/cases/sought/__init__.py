"""What cases and missing persons give to the search, made anew whenever a journal tells of them."""

from cctns.search import sources

from .files import load
from .missing import load_missing

_OF_CASE = frozenset(
    {
        *("fir", "case", "accused", "arrest", "remand", "bail", "proclamation", "seizure"),
        *("report", "disposal", "appeal", "sections", "erasure"),
    }
)


def register() -> None:
    sources.register("cases", _OF_CASE, load)
    sources.register("missing", {"missing"}, load_missing)
