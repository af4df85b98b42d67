"""What the journal says of lookouts, sightings and answers."""

from cctns.journal import kinds

from .models import Answer, Lookout, LookoutNumber, Sighting, SightingNumber


def register() -> None:
    kinds.register("lookout", model=Lookout, schema=1, children={"numbers": LookoutNumber})
    kinds.register("sighting", model=Sighting, schema=1, children={"numbers": SightingNumber})
    kinds.register("alert_answer", model=Answer, schema=1)
