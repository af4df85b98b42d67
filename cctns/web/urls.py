"""Every page for people: officers' pages, the public's, the account, and the language in place."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from .officer.account import account

urlpatterns = [
    path("language/", login_not_required(set_language), name="set_language"),
    path("account/", account, name="account"),
    path("", include("cctns.web.audit.urls")),
    path("", include("cctns.web.citizen.urls")),
    path("", include("cctns.web.officer.urls")),
]
