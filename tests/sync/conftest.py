"""The same small State as for offices."""

from tests.offices.conftest import land  # noqa: F401
