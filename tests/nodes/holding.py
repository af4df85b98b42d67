"""What two nodes hold of one journal, and what must never be."""

from __future__ import annotations

from .network import Machine


def differences(above: Machine, below: Machine) -> list[str]:
    """Where a parent holds what its child does not, or with a gap: at no moment anything.

    The parent is read first: its child only grows meanwhile.
    """
    held, own = above.leaves(), below.leaves()
    found = [f"{key} above differs" for key, leaf in held.items() if own.get(key) != leaf]
    for office, epoch in {key[:2] for key in held}:
        numbers = sorted(key[2] for key in held if key[:2] == (office, epoch))
        if numbers != list(range(len(numbers))):
            found.append(f"epoch {epoch} above is no prefix: {numbers}")
    return found


def faults_of(state: Machine, station: Machine) -> list[str]:
    """G2 to G4 and G6 over what the two hold now, at rest; empty when all of it holds."""
    found, above = differences(state, station), state.leaves()
    vouched = station.ask(
        "SELECT office_id, epoch, max(size) FROM journal_checkpoint "
        "WHERE cosignatures <> '{}' GROUP BY 1, 2"
    )
    for office, epoch, size in vouched:
        held = sum(1 for key in above if key[:2] == (office, epoch))
        if held < size:
            found.append(f"vouched for {size} entries of epoch {epoch}, {held} are held above")
    if state.ask("SELECT 1 FROM journal_fork"):
        found.append("a fork where nobody rewrote anything")
    return found
