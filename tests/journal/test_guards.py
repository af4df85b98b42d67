"""What the database refuses, whoever asks: raw SQL, `.update()`, bulk inserts, a shell."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from cctns.journal.models import JournalEntry, JournalPayload, SerialCounter
from cctns.journal.write import record
from cctns.offices import access
from cctns.offices.models import Posting
from tests.offices.land import Land

from .conftest import Make, settle, sql
from .notebook import Notebook, Page

INSERT = """
INSERT INTO test_notebook (id, state, office_id, version, title, price, ruled, marks, words)
VALUES (%s, 99, %s, 1, 'slipped', 0, false, '{}', '{}')
"""


def refused(act: Callable[[], object], match: str) -> None:
    with pytest.raises(DatabaseError, match=match):
        committed(act)


def committed(act: Callable[[], object]) -> None:
    with transaction.atomic():
        act()
        settle()


def test_a_row_by_raw_sql_without_an_entry(by: Posting) -> None:
    refused(lambda: sql(INSERT, uuid4(), by.office_id), "has no entry in its office's journal")


def test_a_row_by_save_or_bulk_create_without_an_entry(by: Posting) -> None:
    def row() -> Notebook:
        return Notebook(state=99, office=by.office, version=1, title="slipped")

    refused(lambda: row().save(), "has no entry")
    refused(lambda: Notebook.objects.bulk_create([row(), row()]), "has no entry")


def test_a_change_without_an_entry(write: Make) -> None:
    notebook = write()
    settle()
    mine = Notebook.objects.filter(pk=notebook.pk)
    refused(lambda: mine.update(title="other"), "takes the next version")
    refused(lambda: mine.update(title="other", version=2), "has no entry")
    refused(lambda: mine.update(title="other", version=3), "takes the next version")


def test_a_second_change_behind_the_entry_of_the_same_act(write: Make) -> None:
    def act() -> None:
        notebook = write()
        Notebook.objects.filter(pk=notebook.pk).update(title="other")

    refused(act, "takes the next version")


def test_an_entry_of_another_office_or_act_does_not_count(
    write: Make, by: Posting, land: Land
) -> None:
    notebook = write()
    settle()
    refused(
        lambda: sql("UPDATE test_notebook SET office_id = %s, version = 2", land["fort"].pk),
        "keeps id, State and office",
    )
    sql("ALTER TABLE journal_entry DISABLE TRIGGER kept")
    sql("UPDATE journal_entry SET xid = '3'")  # as if another act had written it
    sql("ALTER TABLE journal_entry ENABLE TRIGGER kept")
    refused(lambda: Notebook.objects.filter(pk=notebook.pk).update(version=1), "next version")
    refused(lambda: Page(notebook_id=notebook.pk, number=9, text="late").save(), "no entry of this")
    refused(lambda: Notebook(pk=uuid4(), state=99, office=by.office, version=1).save(), "no entry")


def test_children_change_only_with_their_record(write: Make, by: Posting) -> None:
    notebook = write("Beat book", "one")
    settle()
    sql("ALTER TABLE journal_entry DISABLE TRIGGER kept")
    sql("UPDATE journal_entry SET xid = '3'")
    sql("ALTER TABLE journal_entry ENABLE TRIGGER kept")
    refused(lambda: Page.objects.update(text="other"), "no entry of this act")
    refused(lambda: Page.objects.all().delete(), "no entry of this act")
    page = Page(notebook_id=notebook.pk, number=1, text="torn out")
    record(notebook, kind="notebook.torn", by=by, children={"pages": [page]})
    settle()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM test_notebook",
        "TRUNCATE test_notebook, test_page",
        "TRUNCATE test_page",
        "DELETE FROM journal_entry",
        "UPDATE journal_entry SET kind = 'other'",
        "TRUNCATE journal_entry",
        "DELETE FROM journal_payload",
        "TRUNCATE journal_payload",
        "DELETE FROM journal_head",
        "DELETE FROM journal_checkpoint",
        "DELETE FROM journal_serial",
        "UPDATE journal_tile SET root = ''",
        "DELETE FROM journal_fork",
    ],
)
def test_nothing_is_deleted_and_entries_are_not_changed(write: Make, statement: str) -> None:
    write("Beat book", "one")
    settle()
    refused(lambda: sql(statement), "is refused: its rows are kept")


def test_a_journal_only_grows(write: Make) -> None:
    write()
    for change in ("size = 0", "epoch = 2", "office_id = gen_random_uuid()"):
        refused(lambda change=change: sql(f"UPDATE journal_head SET {change}"), "only grows")


@pytest.mark.parametrize(
    "change",
    [
        "document = 'x'",
        "salt = 'x'",
        "dictionary = 7",
        "salt = NULL, document = NULL, sealed_epoch = 1, sealed_seq = 0",
    ],
)
def test_a_payload_is_lost_only_by_an_entry_that_cites_an_order(write: Make, change: str) -> None:
    write()
    refused(lambda: sql(f"UPDATE journal_payload SET {change}"), "is refused")
    assert JournalPayload.objects.filter(document__isnull=False).count() == 1


def test_pages_see_records_children_and_payloads_of_their_own_reach_only(
    write: Make, by: Posting, land: Land, as_app: None
) -> None:
    access.act_for(by)
    write("Beat book", "one")
    settle()
    assert (Notebook.objects.count(), Page.objects.count()) == (1, 1)
    assert JournalPayload.objects.count() == 1
    access.act_for(Posting(officer=by.officer, office=land["fort"], role=by.role))
    assert (Notebook.objects.count(), Page.objects.count()) == (0, 0)
    assert JournalPayload.objects.count() == 0
    assert JournalEntry.objects.count() == 1  # that something was written is no secret
    refused(lambda: write("for another station"), "row-level security")


def test_pages_may_not_touch_the_journal_even_before_its_guards(
    write: Make, by: Posting, as_app: None
) -> None:
    access.act_for(by)
    write()
    for table in ("journal_entry", "journal_checkpoint", "journal_fork", "test_notebook"):
        if table == "test_notebook":
            refused(lambda: sql("DELETE FROM test_notebook"), "refused")
        else:
            refused(lambda table=table: sql(f"DELETE FROM {table}"), "permission denied")


def test_the_worker_sees_every_office(write: Make) -> None:
    write("Beat book", "one")
    settle()
    with connection.cursor() as cursor:
        cursor.execute("GRANT SELECT ON test_notebook, test_page TO cctns_worker")
        cursor.execute("SET ROLE cctns_worker")
        counts = (Notebook.objects.count(), Page.objects.count(), JournalPayload.objects.count())
        cursor.execute("RESET ROLE")
    assert counts == (1, 1, 1)
    assert SerialCounter.objects.count() == 0
