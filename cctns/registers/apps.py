from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "cctns.registers"

    def ready(self) -> None:
        from . import books, kinds, sought

        kinds.register()
        books.register_all()
        sought.register()
