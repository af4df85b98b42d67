"""One byte changed by SQL anywhere, and verifying names the place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connection

from cctns.journal import kinds
from cctns.journal.checkpoints import checkpoint
from cctns.journal.models import JournalEntry
from cctns.journal.verify import Fault, rows, verify
from cctns.journal.write import Write, record, record_all
from cctns.lib import tiles
from cctns.offices.models import Posting

from .conftest import Make, settle, sql
from .notebook import Notebook, Page


@contextmanager
def behind_the_guards() -> Iterator[None]:
    """As whoever owns the database server could do it."""
    settle()
    sql("SET session_replication_role = replica")
    yield
    sql("SET session_replication_role = origin")


def test_an_office_that_never_wrote_has_no_fault(by: Posting) -> None:
    assert verify(by.office) == []


def test_what_was_written_as_it_should_be_has_no_fault(write: Make, by: Posting) -> None:
    notebook = write("Beat book", "one", "two", price="3.5", cover=b"\x00\xff", words=["a", "क"])
    record(notebook, kind="notebook.closed", by=by)
    checkpoint(by.office)
    write("Another")
    assert verify(by.office) == []


ENTRY = "UPDATE journal_entry SET {} WHERE seq = 1"
PAYLOAD = "UPDATE journal_payload SET {} WHERE seq = 1"
ONE_BYTE = [
    (ENTRY.format("kind = 'notebook.begum'"), "entry was altered"),
    (ENTRY.format("role = 'shp'"), "entry was altered"),
    (ENTRY.format("schema = 2"), "entry was altered"),
    (ENTRY.format("version = 9"), "entry was altered"),
    (ENTRY.format("actor_id = record_id"), "entry was altered"),
    (ENTRY.format("record_id = actor_id"), "entry was altered"),
    (ENTRY.format("refs = ARRAY[record_id]"), "entry was altered"),
    (ENTRY.format("record_type = 'notebooc'"), "entry was altered"),
    (ENTRY.format("recorded_at = recorded_at + interval '1 microsecond'"), "entry was altered"),
    (ENTRY.format("occurred_at = occurred_at - interval '1 day'"), "entry was altered"),
    (ENTRY.format("leaf = set_byte(leaf, 31, 255 - get_byte(leaf, 31))"), "entry was altered"),
    (ENTRY.format("payload_digest = set_byte(payload_digest, 0, 0)"), "entry was altered"),
    (PAYLOAD.format("salt = set_byte(salt, 3, 255 - get_byte(salt, 3))"), "document was altered"),
    (
        PAYLOAD.format("document = set_byte(document, 40, 255 - get_byte(document, 40))"),
        "document was altered",
    ),
    (PAYLOAD.format("dictionary = 99"), "document was altered"),
    (
        PAYLOAD.format("salt = NULL, document = NULL, sealed_epoch = 1, sealed_seq = 0"),
        "removed without an order",
    ),
    ("DELETE FROM journal_payload WHERE seq = 1", "document is missing"),
    ("DELETE FROM journal_entry WHERE seq = 1", "Entries 1 to 1 are missing"),
    ("DELETE FROM journal_entry WHERE seq = 2", "counts 3 entries, 2 are there"),
    ("UPDATE journal_head SET size = 2", "counts 2 entries, 3 are there"),
    (
        "UPDATE journal_head SET frontier = set_byte(frontier, 5, 255 - get_byte(frontier, 5))",
        "does not lead to the root",
    ),
    (
        "UPDATE journal_checkpoint SET root = set_byte(root, 5, 255 - get_byte(root, 5))",
        "no longer has the root that was signed",
    ),
    (
        "UPDATE journal_checkpoint SET note = replace(note, '\n3\n', '\n2\n')",
        "signature on the checkpoint at 3 is wrong",
    ),
    ("UPDATE test_notebook SET title = 'middlf' WHERE title = 'middle'", "record was altered"),
    ("UPDATE test_notebook SET ruled = true WHERE title = 'middle'", "record was altered"),
    ("UPDATE test_notebook SET version = 2 WHERE title = 'middle'", "record was altered"),
    ("UPDATE test_page SET text = 'onf' WHERE text = 'one'", "record was altered"),
    ("DELETE FROM test_page WHERE text = 'one'", "record was altered"),
    ("DELETE FROM test_notebook WHERE title = 'middle'", "missing from its table"),
]


@pytest.mark.parametrize(("statement", "sentence"), ONE_BYTE)
def test_one_byte(write: Make, by: Posting, statement: str, sentence: str) -> None:
    write("first")
    middle = write("middle", "one")
    write("last")
    checkpoint(by.office)
    with behind_the_guards():
        sql(statement)
    faults = [str(fault) for fault in verify(by.office)]
    told = [fault for fault in faults if sentence in fault]
    assert told, faults
    if "WHERE" in statement and "seq = 2" not in statement and "SET record_id" not in statement:
        assert any(str(middle.pk) in fault or "1/1" in fault for fault in faults) or (
            "Entries 1 to 1" in told[0]
        )


def test_a_row_slipped_in_behind_the_guards_is_named(write: Make, by: Posting) -> None:
    write()
    with behind_the_guards():
        slipped = Notebook(state=99, office=by.office, version=1, title="never written")
        slipped.save(force_insert=True)
    (fault,) = verify(by.office)
    assert (fault.record_id, fault.sentence) == (
        slipped.pk,
        "The record has no entry in the journal.",
    )


def test_a_tile_changed_by_one_byte_is_named(by: Posting) -> None:
    begun = [Write(Notebook(state=99, office=by.office, title="x"), "n.begun") for _ in range(300)]
    record_all(begun, by=by)
    assert verify(by.office) == []
    with behind_the_guards():
        sql("UPDATE journal_tile SET hashes = set_byte(hashes, 77, 255 - get_byte(hashes, 77))")
    assert [fault.sentence for fault in verify(by.office)] == [
        "Tile 0/0 of the tree does not fit the entries."
    ]
    with behind_the_guards():
        sql("DELETE FROM journal_tile")
    assert len(verify(by.office)) == 2


def test_a_tree_high_enough_for_tiles_of_tiles(
    by: Posting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With 4 hashes a tile instead of 256, three levels stand after a hundred entries."""
    monkeypatch.setattr(tiles, "HEIGHT", 2)
    monkeypatch.setattr(tiles, "WIDTH", 4)
    begun = [Write(Notebook(state=99, office=by.office, title="x"), "n.begun") for _ in range(100)]
    for start in range(0, 100, 7):
        record_all(begun[start : start + 7], by=by)
    assert sql("SELECT level, count(*) FROM journal_tile GROUP BY 1 ORDER BY 1") == [
        (0, 25),
        (1, 6),
        (2, 1),
    ]
    assert verify(by.office) == []


def test_documents_of_an_older_schema_are_brought_up_to_date(write: Make, by: Posting) -> None:
    write("Beat book")
    kinds.register(
        "notebook",
        model=Notebook,
        schema=2,
        children={"pages": Page},
        upcasters={1: lambda told: {**told, "title": told["title"].upper()}},
    )
    assert [fault.sentence for fault in verify(by.office)] == [
        "The record was altered: it no longer is what its last entry says."
    ]
    with behind_the_guards():
        sql("UPDATE test_notebook SET title = 'BEAT BOOK'")
    assert verify(by.office) == []


def test_records_of_a_newer_program_are_verified_as_entries_only(write: Make, by: Posting) -> None:
    write("Beat book")
    kinds._by_name.pop("notebook")
    assert verify(by.office) == []


def test_a_fault_says_where(write: Make, by: Posting) -> None:
    notebook = write()
    fault = Fault("BAZAAR", "It was altered.", 1, 0, "notebook", notebook.pk)
    assert str(fault) == f"BAZAAR, 1/0, notebook {notebook.pk}: It was altered."
    assert JournalEntry.objects.count() == 1


def test_each_payload_is_looked_up_by_its_whole_key(write: Make, by: Posting) -> None:
    """Without statistics, as after an import, entries times payloads were compared otherwise."""
    write()
    where = {"state": 99, "office": by.office_id, "epoch": 1}
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN " + rows._STREAM, where)
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "(seq = entry.seq)" in plan.split("on journal_payload")[1].split("\n")[1]
    assert "Join Filter" not in plan
