"""The station's registers, one file each."""

from ..book import register
from .body import BODY
from .call import CALL
from .character import CHARACTER
from .death import DEATH
from .enquiry import ENQUIRY, PERMISSION
from .found import FOUND
from .keys import KEYS
from .lockup import LOCKUP
from .mlc import MLC
from .ncr import NCR
from .paper import PAPER
from .petition import REPLY, REVIEW
from .process import PROCESS
from .property import PROPERTY
from .stranger import ANSWER, STRANGER


def register_all() -> None:
    register(
        *(REPLY, REVIEW, NCR, CALL, FOUND, BODY, DEATH, MLC, ENQUIRY, PERMISSION, PROPERTY),
        *(STRANGER, ANSWER, CHARACTER, KEYS, LOCKUP, PAPER, PROCESS),
    )
