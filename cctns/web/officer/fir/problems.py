"""What the law misses, in the page's language and at the field of the page's form."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cctns.cases.rules import Problem

from . import forms

# Lines of the feature sheet and of the annexures go by their bare names in the rules.
_ALSO_CALLED = ("%s", "feature_%s", "particular_%s")


def said(problem: Problem) -> str:
    message = _(problem.message)
    return message % problem.values if problem.values else message


def add_errors(form: forms.Question, missing: list[Problem]) -> None:
    """Each at its field, or above all fields when the page does not show it.

    A field that cannot be read says so alone: what the law asks of it shows when it can.
    """
    unread = set(form.errors)
    for one in missing:
        field = _field(form, one.field)
        if field not in unread:
            form.add_error(field, said(one))


def _field(form: forms.Question, name: str) -> str | None:
    if name == "papers":
        return "paper1_kind" if "paper1_kind" in form.fields else None
    return next((one for also in _ALSO_CALLED if (one := also % name) in form.fields), None)
