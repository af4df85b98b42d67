"""What the forms of a scene ask alike: its recording, its witnesses, times in their order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from cctns.lib.wording import noop as _
from cctns.registers.book import Part
from cctns.registers.rules import Problem

from . import gate

RECORDING = Part(_("Audio-video recording"), ("recording", "no_recording", "no_recording_detail"))
RECORDING_LAW = "BNSS 105"


def recording_problems(sheet: Any) -> Iterator[Problem]:
    """BNSS 105: the recording's id, or a coded reason; "other" says what."""
    if not sheet.recording and not sheet.no_recording:
        yield Problem(
            "recording", _("Give the recording's id, or why there is none"), RECORDING_LAW
        )
    if sheet.no_recording == "other" and not sheet.no_recording_detail:
        yield Problem("no_recording_detail", _("Say why there is no recording"), RECORDING_LAW)


def before_fir_problems(sheet: Any, law: str) -> Iterator[Problem]:
    """CAG Odisha: seizures recorded before their FIR; only with the diary's reference."""
    if gate.before_fir(sheet) and not sheet.before_fir_reason:
        yield Problem("before_fir_reason", _("This is earlier than the FIR: say why"), law)


def later_problems(
    sheet: Any, names: tuple[str, ...], now: datetime, law: str
) -> Iterator[Problem]:
    """Each of these times is not before the form's own, nor in the future."""
    for name in names:
        moment = getattr(sheet, name)
        if moment and sheet.happened_at and not sheet.happened_at <= moment <= now:
            yield Problem(name, _("This time is too early, or in the future"), law)
