"""Write the packaged States and districts over what is there; safe to run again."""

from typing import Any

from django.core.management.base import BaseCommand

from cctns.offices import reference


class Command(BaseCommand):
    help = "Load the States, Union Territories and districts of India"

    def handle(self, *args: Any, **options: Any) -> None:
        states, districts = reference.load()
        self.stdout.write(f"{states} States and Union Territories, {districts} districts")
