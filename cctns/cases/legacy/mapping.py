"""Which column of a file is which field of an FIR: read from a mapping file, checked before use.

docs/reference/import-mapping.md describes the file. Packaged mappings know an exporting system by
its column names; a file that uses our own field names needs none.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

from cctns.lib.text import clean

from .dates import ISO, understood
from .fields import CHOICES, FIELDS, NEEDED
from .forms import CannotRead

_KEYS = {
    "title": str,
    "recognise": list,
    "fields": dict,
    "constants": dict,
    "dates": list,
    "values": dict,
    "withheld": list,
    "station_code_prefix": str,
}


_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Source:
    """Columns of the file: joined by spaces (day and hour apart), or the first that is filled."""

    columns: tuple[str, ...]
    joined: bool = False

    def read(self, columns: dict[str, str]) -> str:
        if len(self.columns) == 1:
            return _tidy(columns.get(self.columns[0], ""))
        found = filter(None, (_tidy(columns.get(one, "")) for one in self.columns))
        return " ".join(found) if self.joined else next(found, "")


def _tidy(text: str) -> str:
    if not text:
        return text
    told = text.strip()
    return told if told.isascii() and told.isprintable() else clean(told)


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """`fields`: our field -> where it stands; `values`: field -> their word -> our code.

    A value that stands in `withheld` was blanked by the exporter; it is missing, and said so.
    """

    title: str = "our own field names"
    fields: dict[str, Source]
    constants: dict[str, str] = field(default_factory=dict)
    dates: tuple[str, ...] = (ISO, "%d/%m/%Y %H:%M", "%d/%m/%Y", "%d-%m-%Y %H:%M", "%d-%m-%Y")
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()
    station_code_prefix: str = ""
    digest: str = ""

    def read(self, columns: dict[str, str]) -> dict[str, str]:
        """Our fields of one row, trimmed; what is empty or withheld is left out."""
        found = dict(self.constants)
        for name, column, source in self._sources:
            value = _tidy(columns.get(column, "")) if column else source.read(columns)
            if value and value not in self.withheld:
                found[name] = value
        return found

    @cached_property
    def _sources(self) -> list[tuple[str, str, Source]]:
        """Each field with its column, "" when it has several."""
        return [
            (name, source.columns[0] if len(source.columns) == 1 else "", source)
            for name, source in self.fields.items()
        ]

    def only(self, names: Iterable[str]) -> Mapping:
        """The same mapping for these fields alone."""
        return replace(
            self,
            fields={name: self.fields[name] for name in names if name in self.fields},
            constants={name: self.constants[name] for name in names if name in self.constants},
        )

    def holds_back(self, name: str, columns: dict[str, str]) -> bool:
        """Whether the exporter blanked this field of ours in this row."""
        return name in self.fields and self.fields[name].read(columns) in self.withheld

    def code(self, name: str, value: str) -> str:
        """Our code for the file's word, by the mapping or because it is one; "" for an unknown."""
        word = value.casefold()
        known = self.values.get(name, {}).get(word)
        return known or next((one for one in CHOICES[name] if one.casefold() == word), "")


def load(path: Path) -> Mapping:
    """A mapping of the user's own. Raises CannotRead, naming the key at fault."""
    try:
        return parse(path.read_bytes(), path.name)
    except OSError as error:
        raise CannotRead(f"the mapping {path} cannot be opened: {error.strerror}") from error


def parse(data: bytes, name: str) -> Mapping:
    """A mapping from its JSON. Raises CannotRead."""
    try:
        told = json.loads(data)
    except ValueError as error:
        raise CannotRead(f"the mapping {name} is no JSON: {error}") from error
    fault = next(_faults(told), None)
    if fault:
        raise CannotRead(f"the mapping {name}: {fault}")
    return Mapping(
        title=told.get("title", name),
        fields={name: _source(source) for name, source in told["fields"].items()},
        constants=told.get("constants", {}),
        dates=tuple(told.get("dates", Mapping.dates)),
        values={
            one: {word.casefold(): code for word, code in words.items()}
            for one, words in told.get("values", {}).items()
        },
        withheld=frozenset(told.get("withheld", ())),
        station_code_prefix=told.get("station_code_prefix", ""),
        digest=hashlib.sha256(data).hexdigest(),
    )


def _source(told: Any) -> Source:
    """ "a" one column; ["a", "b"] the first filled; {"join": ["a", "b"]} both, with a space."""
    if isinstance(told, str):
        return Source((told,))
    return Source(tuple(told["join"]), True) if isinstance(told, dict) else Source(tuple(told))


def _is_source(told: Any) -> bool:
    if isinstance(told, dict):
        told = told.get("join") if set(told) == {"join"} else None
    words = [told] if isinstance(told, str) else told
    return isinstance(words, list) and bool(words) and all(isinstance(one, str) for one in words)


def _faults(told: Any) -> Iterator[str]:
    if not isinstance(told, dict) or "fields" not in told:
        yield 'it is an object with at least "fields"'
        return
    for key, value in told.items():
        if key not in _KEYS:
            yield f"{key!r} is no key of a mapping; these are: {', '.join(_KEYS)}"
        elif not isinstance(value, _KEYS[key]):
            yield f"{key!r} must be a JSON {'object' if _KEYS[key] is dict else 'list or text'}"
    if not _texts(told):
        yield "a text holds half a character (lone surrogate) or a NUL"
    yield from _unknown(told)
    yield from _wrong_values(told)


def _texts(told: Any) -> bool:
    text = json.dumps(told, ensure_ascii=False)
    return "\\u0000" not in text and not _HALF.search(text)


def _wrong_values(told: dict[str, Any]) -> Iterator[str]:
    for name, value in told.get("constants", {}).items():
        if not isinstance(value, str):
            yield f"the constant {name!r} is {value!r}; write it in quotes"
    for key in ("dates", "withheld"):
        for value in told.get(key, ()):
            if not isinstance(value, str):
                yield f"{key!r} lists texts, and {value!r} is none"
    for wanted in told.get("dates", ()):
        if isinstance(wanted, str) and not understood(wanted):
            yield f"{wanted!r} of 'dates' is no format of strptime, such as %d/%m/%Y"


def _unknown(told: dict[str, Any]) -> Iterator[str]:
    for name, source in told["fields"].items():
        if not _is_source(source):
            yield f'{name!r} is read from a column, a list of columns or {{"join": [...]}}'
    for name in (*told["fields"], *told.get("constants", {})):
        if name not in FIELDS:
            yield f"{name!r} is no field of an FIR; these are: {', '.join(FIELDS)}"
    for name, words in told.get("values", {}).items():
        if name not in CHOICES or not isinstance(words, dict):
            yield f"{name!r} has no list of values; these have: {', '.join(CHOICES)}"
            continue
        for word, code in words.items():
            if code not in CHOICES[name]:
                yield f"{word!r} of {name!r} becomes {code!r}, which is none of {CHOICES[name]}"


def choose(columns: Iterable[str], own: Path | None = None) -> Mapping:
    """The user's mapping, else the packaged one that knows these columns, else our own names.

    Raises CannotRead when a field that every FIR needs has no column, or a column is not there.
    """
    there = set(columns)
    if own:
        mapping = load(own)
        _refuse_typing_errors(mapping, there)
    else:
        mapping = _only(_packaged(there) or _our_names(there), there)
    for choices in NEEDED:
        if not any(one in mapping.fields or one in mapping.constants for one in choices):
            raise CannotRead(
                f"no column gives {' or '.join(choices)}: write a mapping and name it with "
                f"--mapping (columns found: {', '.join(sorted(there))[:500]})"
            )
    return mapping


def _packaged(there: set[str]) -> Mapping | None:
    folder = resources.files("cctns.cases.legacy") / "mappings"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".json"):
            data = file.read_bytes()
            if there.issuperset(json.loads(data)["recognise"]):
                return parse(data, file.name)
    return None


def _our_names(there: set[str]) -> Mapping:
    return Mapping(fields={name: Source((name,)) for name in FIELDS if name in there})


def _only(mapping: Mapping, there: set[str]) -> Mapping:
    """Exports of one system differ: a packaged mapping reads what is there."""
    kept = {
        name: replace(source, columns=found)
        for name, source in mapping.fields.items()
        if (found := tuple(one for one in source.columns if one in there))
    }
    return replace(mapping, fields=kept)


def _refuse_typing_errors(mapping: Mapping, there: set[str]) -> None:
    for name, source in mapping.fields.items():
        for column in source.columns:
            if column not in there:
                raise CannotRead(
                    f"the mapping reads {name!r} from {column!r}, which the file does not have "
                    f"(columns found: {', '.join(sorted(there))[:500]})"
                )
