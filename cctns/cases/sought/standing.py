"""How an accused stands in a case: the court's word, else the report's, else the police's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from uuid import UUID

from cctns.search.codes import Standing

from ..models import Accused, Appeal, Disposal, DisposalAccused, FinalReport, ReportAccused
from ..models.court import AppealBy, AppealDecision

_CONVICTED = frozenset({Standing.CONVICTED, Standing.PLEA, Standing.PROBATION})
_CODE = re.compile(r"[A-Z]+\d\b")
# Reports that send nobody up for trial.
_CLOSURES = frozenset({"no_evidence", "undetected", "untraced", "unoccurred"})


def standing_of(
    one: Accused,
    *,
    reports: Sequence[tuple[FinalReport, Sequence[ReportAccused]]],
    verdicts: Sequence[tuple[Disposal, Sequence[DisposalAccused]]],
    appeals: Sequence[Appeal],
    alone: bool,
) -> tuple[str, str]:
    """A code of Standing, and how it ended in words. All lists are of the case, oldest first.

    `alone`: nobody else is accused, so that a verdict that names nobody is this one's.
    """
    for disposal, told in reversed(verdicts):
        for line in told:
            if _names(one, line.accused_id, line.who, alone):
                return _after_appeal(line.verdict, disposal, appeals), _words(line)
    return _before_court(one, reports, alone), ""


def _names(one: Accused, identity: UUID | None, who: str, alone: bool) -> bool:
    """A line names an accused by id, else by the code that courts know them by."""
    if identity is not None:
        return identity == one.pk
    code = _CODE.match(who)
    return code.group() == one.code if code else alone


def _words(line: DisposalAccused) -> str:
    return "; ".join(part for part in (line.sections, line.sentence) if part)


def _after_appeal(verdict: str, disposal: Disposal, appeals: Iterable[Appeal]) -> str:
    """An appeal names nobody by id: what it decided holds for all whom the judgment concerned."""
    convicted = verdict in _CONVICTED
    for appeal in appeals:
        if appeal.stage != "decided" or (appeal.decided_on or disposal.judgment_on) < (
            disposal.judgment_on
        ):
            continue
        if appeal.decision in (AppealDecision.REMANDED, AppealDecision.RETRIAL):
            verdict = Standing.RETRIAL
        elif appeal.decision == AppealDecision.ALLOWED:
            theirs = appeal.by_whom == AppealBy.ACCUSED
            if convicted and theirs:
                verdict = Standing.SET_ASIDE
            elif not convicted and not theirs:
                verdict = Standing.REVERSED
    return str(verdict)


def _before_court(
    one: Accused, reports: Sequence[tuple[FinalReport, Sequence[ReportAccused]]], alone: bool
) -> str:
    """A report counts once it is with the court."""
    standing = str(one.stage)
    if standing == Standing.REMOVED:
        return standing
    for report, told in reports:
        if report.stage != "transmitted":
            continue
        mine = [line for line in told if _names(one, line.accused_id, line.who, alone)]
        if any(line.sent for line in mine):
            standing = str(Standing.CHARGE_SHEETED)
        elif report.kind == "abated" and standing != Standing.CHARGE_SHEETED:
            standing = str(Standing.ABATED)
        elif mine or report.kind in _CLOSURES:
            standing = str(Standing.NOT_SENT)
    return standing
