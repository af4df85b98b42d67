"""A full disk is no riddle: the page says so, and that nothing of the last step was saved."""

from __future__ import annotations

import pytest
from django.db import OperationalError
from django.test import RequestFactory
from django.utils import translation
from psycopg import errors

from cctns.web.elsewhere import Elsewhere


def _failed(cause: Exception) -> OperationalError:
    made = OperationalError(str(cause))
    made.__cause__ = cause
    return made


@pytest.mark.parametrize(("language", "words"), [("en", "disk is full"), ("hi", "डिस्क भर गई है")])
def test_the_page_says_that_the_disk_is_full(language: str, words: str, rf: RequestFactory) -> None:
    middleware = Elsewhere(lambda _request: None)  # type: ignore[arg-type, return-value]
    with translation.override(language):
        answer = middleware.process_exception(rf.post("/"), _failed(errors.DiskFull("no space")))
    assert answer is not None
    assert answer.status_code == 503
    assert words in answer.content.decode()


def test_other_trouble_of_the_database_is_left_to_the_page_of_errors(rf: RequestFactory) -> None:
    middleware = Elsewhere(lambda _request: None)  # type: ignore[arg-type, return-value]
    assert middleware.process_exception(rf.post("/"), _failed(errors.AdminShutdown(""))) is None
