"""The same small State and sign-in as the pages have."""

from __future__ import annotations

from tests.offices.conftest import in_days, land
from tests.web.conftest import _quiet, sign_in

__all__ = ["_quiet", "in_days", "land", "sign_in"]
