"""Practising: lessons with their next step, who has come how far, and the way in.

On a real node there is only the page that explains it and leads to the practice node.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.password_validation import validate_password
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cctns.offices.codes import Rank
from cctns.offices.naming import named
from cctns.offices.rules import NotPossible
from cctns.practice import sandbox
from cctns.practice.lessons import Step, lesson
from cctns.practice.progress import DIRECTS, Progress, Standing, own_progress, staff_progress

from ..act import Words, act_page
from ..fields import Line
from ..forms import Form
from ..parts import Task
from ..postings import acts_of, posting_of


class Join(Form):
    """The officer's own number and name, with a password for the practice node alone."""

    number = Line(label=gettext_lazy("Police number"), digits=True, max_length=30)
    name = Line(label=gettext_lazy("Name"), max_length=120)
    rank = forms.ChoiceField(label=gettext_lazy("Rank"), choices=Rank)
    password = forms.CharField(
        label=gettext_lazy("A password for practising"),
        help_text=gettext_lazy("Not the one of your real login; at least 12 characters"),
        widget=forms.PasswordInput,
    )

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


@require_safe
def lessons(request: HttpRequest) -> HttpResponse:
    """Each lesson with its steps and the officer's standing; of a real node, the explanation."""
    if not settings.PRACTICE:
        return render(request, "officer/practice/about.html", {"address": settings.PRACTICE_URL})
    progress = own_progress(by=posting_of(request))
    page = {
        "lessons": [_shown(one, progress) for one in progress.standings],
        "directs": DIRECTS in acts_of(request),
    }
    return render(request, "officer/practice/lessons.html", page)


def _shown(standing: Standing, progress: Progress) -> dict[str, Any]:
    following = standing.next_step
    tasks = [
        _task(step, done, progress if step is following else None)
        for step, done in zip(standing.lesson.steps, standing.done, strict=True)
    ]
    return {"standing": standing, "tasks": tasks, "status": _status(standing)}


def _task(step: Step, done: bool, progress: Progress | None) -> Task:
    """The next step leads to its page and has its hint; `progress` is given for that one."""
    if done:
        return Task(str(step.text), status=_("Done"), colour="green")
    if progress is None:
        return Task(str(step.text), status=_("Not yet"))
    href = address(step, progress)
    hint = str(step.hint) if href else _("First register an FIR, or do the step before, yourself")
    return Task(str(step.text), href, _("Next"), "blue", hint)


def _status(standing: Standing) -> str:
    if standing.begun_at is None:
        return _("Not begun")
    done = {"done": sum(standing.done), "steps": len(standing.done)}
    return _("%(done)s of %(steps)s steps done") % done


def address(step: Step, progress: Progress) -> str:
    """Where a step is done; empty while the officer has no case or entry to do it in."""
    wanted: list[Any] = []
    if step.page.startswith("case_"):
        wanted.append(progress.newest("fir.registered"))
    if step.page.startswith(("case_sheet", "book_")):
        wanted.append(step.book)
    if step.page in ("book_entry", "report"):
        wanted.append(progress.newest(f"{step.book}."))
    return reverse(step.page, args=wanted) if None not in wanted else ""


@require_POST
def begin(request: HttpRequest, name: str) -> HttpResponse:
    """Begin a lesson, or begin it again; the officer takes on its role."""
    _only_in_practice()
    try:
        sandbox.begin_lesson(by=posting_of(request), lesson=lesson(name))
    except LookupError:
        raise Http404 from None
    except NotPossible as error:
        page = {"problem": _(error.message)}
        return render(request, "officer/practice/lessons.html", page, status=400)
    return redirect(f"{reverse('lessons')}#{name}")


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """Who has come how far, for whoever directs the station's staff."""
    _only_in_practice()
    found = staff_progress(by=posting_of(request))
    heads = [_("Officer"), *(str(one.lesson.title) for one in found[0][1])] if found else []
    rows = [
        [f"{named(officer)} ({officer.username})", *(_status(one) for one in standings)]
        for officer, standings in found
    ]
    return render(request, "officer/practice/progress.html", {"heads": heads, "rows": rows})


@login_not_required
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Enter the practice station for the first time, under one's own number."""
    _only_in_practice()
    words = Words(
        title=_("Enter the practice station"),
        intro=_("Your progress is kept under your number, on this practice node only."),
        button=_("Enter"),
        told=_("Now sign in with this number and password"),
    )
    return act_page(
        request,
        form=Join(request.POST if request.method == "POST" else None),
        words=words,
        back=reverse("account_login"),
        act=lambda told: sandbox.join(**told),
        then=reverse("account_login"),
    )


def _only_in_practice() -> None:
    if not settings.PRACTICE:
        raise Http404
