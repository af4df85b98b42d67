"""Mail and SMS: off unless receivers are named, signed, without a name, never in the way."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from django.core import mail

from cctns.alerts import gateway
from cctns.alerts.models import Alert
from cctns.offices.models import Posting

from .conftest import Follows
from .raised import CAR, PLATE, in_force, seen


@pytest.fixture
def alert(sho: Posting, io: Posting, far: Posting, follows: Follows) -> Alert:
    in_force(io, sho, CAR, PLATE, urgency="urgent")
    follows()
    seen(far, PLATE)
    (made,) = follows()
    return made


@pytest.fixture
def service() -> Iterator[tuple[str, list[tuple[Any, bytes]]]]:
    """An SMS service on the loopback, and what it was sent."""
    got: list[tuple[Any, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append((self.headers, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(202)
            self.end_headers()

        def log_message(self, *_told: Any) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sms", got
    server.shutdown()
    server.server_close()


def codes(alert: Alert) -> dict[Any, str]:
    return {alert.office_id: "BAZAAR", alert.matched_office: "MILLS"}


def test_nothing_goes_out_unless_receivers_are_named(alert: Alert) -> None:
    assert gateway.tell([alert], codes(alert)) == 0
    assert mail.outbox == []


def test_a_mail_names_nobody_and_says_where_to_look(alert: Alert, settings: Any) -> None:
    settings.ALERT_MAIL = {"MILLS": ["desk@example.org"], "FORT": ["other@example.org"]}
    assert gateway.tell([alert], codes(alert)) == 1
    (sent,) = mail.outbox
    assert sent.to == ["desk@example.org"]
    assert str(alert.pk) in sent.body
    assert "DL-01" not in sent.subject + sent.body


def test_an_sms_is_signed(alert: Alert, settings: Any, service: Any) -> None:
    settings.ALERT_SMS_URL, got = service
    settings.ALERT_SMS, settings.ALERT_SMS_KEY = {"BAZAAR": ["+911234567890"]}, "shared"
    assert gateway.tell([alert], codes(alert)) == 1
    ((headers, body),) = got
    assert json.loads(body)["to"] == ["+911234567890"]
    signed = hmac.new(b"shared", headers["X-Time"].encode() + b"." + body, hashlib.sha256)
    assert headers["X-Signature"] == signed.hexdigest()


def test_a_service_that_is_down_hinders_nothing(alert: Alert, settings: Any) -> None:
    settings.ALERT_SMS, settings.ALERT_SMS_URL = {"BAZAAR": ["1"]}, "http://127.0.0.1:9/sms"
    settings.ALERT_SMS_KEY = "shared"
    assert gateway.tell([alert], codes(alert)) == 0


def test_no_service_is_called_in_the_clear() -> None:
    with pytest.raises(ValueError, match="https"):
        gateway.Sms("http://sms.example.org/", "shared")
