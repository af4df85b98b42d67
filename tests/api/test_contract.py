"""The API against its own OpenAPI description: data that fits it, and data that does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.conf import settings as django_settings
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from cctns.api.urls import PACE, api
from cctns.cases.models import Fir
from cctns.offices.codes import Role
from tests.cases.made import registered
from tests.web.conftest import SignIn

_PLAIN = {"Accept-Encoding": "identity"}
_CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]


@pytest.fixture
def described(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The description as partners read it; how often one may call is another test's matter."""
    monkeypatch.setattr(PACE, "calls", 10**6)
    for signal in (request_started, request_finished):  # as Django's own test client does
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def session(sign_in: SignIn) -> dict[str, str]:
    terminal = sign_in(Role.SHO, "bazaar")
    registered(terminal.posting)
    name = django_settings.SESSION_COOKIE_NAME
    return {name: terminal.cookies[name].value}


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
@pytest.mark.parametrize("path", sorted(api.get_openapi_schema()["paths"]))
def test_every_answer_is_as_described(
    described: Any, session: dict[str, str], path: str, mode: schemathesis.GenerationMode
) -> None:
    @settings(max_examples=20, deadline=None, derandomize=True, database=None)
    @given(case=described[path]["GET"].as_strategy(generation_mode=mode))
    def call(case: schemathesis.Case) -> None:
        case.call_and_validate(cookies=session, headers=_PLAIN, checks=_CHECKS)

    call()


def test_a_case_that_is_there_is_as_described(sign_in: SignIn) -> None:
    """Random ids meet none; this one is met."""
    terminal = sign_in(Role.SHO, "bazaar")
    fir: Fir = registered(terminal.posting)
    for path in (f"/api/v1/firs/{fir.pk}", f"/api/v1/firs/{fir.pk}/history"):
        assert terminal.get(path).status_code == 200
    assert set(api.get_openapi_schema()["paths"]) >= {"/api/v1/firs/{fir_id}"}
