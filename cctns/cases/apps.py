from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cctns.cases"

    def ready(self) -> None:
        from . import books, kinds, outbox, sought
        from .clocks import store

        kinds.register()
        books.register_all()
        store.register()
        sought.register()
        outbox.register()
