"""A form of an investigation: an entry of a station's register that belongs to one case."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from cctns.offices.models import Office
from cctns.registers.models import Entry

from .case import Case


class CaseSheet(Entry):
    """Written at the office of its case; `case` never changes (a guard looks)."""

    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, related_name="+", db_index=False, verbose_name=_("case")
    )

    class Meta(Entry.Meta):
        abstract = True
        indexes: ClassVar[tuple[models.Index, ...]] = (
            models.Index(fields=("case", "id"), name="%(class)s_of_case"),
        )

    @property
    def read_besides_at(self) -> Office | None:
        """The office that took the case over: what was written in it is read there."""
        there = self.case.taken_over
        return there.office if there else None

    @property
    def fir_date(self) -> datetime:
        return self.case.fir.registered_at

    @property
    def fir_sections(self) -> str:
        return ", ".join(str(one) for one in self.case.fir.sections.all())

    @property
    def station(self) -> str:
        return self.office.name

    @property
    def fir_number(self) -> Any:
        """For texts of diary and papers."""
        return self.case.fir.number
