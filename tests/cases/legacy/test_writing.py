"""What an old FIR becomes: documents in canonical form, whatever its columns are called."""

from __future__ import annotations

import pytest

from cctns.cases.legacy import batch, mapping, stations, writing
from cctns.cases.legacy.tables import table
from cctns.cases.models import Fir
from cctns.lib import canonical
from cctns.offices.models import Office

from .rows import NOW, row

ODD = {
    "e\u0301tage": "cafe\u0301",  # NFC makes one character of two
    "\ue000": "private use",  # as UTF-16, it stands behind the next
    "\U00010000": "beyond the first plane",
    'a "quoted" name': 'a\nline, a \\ and a "quote"\x7f',
    "empty": "",
}


def drafted(**changed: str) -> writing.Written:
    one, within = row(**changed), stations.Stations()
    within.add(Office(state_id=29, code="T1", name="Fort PS"))
    (found,) = batch.judge([one], mapping.choose(one.columns), within, "old.csv", NOW).candidates
    return found.written


@pytest.mark.parametrize(
    "changed", [{}, ODD, {"narrative": "\u092e\u094b\u091f\u0930 \u0917\u092f\u0940"}]
)
def test_documents_are_canonical(changed: dict[str, str]) -> None:
    for draft in drafted(**changed).drafts:
        canonical.loads(draft.document)


def test_the_row_is_kept_as_it_stood_without_its_empty_columns() -> None:
    fir = canonical.loads(drafted(**ODD).drafts[0].document)
    kept = fir["legacy_row"]["columns"]
    assert kept["\u00e9tage"] == "caf\u00e9"
    assert kept['a "quoted" name'] == ODD['a "quoted" name']
    assert "empty" not in kept


def test_what_has_its_default_is_in_the_document_alone() -> None:
    told = table(Fir).row({"series": "fir", "beat": "", "year": 2019})
    assert told.row == '{"series":"fir","year":2019}'
    assert '"beat":""' in told.document
