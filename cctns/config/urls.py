"""All pages and calls: officers' pages, sign-in, the partners' API, and what operators watch."""

from django.conf import settings
from django.urls import include, path

from . import health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("metrics", health.metrics, name="metrics"),
    path("", include("cctns.web.urls")),
    path("account/", include("cctns.offices.urls")),
    # A practice node exchanges nothing with anybody.
    *([] if settings.PRACTICE else [path("api/v1/", include("cctns.api.urls"))]),
]
