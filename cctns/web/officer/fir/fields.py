"""Form fields of the wizard: text that can be kept, and numbers in digits of any script."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cctns.lib.text import ascii_digits
from cctns.web.fields import DayField, MomentField

from . import text

_NUMBER = re.compile(r"^-?\d{1,12}(\.\d{1,6})?$")


class Text(forms.CharField):
    """Any script; what a paper cannot print is refused at the field."""

    def __init__(self, *, label: Any, longest: int = 200, rows: int = 0, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        if rows:
            kwargs["widget"] = forms.Textarea(attrs={"rows": rows})
        super().__init__(label=label, **kwargs)
        self.lines = bool(rows)
        # Checked here and not by max_length: the browser would cut the end off without a word.
        self.longest = longest

    def to_python(self, value: Any) -> str:
        cleaned = text.told(super().to_python(value) or "", lines=self.lines)
        if len(cleaned) > self.longest:
            raise ValidationError(
                _("Use %(longest)s characters or fewer; this has %(used)s"),
                code="long",
                params={"longest": f"{self.longest:,}", "used": f"{len(cleaned):,}"},
            )
        return cleaned


class Name(Text):
    """A person's name: each word in one script."""

    def to_python(self, value: Any) -> str:
        return text.one_script_a_word(super().to_python(value))


class Digits(Text):
    """Telephone, PIN, IMEI: typed in digits of any script, kept in 0 to 9."""

    def __init__(self, *, pattern: str = "", message: Any = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.pattern, self.message = pattern, message

    def to_python(self, value: Any) -> str:
        cleaned = ascii_digits(super().to_python(value))
        if cleaned and self.pattern and not re.fullmatch(self.pattern, cleaned.replace(" ", "")):
            raise ValidationError(self.message, code="digits")
        return cleaned


class Number(forms.DecimalField):
    """A number in any digits, with or without Indian commas; at most twelve before the point."""

    def __init__(self, *, label: Any, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(label=label, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        typed = ascii_digits(text.told(str("" if value is None else value)))
        typed = typed.replace(",", "")
        if typed and not _NUMBER.match(typed):
            raise ValidationError(_("Enter a number, like 1500 or 1500.50"), code="number")
        return Decimal(typed) if typed else None


class Whole(Number):
    def clean(self, value: Any) -> int | None:
        number = super().clean(value)
        if number is not None and number != int(number):
            raise ValidationError(_("Enter a whole number"), code="whole")
        return None if number is None else int(number)


class Day(DayField):
    """A calendar day that nobody must give."""

    def __init__(self, *, label: Any, **kwargs: Any) -> None:
        super().__init__(label=label, required=False, **kwargs)


class Moment(MomentField):
    """A day and a time in India that nobody must give."""

    def __init__(self, *, label: Any, **kwargs: Any) -> None:
        super().__init__(label=label, required=False, **kwargs)
