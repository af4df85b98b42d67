from django.apps import AppConfig


class AnalyticsConfig(AppConfig):
    name = "cctns.analytics"

    def ready(self) -> None:
        from cctns.journal import kinds

        from . import facts
        from .models import IssuedReturn

        kinds.register("return", model=IssuedReturn, schema=1)
        facts.register()
