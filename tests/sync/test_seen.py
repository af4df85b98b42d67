"""A node that signs two roots of one size of its log is found out, whoever brings the second."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cctns.cli import verify
from cctns.journal.checkpoints import origin
from cctns.journal.models import JournalHead, NodeKey
from cctns.journal.proofs import StoredTree
from cctns.lib import merkle, notes
from cctns.lib.clock import now
from cctns.lib.merkle import Frontier
from cctns.offices.models import Posting
from cctns.sync import log_of_logs, overview, saved_log, seen
from cctns.sync.models import LogLeaf, SeenNote

from .conftest import Make

ABOVE = "cctns.in/above"
KEY, ANOTHER = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _known() -> None:
    NodeKey.objects.create(node=ABOVE, key=KEY.public_key().public_bytes_raw(), since=now())


def _note(leaves: list[notes.Checkpoint], key: Ed25519PrivateKey = KEY, node: str = ABOVE) -> str:
    edge = Frontier()
    for one in leaves:
        edge.append(merkle.leaf_hash(one.text().encode()))
    name = f"{node}/checkpoints"
    return notes.Checkpoint(name, edge.size, edge.root()).note(notes.Signer(name, key))


def _page(leaves: list[notes.Checkpoint]) -> str:
    lines = [f"{seq} {one.origin} {one.size} {one.root.hex()} {now().isoformat()}"
             for seq, one in enumerate(leaves)]  # fmt: skip
    return _note(leaves) + "\n" + "".join(f"{line}\n" for line in lines)


def _leaves(*sizes: int, of: str = "cctns.in/up.other/1/1") -> list[notes.Checkpoint]:
    return [notes.Checkpoint(of, size, bytes([size]) * 32) for size in sizes]


def _verify(path: Path, text: str) -> int:
    path.write_text(text)
    return verify._paper(path)


def test_two_roots_of_one_size_are_an_alarm_with_both() -> None:
    for leaves in (_leaves(1), _leaves(1, 2), _leaves(1, 2), _leaves(1, 3)):
        seen.hear(_note(leaves), node=ABOVE)
    (found,) = seen.two_views()
    assert (found.origin, found.size) == (f"{ABOVE}/checkpoints", 2)
    alarms = "\n".join(overview.overview().alarms)
    assert all(root.hex() in alarms for root in found.roots)
    assert len(set(found.roots)) == 2
    assert SeenNote.objects.count() == 3


@pytest.mark.parametrize(
    ("note", "why"),
    [
        (_note(_leaves(1), ANOTHER), "a key that is not theirs"),
        (_note(_leaves(1), node="cctns.in/other"), "the log of somebody else"),
        (_note(_leaves(1)).replace("\n1\n", "\n2\n"), "altered"),
        ("no note", "no note"),
    ],
)
def test_what_the_neighbour_did_not_sign_is_not_kept(note: str, why: str) -> None:
    seen.hear(note, node=ABOVE)
    assert not SeenNote.objects.exists(), why


def test_old_notes_are_forgotten_but_never_a_proof() -> None:
    for leaves in (_leaves(1), _leaves(1, 2), _leaves(1, 3)):
        seen.hear(_note(leaves), node=ABOVE)
    SeenNote.objects.update(at=now() - timedelta(days=31))
    assert seen.forget() == 1
    assert set(SeenNote.objects.values_list("size", flat=True)) == {2}


def test_a_page_that_somebody_saved_shows_the_other_view(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen.hear(_note(_leaves(1, 2)), node=ABOVE)
    assert _verify(tmp_path / "same", _page(_leaves(1, 2))) == 0
    assert "showed this node the same 2 checkpoints" in capsys.readouterr().out
    assert _verify(tmp_path / "longer", _page(_leaves(1, 2, 3))) == 0
    assert "had not seen" in capsys.readouterr().out
    assert _verify(tmp_path / "other", _page(_leaves(1, 4))) == 1
    assert "two views" in capsys.readouterr().out
    assert len(seen.two_views()) == 1
    forged = _page(_leaves(1, 2)).replace(f"{ABOVE}/", "cctns.in/nobody/")
    assert _verify(tmp_path / "forged", forged) == 2
    changed = _page(_leaves(1, 2)).replace("0202", "0303")
    assert _verify(tmp_path / "changed", changed) == 1
    assert "not those that were signed" in capsys.readouterr().out


def test_a_log_that_names_another_root_of_our_journal_is_found_out(
    notebooks: None, write: Make, by: Posting
) -> None:
    for title in ("one", "two"):
        write(title, title)
    head = JournalHead.objects.get(office=by.office)
    name, root = origin(by.office, head.epoch), StoredTree.of(head).root(2)
    true, other = (notes.Checkpoint(name, 2, one) for one in (root, bytes(32)))
    assert saved_log.compare(_page([true])).wrong == []
    (said,) = saved_log.compare(_page([true, other])).wrong
    assert root.hex() in said
    assert bytes(32).hex() in said


def test_this_nodes_own_log_is_compared_too(settings: object) -> None:
    LogLeaf.objects.create(origin="cctns.in/up.nayaghat/1/1", size=1, root=bytes(32), at=now())
    log_of_logs.carry_on()
    page = log_of_logs.note()
    assert saved_log.compare(page).wrong == []
    LogLeaf.objects.update(leaf=bytes(32))  # somebody rewrote it
    (said,) = saved_log.compare(page).wrong
    assert "two views" in said
