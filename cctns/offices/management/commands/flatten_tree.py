"""Run at midnight (IST): supervision dated to begin today takes effect; faults are told."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from cctns.offices import access, tree


class Command(BaseCommand):
    help = "Bring jurisdictions to today's supervision tree and check that tree"

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            tree.flatten(access.today())
        faults = tree.check_tree(access.today())
        for fault in faults:
            self.stderr.write(
                f"{fault.office}: {fault.chains} chains, "
                f"{fault.reaching_headquarters} of them up to State headquarters"
            )
        if faults:
            raise CommandError(f"{len(faults)} police offices without exactly one chain")
        self.stdout.write("Every police office stands in exactly one chain")
