"""`{% load cctns %}`: the components of every page, as tags over plain data (cctns.web.parts)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BoundField, Form, Select, Textarea, widgets
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cctns.lib.clock import IST
from cctns.offices.naming import named

from ..fields import Parts
from ..guidance import guidance_on
from ..parts import Event, Link, Row, Task

register = template.Library()


@register.inclusion_tag("components/field.html")
def field(
    bound: BoundField, heading: bool = False, inline: bool = False, label: str = "", hint: str = ""
) -> dict[str, Any]:
    """Label, hint, error and input of one field; `heading` makes its label the page's heading.

    `label` and `hint` stand in for those of a form that is not ours.
    """
    bound.label, bound.help_text = label or bound.label, hint or bound.help_text
    kind = _kind(bound)
    told = _described_by(bound)
    return {
        "bound": bound,
        "kind": kind,
        "heading": heading,
        "inline": inline,
        "described_by": told,
        "widget": _input(bound, kind, told),
        "boxes": _boxes(bound) if kind == "parts" else [],
    }


def _kind(bound: BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, Parts):
        return "parts"
    if isinstance(widget, widgets.RadioSelect):  # checkboxes are a kind of it in Django
        several = isinstance(widget, widgets.CheckboxSelectMultiple)
        return "checkboxes" if several else "radios"
    return "checkbox" if isinstance(widget, widgets.CheckboxInput) else "input"


def _described_by(bound: BoundField) -> str:
    found = [f"{bound.auto_id}-hint"] if bound.help_text else []
    return " ".join([*found, f"{bound.auto_id}-error"] if bound.errors else found)


def _input(bound: BoundField, kind: str, told: str) -> str:
    if kind != "input":
        return ""
    base = {Select: "govuk-select", Textarea: "govuk-textarea"}
    name = next((css for cls, css in base.items() if isinstance(bound.field.widget, cls)), "")
    if isinstance(bound.field.widget, widgets.FileInput):
        name = "govuk-file-upload"
    name = name or "govuk-input"
    wanted = bound.field.widget.attrs.get("class", "")
    classes = f"{name} {name}--error {wanted}" if bound.errors else f"{name} {wanted}"
    # False leaves an attribute out: a placeholder is no label.
    attrs = {"class": classes.strip(), "aria-describedby": told or False, "placeholder": False}
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return bound.as_widget(attrs=attrs)


def _boxes(bound: BoundField) -> list[dict[str, str]]:
    parts: Parts = bound.field.widget
    value = bound.value()
    shown = value if isinstance(value, list) else parts.decompress(value)
    labels = (_("Day"), _("Month"), _("Year"), _("Time"))
    sizes = ("2", "2", "4", "5")
    return [
        {
            "id": f"{bound.auto_id}_{suffix.lstrip('_')}",
            "name": f"{bound.html_name}{suffix}",
            "label": label,
            "size": size,
            "value": text or "",
        }
        for suffix, label, size, text in zip(
            parts.widgets_names,  # type: ignore[attr-defined]
            labels,
            sizes,
            shown,
            strict=False,
        )
    ]


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: Form | None) -> dict[str, Any]:
    """What is wrong, over the page, each line leading to its field; nothing when all is well."""
    found = [line for form in forms if form for line in _errors(form)]
    return {"errors": found}


def _errors(form: Form) -> Iterable[tuple[str, str]]:
    """In the order in which the page asks; what has no field comes first."""
    yield from (("", str(message)) for message in form.non_field_errors())
    for name in form.fields:
        messages = form.errors.get(name, ())
        yield from ((_first_input(form[name]), str(message)) for message in messages)


def _first_input(bound: BoundField) -> str:
    kind = _kind(bound)
    if kind == "parts":
        return f"{bound.auto_id}_day"
    return f"{bound.auto_id}_0" if kind in ("radios", "checkboxes") else bound.auto_id


@register.simple_tag
def page_title(title: str, form: Form | None = None) -> str:
    """The browser's title; "Error: " before it tells a screen reader at once."""
    wrong = form is not None and form.is_bound and bool(form.errors)
    return f"{_('Error')}: {title}" if wrong else title


@register.inclusion_tag("components/button.html")
def button(
    text: str, href: str = "", kind: str = "", name: str = "", value: str = "", form: str = ""
) -> dict[str, Any]:
    """`kind`: "" for the page's main act, "secondary" or "warning"."""
    return {"text": text, "href": href, "kind": kind, "name": name, "value": value, "form": form}


@register.inclusion_tag("components/summary.html")
def summary(rows: Iterable[Row]) -> dict[str, Any]:
    return {"rows": rows}


@register.inclusion_tag("components/table.html")
def table(caption: str, heads: Iterable[str], rows: Iterable[Iterable[Any]]) -> dict[str, Any]:
    """Cells are text or `Link`; the first cell of a row is its heading.

    On a narrow screen each row is a card, and each cell says its head.
    """
    heads = list(heads)
    shown = [
        [(cell, isinstance(cell, Link), head) for cell, head in zip(row, heads, strict=True)]
        for row in rows
    ]
    return {"caption": caption, "heads": heads, "rows": shown}


@register.inclusion_tag("components/tag.html")
def tag(text: str, colour: str = "") -> dict[str, Any]:
    return {"text": text, "colour": colour}


@register.inclusion_tag("components/pagination.html")
def pagination(earlier: str = "", later: str = "", first: str = "") -> dict[str, Any]:
    """Links of a list that goes from row to row; empty ones are left out."""
    return {"earlier": earlier, "later": later, "first": first}


@register.inclusion_tag("components/task_list.html")
def task_list(tasks: Iterable[Task], prefix: str = "task") -> dict[str, Any]:
    return {"tasks": list(tasks), "prefix": prefix}


@register.inclusion_tag("components/timeline.html")
def timeline(events: Iterable[Event]) -> dict[str, Any]:
    return {"events": events}


@register.inclusion_tag("components/identity_bar.html")
def identity_bar(title: str, details: Iterable[str] = (), badge: str = "") -> dict[str, Any]:
    return {"title": title, "details": details, "badge": badge}


@register.inclusion_tag("components/guidance.html")
def guidance(kind: str, name: str) -> dict[str, Any]:
    """Help with a form, folded away: `kind` is "book" or "fir", `name` which of them."""
    return {"told": guidance_on(f"{kind}.{name}")}


@register.inclusion_tag("components/inset.html")
def inset(text: str) -> dict[str, Any]:
    return {"text": text}


@register.inclusion_tag("components/warning.html")
def warning(text: str) -> dict[str, Any]:
    return {"text": text}


@register.inclusion_tag("components/panel.html")
def panel(title: str, text: str = "") -> dict[str, Any]:
    """The green confirmation of something done, with its number."""
    return {"title": title, "text": text}


@register.filter
def moment(value: datetime | None) -> str:
    """Date and time in India, such as 24 Nov 2026, 14:30."""
    return date_format(value.astimezone(IST), "j M Y, H:i") if value else ""


@register.filter
def clock(value: datetime | None) -> str:
    return value.astimezone(IST).strftime("%H:%M") if value else ""


@register.filter
def day(value: date | None) -> str:
    return date_format(value, "j F Y") if value else ""


register.filter(named)


@register.filter
def ranked(officer: Any) -> str:
    """An officer's name and rank in the page's language."""
    return f"{named(officer)}, {officer.get_rank_display()}" if officer else ""


@register.filter
def said(message: str) -> str:
    """A sentence that pure code marked for translation, in the page's language."""
    return _(message) if message else ""
