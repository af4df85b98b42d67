"""`{% load cases %}`: Acts, sections and rupees as officers read them."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.utils import translation
from django.utils.translation import gettext as _

from cctns import law

register = template.Library()


@register.filter
def act(code: str) -> str:
    """An Act's short title in the page's language; the code itself when we do not know it."""
    try:
        found = law.act(code)
    except KeyError:
        return code
    return found.short_hi if translation.get_language() == "hi" and found.short_hi else found.short


@register.filter
def heading(section: law.Section) -> str:
    hindi = section.heading_hi if translation.get_language() == "hi" else ""
    return hindi or section.heading


@register.filter
def cited(source: str) -> str:
    """The law or the item of the form that asks for something, in the page's language."""
    plural = source.replace("IIF-I items", _("IIF-I items"))
    return plural.replace("IIF-I item ", _("IIF-I item") + " ")


@register.filter
def rupees(amount: Decimal | None) -> str:
    """With Indian commas: 12,34,567.50."""
    if amount is None:
        return ""
    whole, _point, paise = f"{amount:.2f}".partition(".")
    head, tail = whole[:-3], whole[-3:]
    groups: list[str] = []
    while head:
        head, group = head[:-2], head[-2:]
        groups.insert(0, group)
    return f"₹ {','.join([*groups, tail])}.{paise}"
