"""Forms of every page: text cleaned as it comes in, and problems of rules shown at their fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext as _

from cctns.cases.actions import CannotRegister
from cctns.offices import rules as office_rules
from cctns.registers import rules as register_rules

Done = TypeVar("Done")
_SAYS_NOTHING = forms.Field.default_error_messages["required"]
NOT_POSSIBLE = (office_rules.NotPossible, register_rules.NotPossible, CannotRegister)


class Form(forms.Form):
    """A form without the browser's own checks: the page says what is wrong, in the page's words."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if field.error_messages["required"] == _SAYS_NOTHING:
                field.error_messages["required"] = _("“%(label)s” wants an answer") % {
                    "label": field.label
                }

    def attempt(self, act: Callable[[], Done]) -> Done | None:
        """Do the act; None when it is not possible, and then the form says why."""
        try:
            return act()
        except NOT_POSSIBLE as error:
            self.show(error)
            return None

    def say(self, found: Iterable[register_rules.Problem]) -> None:
        """Put what a rule finds wrong at its field, beside what could not be read."""
        for one in found:
            name = one.field if one.field in self.fields else None
            if name not in self.errors:
                self.add_error(name, _said(one))

    def show(self, error: Exception) -> None:
        """Put each problem of a rule at its field, or over the form when it has none here."""
        for name, message in _problems(error):
            self.add_error(name if name in self.fields else None, message)


def _problems(error: Exception) -> list[tuple[str, str]]:
    if isinstance(error, office_rules.NotPossible):
        return [(error.field, _(error.message))]
    problems: list[Any] = getattr(error, "problems", [])
    return [(one.field, _said(one)) for one in problems]


def _said(problem: Any) -> str:
    return _(problem.message) % problem.values if problem.values else _(problem.message)
