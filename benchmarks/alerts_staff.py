"""Officers of a State in `cctns bench alerts`: as in tests/nodes/staff.py, among many lookouts."""

from __future__ import annotations

from cctns.config import env
from tests.nodes import staff  # sets Django up

from . import alerts
from .clocks import become
from .invented.persons import mentions


def holds(lookouts: int) -> int:
    """From here on the node holds so many lookouts, a tenth of them for persons."""
    environment = env.read()
    people = mentions(lookouts // 10, seed=7)
    alerts.count_words(environment, people)
    alerts.fill(environment, people, lookouts)
    become(environment, "app")
    return lookouts


def registers_a_car(plate: str) -> str:
    """An FIR in which a car is named; the moment after it was registered, in UTC."""
    sho, io = staff.posting_of("sho"), staff.posting_of("io")
    alerts.fir_of_a_car(sho, io, plate)
    return staff.now().isoformat()


if __name__ == "__main__":
    staff.main({**vars(staff), "holds": holds, "registers_a_car": registers_a_car})
