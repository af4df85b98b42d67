"""The station's registers, one file each."""

from ..book import register
from .ncr import NCR


def register_all() -> None:
    register(NCR)
