from django.apps import AppConfig


class AlertsConfig(AppConfig):
    name = "cctns.alerts"

    def ready(self) -> None:
        from . import books, follower, kinds, outbox

        kinds.register()
        books.register_all()
        follower.register()
        outbox.register()
