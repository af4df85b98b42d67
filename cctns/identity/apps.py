from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "cctns.identity"

    def ready(self) -> None:
        from cctns.journal import kinds

        from . import follower
        from .models import Judgement

        kinds.register("judgement", model=Judgement, schema=1)
        follower.register()
