from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "cctns.config"
