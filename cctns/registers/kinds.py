"""What the journal says of the registers."""

from cctns.journal import kinds

from .models import Complaint, GeneralDiaryEntry, Ncr


def register() -> None:
    kinds.register("gd", model=GeneralDiaryEntry, schema=1)
    kinds.register("complaint", model=Complaint, schema=1)
    kinds.register("ncr", model=Ncr, schema=1)
