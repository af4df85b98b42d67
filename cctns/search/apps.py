from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "cctns.search"

    def ready(self) -> None:
        from cctns.journal import kinds

        from . import sources
        from .models import Lookup, LookupReview, Shown

        kinds.register("lookup", model=Lookup, schema=1, children={"shown": Shown})
        kinds.register("lookup_review", model=LookupReview, schema=1)
        sources.start()
