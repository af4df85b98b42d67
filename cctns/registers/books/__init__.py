"""The station's registers, one file each."""

from ..book import register
from .body import BODY
from .death import DEATH
from .found import FOUND
from .mlc import MLC
from .ncr import NCR


def register_all() -> None:
    register(NCR, FOUND, BODY, DEATH, MLC)
