"""Many officers of one station write at once: numbers without a gap, none twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from cctns.journal.epochs import new_epoch
from cctns.journal.models import JournalEntry, JournalHead
from cctns.journal.serials import next_number
from cctns.journal.verify import verify
from cctns.journal.write import record
from cctns.offices.models import Posting

from .notebook import Notebook

pytestmark = pytest.mark.django_db(transaction=True)


def test_threads_on_one_journal(by: Posting) -> None:
    def work(number: int) -> int:
        try:
            with transaction.atomic():
                serial = next_number(office=by.office, series="book", period="2026")
                notebook = Notebook(state=99, office=by.office, title=str(number))
                record(notebook, kind="notebook.begun", by=by)
                if number % 5 == 0:
                    transaction.set_rollback(True)
            return serial
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(100)))
    seqs = JournalEntry.objects.order_by("seq").values_list("seq", flat=True)
    assert list(seqs) == list(range(80))
    assert next_number(office=by.office, series="book", period="2026") == 81
    assert verify(by.office) == []


def test_an_act_that_waits_while_an_epoch_begins_goes_on_in_the_new_one(by: Posting) -> None:
    def write() -> int:
        try:
            with transaction.atomic():
                notebook = Notebook(state=99, office=by.office, title="x")
                return record(notebook, kind="notebook.begun", by=by).epoch
        finally:
            connection.close()

    assert write() == 1
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            new_epoch(by.office, reason="moved to another machine", by=by)
            waiting = pool.submit(write)
        assert waiting.result(20) == 2
    assert JournalHead.objects.filter(closed=False).count() == 1
    assert verify(by.office) == []
