"""Argon2id, no well-known passwords, and passwords that an administrator gives.

Those are random, good for one sign-in and shown once.
"""

from __future__ import annotations

import re
import secrets

from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..models import Officer

# Without letters and digits that are taken for one another when read aloud or by hand.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class Argon2id(Argon2PasswordHasher):
    """46 MiB, two passes, one lane (OWASP's floor): several may sign in at once on 2 GB."""

    time_cost = 2
    memory_cost = 47104
    parallelism = 1


class LongEnough(MinimumLengthValidator):
    """Django's own, in words that are translated."""

    def get_error_message(self) -> str:
        told = _("This password is too short: use %(least)s characters or more")
        return told % {"least": self.min_length}


class NotOneself(UserAttributeSimilarityValidator):
    """Refuses one's name and police number."""

    def get_error_message(self) -> str:
        return _("This password is too much like your name or police number")


class NotWellKnown(CommonPasswordValidator):
    """Refuses a well-known word also when it is doubled or dressed up with digits and signs."""

    _OF_THE_TRADE = frozenset({"police", "thana", "cctns", "khaki", "india", "bharat", "jaihind"})

    def get_error_message(self) -> str:
        return _("This password is too well known")

    def validate(self, password: str, user: Officer | None = None) -> None:
        super().validate(password, user)
        core = re.sub(r"[\W\d_]", "", password.lower())  # letters of any script
        once = re.fullmatch(r"(.+?)\1*", core)
        word = once[1] if once else ""
        if not word or word in self.passwords or word in self._OF_THE_TRADE:
            raise ValidationError(self.get_error_message(), code="password_too_common")


def give_password(officer: Officer) -> str:
    """Set a random password that the officer must change when signing in; returns it once."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(4))
    password = "-".join(groups)
    officer.set_password(password)
    officer.must_change_password = True
    officer.save(update_fields=["password", "must_change_password"])
    return password
