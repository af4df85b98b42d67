"""The pages of signing in, and two of our own to sign in for."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from cctns.offices import access


def home(request: HttpRequest) -> HttpResponse:
    posting = request.posting  # type: ignore[attr-defined]
    return HttpResponse(f"{posting.role} at {posting.office.name}")


def register(request: HttpRequest) -> HttpResponse:
    posting = request.posting  # type: ignore[attr-defined]
    access.require(posting, "fir.register", posting.office)
    return HttpResponse("registered")


@login_not_required
def public(request: HttpRequest) -> HttpResponse:
    return HttpResponse("open to all")


urlpatterns = [
    path("", home, name="home"),
    path("register", register, name="register"),
    path("public", public, name="public"),
    path("account/", include("cctns.offices.urls")),
    path("", include("cctns.web.urls")),  # what stands around every page leads there
]
