"""What operators watch is for this machine, also when a proxy on it speaks for others."""

from django.http import HttpRequest
from django.test import RequestFactory

from cctns.config import health


def asked(**meta: str) -> HttpRequest:
    return RequestFactory().get("/metrics", **meta)


def test_this_machine_reads_the_metrics() -> None:
    assert health.metrics(asked()).status_code == 200


def test_another_machine_does_not() -> None:
    assert health.metrics(asked(REMOTE_ADDR="192.0.2.7")).status_code == 403


def test_another_machine_does_not_through_a_proxy_on_this_one() -> None:
    assert health.metrics(asked(HTTP_X_FORWARDED_FOR="192.0.2.7")).status_code == 403
