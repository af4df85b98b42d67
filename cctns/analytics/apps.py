from django.apps import AppConfig


class AnalyticsConfig(AppConfig):
    name = "cctns.analytics"

    def ready(self) -> None:
        from . import facts

        facts.register()
