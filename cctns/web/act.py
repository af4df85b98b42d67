"""The page of one act: a form, what it is about, and one button that does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from .forms import Form
from .parts import Row

Done = TypeVar("Done")


@dataclass(frozen=True, kw_only=True)
class Words:
    """What the page says: its heading, its button, what is told once done; all translated."""

    title: str
    button: str
    told: str = ""
    intro: str = ""
    kind: str = ""  # of the button: "warning" for what cannot be undone


def act_page(
    request: HttpRequest,
    *,
    form: Form,
    words: Words,
    back: str,
    act: Callable[[dict[str, Any]], Done],
    then: Callable[[Done], str] | str,
    rows: Sequence[Row] = (),
) -> HttpResponse:
    """Show the form; when it is sent and possible, do the act and lead to `then`.

    What is wrong stands at its field, with status 400; nothing is saved then.
    """
    if request.method == "POST" and form.is_valid():
        result = form.attempt(lambda: act(form.cleaned_data))
        if result is not None:
            if words.told:
                messages.success(request, words.told)
            return redirect(then if isinstance(then, str) else then(result))
    shown = {"form": form, "words": words, "back": back, "rows": rows}
    return render(request, "act.html", shown, status=400 if form.errors else 200)
