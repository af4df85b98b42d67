"""The form field of a model's column: what a register keeps decides how it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst

from cctns.people.features import FEATURES

from ...fields import DayField, Line, MomentField, Number, Text
from ..fir.fields import Number as Amount
from ..fir.forms.base import options, radios, tick
from ..fir.forms.people import feature_field

FEATURE = "feature_"
_FEW = 5  # answers that are shown side by side; more are pulled down
_DIGITS = ("mobile", "phone", "pin")
Choices = list[tuple[str, str]]


def fields_of(
    model: type[models.Model], names: tuple[str, ...], choose: Mapping[str, Choices]
) -> Iterator[tuple[str, forms.Field]]:
    """Form fields by name, in order; `features` becomes the lines of the physical feature sheet."""
    for name in names:
        if name == "features":
            yield from ((FEATURE + one.name, feature_field(one)) for one in FEATURES)
        else:
            yield name, field_of(model._meta.get_field(name), choose.get(name))


def field_of(column: Any, choices: Choices | None = None) -> forms.Field:
    """Nothing is required here but what cannot be read: the step says what it wants."""
    label, hint = capfirst(column.verbose_name), column.help_text
    if choices is not None:
        return options(label, choices, help_text=hint)
    if column.choices:
        answers = list(column.choices)
        grouped = isinstance(answers[0][1], list | tuple)
        few = len(answers) <= _FEW and not grouped
        return (radios if few else options)(label, answers, help_text=hint)
    kind = type(column)
    if kind in _PLAIN:
        made: forms.Field = _PLAIN[kind](label=label, help_text=hint, required=False)
        return made
    if kind is models.BooleanField:
        return tick(label, help_text=hint)
    if kind is models.DecimalField:
        return Amount(label=label, help_text=hint)
    return Line(label=label, help_text=hint, required=False, digits=column.name in _DIGITS)


_PLAIN: dict[type, Any] = {
    models.TextField: Text,
    models.DateTimeField: MomentField,
    models.DateField: DayField,
    models.PositiveSmallIntegerField: Number,
    models.PositiveIntegerField: Number,
}
