"""One's own sign-in: password, second factor, passkeys, sessions, posting."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cctns.offices.login import postings, second_factor
from cctns.offices.models import Officer


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    officer = request.user
    assert isinstance(officer, Officer)
    shown = {
        "factors": second_factor.factors(officer),
        "several_postings": len(postings.open_postings(officer)) > 1,
    }
    return render(request, "account/account.html", shown)
