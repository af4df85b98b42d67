"""Choosing the posting to work under; allauth has the other pages of signing in."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from .login import postings
from .models import Officer, Posting


class PostingChoice(forms.Form):
    posting = forms.UUIDField()


@require_http_methods(["GET", "POST"])
def choose_posting(request: HttpRequest) -> HttpResponse:
    """List one's postings of today; choosing one leads to the first page."""
    officer = request.user
    assert isinstance(officer, Officer)
    form = PostingChoice(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _chosen(request, officer, form):
        return redirect(settings.LOGIN_REDIRECT_URL)
    status = 400 if request.method == "POST" else 200
    shown = {"postings": postings.open_postings(officer), "form": form}
    return render(request, "account/choose_posting.html", shown, status=status)


def _chosen(request: HttpRequest, officer: Officer, form: PostingChoice) -> bool:
    wanted: UUID = form.cleaned_data["posting"]
    try:
        postings.choose(request, officer, wanted)
    except Posting.DoesNotExist:
        return False
    return True
