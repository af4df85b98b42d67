"""What allauth asks us at sign-in: no sign-up, nobody on leave, one session, a password kept."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.core import context
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Officer
from . import postings, sessions


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Officers are enrolled by an administrator; leave and transfer shut them out."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": gettext_lazy("Police number or password is wrong"),
        "too_many_login_attempts": gettext_lazy(
            "Too many wrong passwords: wait 15 minutes, or ask your administrator for a new one"
        ),
        "enter_current_password": gettext_lazy("This is not your present password"),
        "incorrect_password": gettext_lazy("This is not your password"),
        "incorrect_code": gettext_lazy("This code is wrong or was used already"),
        "rate_limited": gettext_lazy("Too many tries: wait a minute"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: HttpRequest, user: Officer, **details: Any) -> HttpResponse | None:
        """Called with the right password or passkey: refuse whoever does not work today."""
        response: HttpResponse | None = super().pre_login(request, user, **details)
        reason = "" if response else postings.why_shut_out(user)
        if not reason:
            return response
        postings.keep_refusal(user, reason)
        clear_login(request)
        messages.error(request, _(reason))
        return redirect("account_login")

    def post_login(self, request: HttpRequest, user: Officer, **details: Any) -> HttpResponse:
        response: HttpResponse = super().post_login(request, user, **details)
        sessions.begin(request)
        if sessions.end_others(request, user):
            messages.warning(request, _("Your session at another terminal was ended"))
        return response

    def is_reauthentication_required(self, *, app: str, **details: Any) -> bool:
        """A sign-in of the last minutes counts: nobody types the password twice in a row."""
        required = bool(super().is_reauthentication_required(app=app, **details))
        return required and not sessions.began_just_now(context.request)

    def clean_password(self, password: str, user: Officer | None = None) -> str:
        cleaned: str = super().clean_password(password, user)
        if user is not None and user.pk and user.check_password(password):
            raise ValidationError(_("Choose a password other than the present one"))
        return cleaned

    def set_password(self, user: Officer, password: str) -> None:
        """An officer's own choice ends the password that an administrator gave."""
        user.must_change_password = False
        super().set_password(user, password)
