"""The pages of signing in. No sign-up, no e-mail pages, no reset by e-mail: see reset_login."""

from allauth.account import views as account
from django.urls import include, path

from . import views

urlpatterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("second-factor/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
    path("posting/", views.choose_posting, name="choose_posting"),
]
