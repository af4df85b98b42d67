"""Run on a practice node: an officer joins, writes in the diary, and prints the day to a file."""

from __future__ import annotations

import sys
from pathlib import Path

from cctns.config import bootstrap


def main(path: Path) -> None:
    with bootstrap.database():
        bootstrap.setup_django("app")
        path.write_bytes(_paper())


def _paper() -> bytes:
    from cctns.documents.queries import diary_pdf
    from cctns.lib.clock import now
    from cctns.offices.access import today
    from cctns.offices.models import Posting
    from cctns.practice import sandbox
    from cctns.registers.actions import write_diary_entry
    from cctns.registers.codes import GdKind

    officer = sandbox.join(number="UP9", name="Meera", rank="SI", password="only-for-practice")
    by = Posting.objects.get(officer=officer)
    write_diary_entry(by=by, kind=GdKind.FREE, text="Practised", occurred_at=now())
    return diary_pdf(by=by, office=by.office, day=today(), language="en")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
