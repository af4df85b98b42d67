"""The two registers: lookouts and sightings."""

from cctns.registers.book import register

from .lookout import LOOKOUT
from .sighting import SIGHTING

__all__ = ["LOOKOUT", "SIGHTING"]


def register_all() -> None:
    register(LOOKOUT, SIGHTING)
