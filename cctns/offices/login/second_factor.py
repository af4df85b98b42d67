"""The second factor: who must have one, and its secrets encrypted where they are stored."""

from __future__ import annotations

import base64
import secrets
from typing import Any, ClassVar

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..models import Officer

_NONCE = 12


def is_demanded(officer: Officer) -> bool:
    """Of every officer, but for the invented ones of a demo."""
    return settings.MFA_DEMANDED and not (settings.DEMO and officer.is_demo)


def factors(officer: Officer) -> int:
    """How many authenticator apps and passkeys an officer has; recovery codes do not count."""
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    found: int = Authenticator.objects.filter(user=officer, type__in=kinds).count()
    return found


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """allauth's second factor with secrets under the node's keys, and never fewer than one."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is wrong or was used already"),
        "cannot_delete_authenticator": _("This is your last second step: add another one first"),
        "cannot_generate_recovery_codes": _("Set up an authenticator app or a passkey first"),
    }

    def encrypt(self, text: str) -> str:
        keys = settings.IDENTITY_KEYS
        key_id, nonce = max(keys), secrets.token_bytes(_NONCE)
        sealed = _cipher(keys[key_id]).encrypt(nonce, text.encode(), None)
        return f"{key_id}:{base64.b64encode(nonce + sealed).decode()}"

    def decrypt(self, encrypted_text: str) -> str:
        key_id, _colon, sealed = encrypted_text.partition(":")
        data = base64.b64decode(sealed)
        cipher = _cipher(settings.IDENTITY_KEYS[int(key_id)])
        return cipher.decrypt(data[:_NONCE], data[_NONCE:], None).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        officer: Officer = authenticator.user
        return not is_demanded(officer) or factors(officer) > 1


def _cipher(key: bytes) -> AESGCM:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"second factor")
    return AESGCM(derived.derive(key))
