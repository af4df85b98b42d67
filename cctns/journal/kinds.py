"""The one registry of what records look like in a journal: name, model, children, schema.

Apps register their records in `AppConfig.ready`, so that whoever applies, verifies or rebuilds
records needs to know none of them. A document is the whole record after a change, with children.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import ForeignKey, Model

from cctns.lib import canonical

from . import fields
from .models import Record

Document = dict[str, Any]
Children = Mapping[str, Sequence[Model]]
Upcaster = Callable[[Document], Document]
Made = TypeVar("Made", bound=Model)
_Writer = tuple[str, Callable[[Any], Any]]


class UnknownKind(LookupError):
    """No app of this program knows such records; they are kept and passed on unread."""


@dataclass(frozen=True)
class Child:
    """A table whose rows belong to a record, with the foreign key that says to which."""

    model: type[Model]
    parent: ForeignKey[Any, Any]
    writers: tuple[_Writer, ...]


@dataclass(frozen=True)
class Kind:
    """`upcasters` maps an older schema number to a function that makes the next one of it."""

    name: str
    model: type[Record]
    schema: int
    writers: tuple[_Writer, ...]
    children: dict[str, Child]
    upcasters: Mapping[int, Upcaster] = field(default_factory=dict)


_by_name: dict[str, Kind] = {}
_by_model: dict[type[Model], Kind] = {}


def register(
    name: str,
    *,
    model: type[Record],
    schema: int,
    children: Mapping[str, type[Model]] | None = None,
    upcasters: Mapping[int, Upcaster] | None = None,
) -> None:
    """Make a kind of record known, once, when the app is ready."""
    parts = {key: _child(model, part) for key, part in (children or {}).items()}
    kind = Kind(name, model, schema, _writers(model), parts, dict(upcasters or {}))
    _by_name[name] = _by_model[model] = kind


def _child(model: type[Record], part: type[Model]) -> Child:
    for one in part._meta.concrete_fields:
        if isinstance(one, ForeignKey) and one.related_model is model:
            return Child(part, one, _writers(part, without=one.attname))
    raise TypeError(f"{part.__name__} has no foreign key to {model.__name__}")


def _writers(model: type[Model], without: str = "") -> tuple[_Writer, ...]:
    return tuple(
        (one.attname, fields.writer(one))
        for one in model._meta.concrete_fields
        if one.attname != without
    )


def all_kinds() -> list[Kind]:
    return list(_by_name.values())


def of(record: Model) -> Kind:
    """The kind of a record. Raises UnknownKind."""
    try:
        return _by_model[type(record)]
    except KeyError:
        raise UnknownKind(type(record).__name__) from None


def named(name: str) -> Kind:
    """Raises UnknownKind."""
    try:
        return _by_name[name]
    except KeyError:
        raise UnknownKind(name) from None


def document(record: Record, children: Children | None = None) -> Document:
    """The whole record as plain JSON; children are read from the database when not given.

    Times are UTC with microseconds, amounts and other decimals are strings, bytes base64.
    """
    kind = of(record)
    given = children or {}
    told = {name: write(getattr(record, name)) for name, write in kind.writers}
    for name, child in kind.children.items():
        rows = given[name] if name in given else _rows(child, record)
        told[name] = _sorted([_row(child, row) for row in rows])
    return told


def _rows(child: Child, record: Record) -> Sequence[Model]:
    return list(child.model._base_manager.filter(**{child.parent.attname: record.pk}))


def _row(child: Child, row: Model) -> Document:
    return {name: write(getattr(row, name)) for name, write in child.writers}


def _sorted(rows: list[Document]) -> list[Document]:
    """By id: a document does not depend on the order in which rows are read."""
    return sorted(rows, key=lambda row: str(row["id"]))


def to_bytes(document: Document) -> bytes:
    """Canonical bytes of what `document` gave."""
    return canonical.dumps_plain(document)


def from_document(name: str, schema: int, document: Document) -> tuple[Record, Children]:
    """The record and its children, unsaved, of a document of this schema or an older one.

    Raises UnknownKind for a name or a newer schema that this program does not know.
    """
    kind = named(name)
    while schema < kind.schema:
        document, schema = kind.upcasters[schema](document), schema + 1
    if schema > kind.schema:
        raise UnknownKind(f"{name}, schema {schema}")
    record = _model(kind.model, document)
    children = {
        key: [
            _model(child.model, row, **{child.parent.attname: record.pk}) for row in document[key]
        ]
        for key, child in kind.children.items()
    }
    return record, children


def _model(model: type[Made], row: Document, **known: Any) -> Made:
    values = {
        one.attname: fields.reader(one)(row[one.attname])
        for one in model._meta.concrete_fields
        if one.attname in row
    }
    return model(**values, **known)
