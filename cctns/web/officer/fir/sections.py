"""Item 2: Acts and sections, by plain words or by number; the day of the offence picks the code."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from cctns import law
from cctns.cases import rules
from cctns.cases.answers import Offence
from cctns.offices.access import today

from . import pages
from .closed import unless_writable
from .desk import Desk, open_desk, plain
from .fields import Digits, Text
from .forms import Question
from .forms.base import options, tick
from .problems import said

KEY = "offences"
BEFORE_BNS = date(2024, 6, 30)


class Chosen(Question):
    """One section by its Act and number."""

    act = options(_("Act"), [])
    number = Digits(label=_("Section"), longest=30, help_text=_("For example 303(2)"))
    read_with = tick(_("Read with the section before it"))

    def suit(self) -> None:
        self.fields["act"].choices = [("", "—"), *act_choices(day_of(self.answers))]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        act, number = cleaned.get("act"), cleaned.get("number")
        if not act and "act" not in self.errors:
            self.add_error("act", _("Choose the Act"))
        if not number and "number" not in self.errors:
            self.add_error("number", _("Enter the section"))
        if act and number:
            self._suits_the_day(act, number)
        return cleaned

    def _suits_the_day(self, act: str, number: str) -> None:
        decision = law.check_section_for_date(act, number, day_of(self.answers))
        if not decision.ok:
            self.add_error("number", f"{say(decision.reason)} ({decision.source})")
            return
        known = law.find_section(act, number)
        self.cleaned_data["number"] = known.number if known else number


class Finder(django_forms.Form):
    words = Text(
        label=_("Find sections by plain words"), help_text=_("For example chain snatching")
    )


def day_of(answers: Any) -> date:
    """The day whose law counts; today while no day is known."""
    return rules.offence_date(answers) or today()


def act_choices(day: date) -> list[tuple[str, str]]:
    """The Acts of that day first, then those before July 2024, so that a wrong one is explained."""
    found = {one.code: one for one in [*law.acts(day), *law.acts(BEFORE_BNS), *law.acts(today())]}
    hindi = translation.get_language() == "hi"
    return [(one.code, one.short_hi if hindi else one.short) for one in found.values()]


@require_http_methods(["GET", "POST"])
def sections(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The sections chosen so far; a POST adds one more."""
    desk = open_desk(request, draft_id)
    form = Chosen(
        request.POST if request.method == "POST" else None, answers=desk.answers, by=desk.by
    )
    return unless_writable(desk) or (
        _add(request, desk, form) if form.is_bound else show(request, desk, form)
    )


def show(
    request: HttpRequest, desk: Desk, form: Chosen, status: int = 200, **more: Any
) -> HttpResponse:
    finder = Finder(request.GET if "words" in request.GET else None)
    words = finder.cleaned_data["words"] if finder.is_bound and finder.is_valid() else ""
    page = pages.PAGES["sections"]
    told = {
        "page": page,
        "desk": desk,
        "form": form,
        "finder": finder,
        "words": words,
        "found": law.find_by_words(words, on=day_of(desk.answers), limit=8) if words else [],
        "chosen": [(place, one, described(one)) for place, one in enumerate(desk.answers.offences)],
        "day": day_of(desk.answers),
        "day_known": rules.offence_date(desk.answers) is not None,
        "seen": desk.seen([KEY]),
        "missing": [said(one) for one in desk.problems() if one.page == page.slug],
        "onward": pages.onward(page, desk),
        **more,
    }
    return render(request, "officer/fir/sections.html", told, status=status)


def described(offence: Offence) -> law.Section | None:
    return law.find_section(offence.act, offence.number)


def _add(request: HttpRequest, desk: Desk, form: Chosen) -> HttpResponse:
    if not form.is_valid():
        return show(request, desk, form, 400)
    offence = Offence(**form.cleaned_data)
    if any((one.act, one.number) == (offence.act, offence.number) for one in desk.answers.offences):
        return _again(desk)  # the button was pressed twice
    told = {KEY: plain([*desk.answers.offences, offence])}
    if desk.save(told, seen=request.POST.get("seen", "")):
        return _again(desk)
    return show(request, desk, form, 409, changed=desk.draft)


@require_POST
def remove(request: HttpRequest, draft_id: UUID, place: int) -> HttpResponse:
    """Take one section off; nothing happens when the list changed meanwhile."""
    desk = open_desk(request, draft_id)
    left = [one for number, one in enumerate(desk.answers.offences) if number != place]
    if not unless_writable(desk):
        desk.save({KEY: plain(left)}, seen=request.POST.get("seen", ""))
    return _again(desk)


def _again(desk: Desk) -> HttpResponse:
    return redirect("fir_sections", draft_id=desk.draft.pk)
