"""Alerts by mail and SMS, for offices that want them: off unless the node is told how.

A message names the kind, urgency and number of an alert and where to open it, never a person: it
leaves the node over lines that are not ours. Whether it went does not touch the alert itself.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import urllib.request
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from cctns.lib.clock import now
from cctns.offices.models import Office

from .codes import Kind
from .models import Alert
from .raising import concerned

log = structlog.get_logger(__name__)
_SECONDS = 10
_sender = ThreadPoolExecutor(max_workers=1, thread_name_prefix="alerts-gateway")


@dataclass(frozen=True)
class Message:
    """What is sent: to addresses or telephone numbers, a line, and where to look."""

    to: tuple[str, ...]
    text: str


class Gateway(Protocol):
    def send(self, message: Message) -> None:
        """Raises OSError when it could not be handed over."""


class Mail:
    """By the mail server that Django's settings name."""

    def send(self, message: Message) -> None:
        EmailMessage(subject=message.text[:120], body=message.text, to=list(message.to)).send()


class Sms:
    """A JSON POST to the State's SMS service, signed with the shared key (HMAC-SHA-256).

    `X-Signature` is over the time in `X-Time`, a dot and the body, so that it is no use later.
    """

    def __init__(self, url: str, key: str) -> None:
        if not url.startswith("https://") and not url.startswith("http://127.0.0.1"):
            raise ValueError("An SMS service is called over https")
        self.url, self.key = url, key

    def send(self, message: Message) -> None:
        body = json.dumps({"to": list(message.to), "text": message.text}).encode()
        moment = now().isoformat()
        signed = hmac.new(self.key.encode(), moment.encode() + b"." + body, hashlib.sha256)
        headers = {
            "Content-Type": "application/json",
            "X-Time": moment,
            "X-Signature": signed.hexdigest(),
        }
        request = urllib.request.Request(self.url, data=body, headers=headers)  # noqa: S310
        with urllib.request.urlopen(request, timeout=_SECONDS):  # noqa: S310 - https, see above
            pass


def gateways() -> list[tuple[Gateway, Mapping[str, Sequence[str]]]]:
    """Those that are switched on, each with its receivers by the code of their office."""
    found: list[tuple[Gateway, Mapping[str, Sequence[str]]]] = []
    if settings.ALERT_MAIL:
        found.append((Mail(), settings.ALERT_MAIL))
    if settings.ALERT_SMS and settings.ALERT_SMS_URL:
        sms = Sms(settings.ALERT_SMS_URL, settings.ALERT_SMS_KEY)
        found.append((sms, settings.ALERT_SMS))
    return found


def tell_later(alerts: Sequence[Alert]) -> None:
    """Once they are committed, in a thread of its own: no gateway holds the next alert up."""
    if alerts and gateways():
        offices = {office for one in alerts for office in concerned(one)}
        codes = dict(Office.objects.filter(pk__in=offices).values_list("pk", "code"))
        transaction.on_commit(lambda: _sender.submit(tell, alerts, codes))


def tell(alerts: Iterable[Alert], codes: dict[UUID, str]) -> int:
    """Send what is new to the receivers of its offices (`codes` by office); how many went.

    What cannot be handed over is told to the operator's log; the inbox has the alert all the same.
    """
    sent = 0
    for gateway, receivers in gateways():
        for one in alerts:
            told = (receivers.get(codes.get(office, ""), ()) for office in concerned(one))
            to = tuple(address for addresses in told for address in addresses)
            if to:
                sent += _sent(gateway, Message(to, text_of(one)))
    return sent


def text_of(one: Alert) -> str:
    """In English, as machines and telephones of every State take it; no name, no number plate."""
    urgent = "URGENT " if one.urgency == "urgent" else ""
    kind = Kind(one.kind).name.lower()
    return (
        f"CCTNS {urgent}alert ({kind}): {settings.PUBLIC_URL}{reverse('alert_page', args=[one.pk])}"
    )


def _sent(gateway: Gateway, message: Message) -> int:
    try:
        gateway.send(message)
    except OSError as error:
        log.warning("alerts.not_sent", by=type(gateway).__name__, error=type(error).__name__)
        return 0
    return 1
