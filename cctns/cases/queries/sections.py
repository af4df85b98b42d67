"""The sections of a case today: those of its FIR, with what was added and deleted since."""

from __future__ import annotations

from dataclasses import dataclass

from ..models import Case, ChangedSection


@dataclass(frozen=True)
class CaseSection:
    """One section in force in a case; `added` after the FIR or not."""

    act: str
    number: str
    added: bool = False

    def __str__(self) -> str:
        return f"{self.act} {self.number}"


def sections_of(case: Case) -> list[CaseSection]:
    """In the order of the FIR, then as they were added. Asks nothing: call it within a query."""
    held = {(one.act, one.number): False for one in case.fir.sections.all()}
    changes = ChangedSection.objects.filter(sectionchange__case=case)
    for one in changes.order_by("sectionchange_id", "ordinal"):
        if one.kind == "add":
            held[one.act, one.number] = True
        else:
            held.pop((one.act, one.number), None)
    return [CaseSection(act, number, added) for (act, number), added in held.items()]
