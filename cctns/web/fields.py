"""Fields of our forms: text made fit to keep, a day in three boxes, a moment, any digits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cctns.lib import text as texts
from cctns.lib.clock import IST, now

_NOT_A_DAY = _("Enter a real date, such as 27 3 2026")
_NOT_A_TIME = _("Enter a time of 24 hours, such as 14:30")


class Line(forms.CharField):
    """One line of text; with `digits`, those of any script become 0 to 9.

    `width` is the box's width in characters: 2, 3, 4, 5, 10, 20 or 30; as wide as the page without.
    """

    def __init__(self, *, digits: bool = False, width: int = 0, **options: Any) -> None:
        self.digits = digits
        if width:
            options["widget"] = forms.TextInput(attrs={"class": f"govuk-input--width-{width}"})
        super().__init__(**options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}  # no maxlength: the browser would cut the end off without a word

    def to_python(self, value: Any) -> str:
        line = _fit(texts.clean_line, value)
        return texts.ascii_digits(line) if self.digits else line


class Number(forms.IntegerField):
    """A whole number, in any script's digits: a number box of a browser would refuse those."""

    def __init__(self, *, width: int = 5, **options: Any) -> None:
        attrs = {"class": f"govuk-input--width-{width}", "inputmode": "numeric"}
        super().__init__(widget=forms.TextInput(attrs=attrs), **options)

    def to_python(self, value: Any) -> int | None:
        return super().to_python(texts.ascii_digits(str(value or "")))


class Text(forms.CharField):
    """Many lines of text; `rows` is how many are seen at once."""

    def __init__(self, *, rows: int = 5, **options: Any) -> None:
        options.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}

    def to_python(self, value: Any) -> str:
        return _fit(texts.clean, value)


def _fit(clean: Callable[[str], str], value: Any) -> str:
    try:
        return clean(str(value or ""))
    except texts.BadText as error:
        raise ValidationError(gettext(str(error)), code="damaged") from error


class Parts(forms.MultiWidget):
    """Day, month and year (and a time) in boxes of their own, as on paper."""

    def __init__(self, *, with_time: bool = False) -> None:
        self.with_time = with_time
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            name: forms.TextInput() for name in ("day", "month", "year")
        }
        if with_time:
            boxes["time"] = forms.TextInput()
        super().__init__(boxes)

    def decompress(self, value: date | datetime | None) -> list[str]:
        if value is None:
            return [""] * len(self.widgets)
        if isinstance(value, datetime):
            local = value.astimezone(IST)
            return [str(local.day), str(local.month), str(local.year), local.strftime("%H:%M")]
        return [str(value.day), str(value.month), str(value.year)]


class DayField(forms.Field):
    """A day; `str` parts in any digits. Cleans to `date`, or None when empty and not required."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", Parts())
        options.setdefault("error_messages", {"required": _("Enter the date")})
        super().__init__(**options)

    def clean(self, value: list[str] | None) -> date | None:
        parts = [part.strip() for part in value or [] if part is not None]
        if not any(parts):
            self._must_not_be_required()
            return None
        return _day(parts)

    def has_changed(self, initial: Any, data: list[str] | None) -> bool:
        """Empty boxes are no answer: a list's last, empty line is left out."""
        return initial is not None or any(part and part.strip() for part in data or ())

    def _must_not_be_required(self) -> None:
        if self.required:
            raise ValidationError(self.error_messages["required"], code="required")


class MomentField(DayField):
    """A day and a time in India. Cleans to an aware `datetime`."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", Parts(with_time=True))
        super().__init__(**options)

    def clean(self, value: list[str] | None) -> datetime | None:
        parts = [part.strip() for part in value or [] if part is not None]
        if not any(parts):
            self._must_not_be_required()
            return None
        day = _day(parts[:3])
        return datetime.combine(day, _time(parts[3] if len(parts) > 3 else ""), IST)


def _day(parts: list[str]) -> date:
    """Numbers in any script's digits; a year of two digits belongs to this century or the last."""
    try:
        day, month, year = (int(part) for part in parts)
        if 0 <= year < 100:
            year += 2000 if year <= now().year % 100 else 1900
        return date(year, month, day)
    except (ValueError, OverflowError) as error:
        raise ValidationError(_NOT_A_DAY, code="invalid") from error


def _time(text: str) -> time:
    hour, _colon, minute = text.replace(".", ":").partition(":")
    try:
        return time(int(hour), int(minute))
    except (ValueError, OverflowError) as error:
        raise ValidationError(_NOT_A_TIME, code="invalid") from error
