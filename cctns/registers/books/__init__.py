"""The station's registers, one file each."""

from ..book import register
from .body import BODY
from .found import FOUND
from .ncr import NCR


def register_all() -> None:
    register(NCR, FOUND, BODY)
