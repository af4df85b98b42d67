from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "cctns.search"
