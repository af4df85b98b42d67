"""Writes docs/reference/roles-and-acts.md from cctns/offices/matrix.py; run it after a change."""

from __future__ import annotations

from pathlib import Path

from cctns.offices.codes import Role
from cctns.offices.matrix import FROM_DYSP, IN_CHARGE, MATRIX, OWN

PAGE = Path(__file__).resolve().parent.parent / "docs/reference/roles-and-acts.md"

HEAD = """# Roles and acts

Written by `python tools/roles_table.py` out of `cctns/offices/matrix.py`; a test keeps the two
alike. What does not stand here is refused, to everyone. "Own office" is the office of the posting;
"offices below" are all offices that it supervises, itself included. The posting must be current,
the officer not on leave, suspended or shut out. "In charge": while an acting officer holds the
charge of a station, the substantive SHO may not (BNSS 2(1)). "From DySP": the rank is asked too.

Acts of records that are not built yet stand here too: the table is tested whole.

| act | own office | offices below | besides |
|---|---|---|---|
"""


def render() -> str:
    return HEAD + "".join(_row(act) for act in MATRIX) + _roles()


def _row(act: str) -> str:
    own = [role for role, scope in MATRIX[act].items() if scope == OWN]
    below = [role for role in MATRIX[act] if role not in own]
    besides = [
        *(["in charge"] if act in IN_CHARGE else []),
        *(["from DySP"] if act in FROM_DYSP else []),
    ]
    return f"| `{act}` | {_names(own)} | {_names(below)} | {', '.join(besides)} |\n"


def _names(roles: list[Role]) -> str:
    return ", ".join(sorted(role.value for role in roles))


def _roles() -> str:
    """How many acts each role has: a role with none, or with nearly all, is worth a question."""
    rows = (f"| {role.value} | {sum(role in row for row in MATRIX.values())} |\n" for role in Role)
    return f"\n| role | acts of {len(MATRIX)} |\n|---|---|\n" + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
