"""What all question forms share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from cctns.cases.answers import FirAnswers
from cctns.offices.models import Posting
from cctns.web.forms import Form


@dataclass(frozen=True)
class Group:
    """Fields that belong together under a heading; folded away while they hold nothing."""

    title: Any
    names: tuple[str, ...]
    folded: bool = False


@dataclass(frozen=True)
class Part:
    title: Any
    fields: list[BoundField]
    folded: bool


class Question(Form):
    """One page. Nothing is required here: cases.rules says what an FIR must hold."""

    groups: ClassVar[tuple[Group, ...]] = ()

    def __init__(self, *args: Any, answers: FirAnswers, by: Posting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.answers, self.by = answers, by
        self.suit()

    def suit(self) -> None:
        """Leave out what this FIR does not ask for."""

    def parts(self) -> Iterator[Part]:
        """The fields as the page shows them: those of no group first, then group by group."""
        grouped = {name for group in self.groups for name in group.names}
        loose = [self[name] for name in self.fields if name not in grouped]
        yield Part("", loose, False)
        for group in self.groups:
            fields = [self[name] for name in group.names if name in self.fields]
            if fields:
                folded = group.folded and not any(one.value() or one.errors for one in fields)
                yield Part(group.title, fields, folded)


def radios(label: Any, choices: Any, **kwargs: Any) -> forms.ChoiceField:
    kwargs.setdefault("required", False)
    kwargs.setdefault("error_messages", {"invalid_choice": _("Choose one of the answers shown")})
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **kwargs)


def options(label: Any, choices: Any, **kwargs: Any) -> forms.ChoiceField:
    """A list to pull down, with an empty first line."""
    kwargs.setdefault("required", False)
    kwargs.setdefault("error_messages", {"invalid_choice": _("Choose one of the answers shown")})
    return forms.ChoiceField(label=label, choices=[("", "—"), *choices], **kwargs)


def tick(label: Any, **kwargs: Any) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False, **kwargs)
