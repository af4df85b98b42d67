from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "cctns.journal"

    def ready(self) -> None:
        from . import kinds
        from .models import Erasure, NewEpoch

        kinds.register("erasure", model=Erasure, schema=1)
        kinds.register("epoch", model=NewEpoch, schema=1)
