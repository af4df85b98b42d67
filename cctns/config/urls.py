"""All pages and calls: officers' pages, sign-in, the partners' API, and what operators watch."""

from django.urls import include, path

from . import health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("metrics", health.metrics, name="metrics"),
    path("", include("cctns.web.urls")),
    path("account/", include("cctns.offices.urls")),
    path("api/v1/", include("cctns.api.urls")),
]
