"""A court orders that something be forgotten: it is, and every proof still verifies."""

from __future__ import annotations

import pytest

from cctns.journal.checkpoints import checkpoint
from cctns.journal.erase import erase
from cctns.journal.models import Erasure, JournalEntry, JournalPayload
from cctns.journal.proofs import prove
from cctns.journal.read import history
from cctns.journal.verify import verify
from cctns.journal.write import record
from cctns.offices.models import Posting

from .conftest import Make, settle
from .notebook import Notebook, Page

ORDER = "JJB Bazaar, Misc. 12/2026, 3 November 2026"


def test_what_the_record_said_is_gone_and_proofs_stay(write: Make, by: Posting) -> None:
    other = write("untouched")
    notebook = write("a child's name", "one")
    record(notebook, kind="notebook.closed", by=by)
    checkpoint(by.office)
    before = [bytes(one.leaf) for one in JournalEntry.objects.order_by("seq")]

    notebook.title = ""
    blank = Page(notebook_id=notebook.pk, number=1, text="")
    erasure = erase(notebook, order=ORDER, by=by, children={"pages": [blank]})
    settle()

    sealed = JournalPayload.objects.filter(document=None).order_by("seq")
    assert [(one.seq, one.salt, one.sealed_seq) for one in sealed] == [(1, None, 4), (2, None, 4)]
    assert [one.kind for one in history(notebook.pk)][-1] == "notebook.erased"
    assert (erasure.order, erasure.before_version) == (ORDER, 3)
    assert [one.kind for one in history(erasure.pk)] == ["erasure.ordered"]
    after = list(JournalEntry.objects.order_by("seq"))
    assert [bytes(one.leaf) for one in after][:3] == before
    for entry in after:
        prove(entry).verify()
    assert verify(by.office) == []
    assert Notebook.objects.get(pk=other.pk).title == "untouched"


def test_an_erasure_cites_an_order(write: Make, by: Posting) -> None:
    notebook = write()
    with pytest.raises(ValueError, match="cites the court's order"):
        erase(notebook, order=" ", by=by)
    assert not Erasure.objects.exists()
