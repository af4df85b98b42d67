"""What the journal says of the registers."""

from cctns.journal import kinds

from .models import (
    Body,
    Complaint,
    Death,
    FoundPerson,
    GeneralDiaryEntry,
    Injury,
    Mlc,
    Ncr,
    Panch,
)


def register() -> None:
    kinds.register("gd", model=GeneralDiaryEntry, schema=1)
    kinds.register("complaint", model=Complaint, schema=1)
    kinds.register("ncr", model=Ncr, schema=1)
    kinds.register("found", model=FoundPerson, schema=1)
    kinds.register("body", model=Body, schema=1)
    kinds.register("death", model=Death, schema=1, children={"panches": Panch})
    kinds.register("mlc", model=Mlc, schema=1, children={"injuries": Injury})
