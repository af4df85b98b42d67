"""How a model's fields stand in a document, and back: plain JSON, without a float."""

from __future__ import annotations

import base64
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeAlias
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models

from cctns.lib import canonical

Write = Callable[[Any], Any]
AnyField: TypeAlias = "models.Field[Any, Any]"


def writer(field: AnyField) -> Write:
    """A function from the field's Python value to its JSON form. Raises TypeError for floats."""
    target = getattr(field, "target_field", field) if field.is_relation else field
    for kind, make in _WRITERS:
        if isinstance(target, kind):
            return make(target)
    raise TypeError(f"{field}: {type(field).__name__} has no place in a document")


def reader(field: AnyField) -> Write:
    """The way back: from JSON to a value that the field takes."""
    target = getattr(field, "target_field", field) if field.is_relation else field
    if isinstance(target, models.BinaryField):
        return _bytes
    if isinstance(target, ArrayField):
        inner = reader(target.base_field)
        return lambda value: None if value is None else [inner(item) for item in value]
    if isinstance(target, models.JSONField):
        return lambda value: value
    to_python: Write = target.to_python
    return to_python


def instant(moment: datetime) -> str:
    """RFC 3339 in UTC with microseconds: 2026-11-24T04:09:00.000000Z."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z"


def _text(field: AnyField) -> Write:
    def write(value: Any) -> str | None:
        if value is None or (type(value) is str and value.isascii()):
            return value
        return unicodedata.normalize("NFC", str(value))

    return write


def _plain(field: AnyField) -> Write:
    """Whole numbers and yes or no; whatever else was assigned becomes what is stored."""

    def write(value: Any) -> Any:
        return value if value is None or type(value) in (int, bool) else field.to_python(value)

    return write


def _id(field: AnyField) -> Write:
    def write(value: Any) -> str | None:
        return None if value is None else str(value if type(value) is UUID else UUID(str(value)))

    return write


def _moment(field: AnyField) -> Write:
    def write(value: Any) -> str | None:
        if value is None:
            return None
        return instant(value if type(value) is datetime else field.to_python(value))

    return write


def _day(field: AnyField) -> Write:
    def write(value: Any) -> str | None:
        if value is None:
            return None
        day: date = value if type(value) is date else field.to_python(value)
        return day.isoformat()

    return write


def _decimal(field: models.DecimalField[Any, Any]) -> Write:
    step = Decimal(1).scaleb(-(field.decimal_places or 0))

    def write(value: Any) -> str | None:
        """With as many places as the column keeps."""
        if value is None:
            return None
        number: Decimal = value if type(value) is Decimal else field.to_python(value)
        return format(number.quantize(step), "f")

    return write


def _binary(field: AnyField) -> Write:
    def write(value: Any) -> str | None:
        return None if value is None else base64.b64encode(bytes(value)).decode()

    return write


def _json(field: AnyField) -> Write:
    def write(value: Any) -> Any:
        """As it is; refused with its place when it has no canonical form."""
        return value if value in ({}, [], None) else canonical.checked(value)

    return write


def _array(field: ArrayField[Any, Any]) -> Write:
    inner = writer(field.base_field)

    def write(value: Any) -> list[Any] | None:
        return None if value is None else [inner(item) for item in value]

    return write


def _bytes(value: Any) -> bytes | None:
    return None if value is None else base64.b64decode(value)


_WRITERS: tuple[tuple[Any, Callable[[Any], Write]], ...] = (
    (models.BooleanField, _plain),
    (models.IntegerField, _plain),
    (models.CharField, _text),
    (models.TextField, _text),
    (models.UUIDField, _id),
    (models.DateTimeField, _moment),
    (models.DateField, _day),
    (models.DecimalField, _decimal),
    (models.BinaryField, _binary),
    (models.JSONField, _json),
    (ArrayField, _array),
)
