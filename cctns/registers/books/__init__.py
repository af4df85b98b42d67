"""The station's registers, one file each."""

from ..book import register
from .body import BODY
from .call import CALL
from .death import DEATH
from .enquiry import ENQUIRY, PERMISSION
from .found import FOUND
from .mlc import MLC
from .ncr import NCR
from .property import PROPERTY


def register_all() -> None:
    register(NCR, CALL, FOUND, BODY, DEATH, MLC, ENQUIRY, PERMISSION, PROPERTY)
