from __future__ import annotations

from collections.abc import Callable

import pytest

from cctns.documents import fir
from cctns.documents.fir_paper import FirPaper

from . import sample

Printed = Callable[..., bytes]


@pytest.fixture
def printed() -> Printed:
    """Print an FIR as the station would, stamped and signed."""

    def one(paper: FirPaper | None = None, language: str = "hi") -> bytes:
        return fir.pdf(
            paper or sample.paper(),
            language=language,
            stamp=sample.stamp(),
            printed_at=sample.PRINTED_AT,
            by_name="Kavita Rathore, Inspector",
        )

    return one
