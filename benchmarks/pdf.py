"""A three-page FIR in Hindi, as the station prints it: set, stamped, and signed.

Peer: WeasyPrint setting the same words in the same typefaces; it neither stamps nor signs.
"""

from __future__ import annotations

import io
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Any

from cctns.config import bootstrap

from . import ground

_ROUNDS = {"small": 15, "full": 60}
_ACCOUNT = (
    "प्रार्थी ने थाने में उपस्थित होकर लिखित आवेदन प्रस्तुत किया कि वह अपनी दुकान बन्द करके घर जा रहा "
    "था, तभी चौराहे के पास दो व्यक्तियों ने मोटरसाइकिल से रास्ता रोककर उसका मोबाइल फ़ोन और पर्स छीन "
    "लिया। विरोध करने पर धक्का देकर गिरा दिया, जिससे कन्धे में चोट आई। राहगीरों के आने पर अभियुक्त "
    "भाग गए। प्रार्थी उनमें से एक को सामने आने पर पहचान सकता है। "
)


def run(size: str) -> ground.Result:
    home = Path(tempfile.mkdtemp(prefix="cctns-bench-"))
    os.environ.update(CCTNS_HOME=str(home), CCTNS_DATABASE_URL="")
    try:
        bootstrap.prepare_home()
        bootstrap.setup_django("app")
        ours, theirs = _compare(_ROUNDS[size])
    finally:
        shutil.rmtree(home, ignore_errors=True)
    figures = {
        "warm_ms": statistics.median(ours[1:]),
        "warm_p95_ms": sorted(ours[1:])[int(len(ours) * 0.95) - 1],
        "first_ms": ours[0],
    }
    peer: ground.Peer = {"name": _peer_name(), "value": statistics.median(theirs[1:])}
    return figures, {"warm_ms": peer}


def _compare(rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each print, in turns; words differ each time, so that nothing is kept."""
    from cctns.documents import fir, fir_paper
    from tests.documents import sample

    ours, theirs = [], []
    for number in range(rounds + 1):
        story = f"{number}. " + "\n".join(f"{number}-{n} {_ACCOUNT}" for n in range(5))
        paper = sample.paper(serial=number + 1, narrative=story)
        taken, pdf = _timed(
            lambda paper=paper: fir.pdf(
                paper,
                language="hi",
                stamp=sample.stamp(seq=4710),
                printed_at=sample.PRINTED_AT,
                by_name="Kavita Rathore",
            )
        )
        _must_have_pages(pdf, 3)
        ours.append(taken)
        form = fir_paper.form(paper, "hi")
        taken, _ = _timed(lambda form=form: _weasyprint(form))
        theirs.append(taken)
    return ours, theirs


def _timed(make: Callable[[], bytes]) -> tuple[float, bytes]:
    begun = time.perf_counter()
    made = make()
    return (time.perf_counter() - begun) * 1000, made


def _must_have_pages(pdf: bytes, wanted: int) -> None:
    from pypdf import PdfReader

    pages = len(PdfReader(io.BytesIO(pdf)).pages)
    if pages != wanted:
        raise RuntimeError(f"the FIR measured has {pages} pages, not {wanted}")


def _peer_name() -> str:
    import weasyprint

    return f"WeasyPrint {weasyprint.__version__}, neither stamped nor signed"


def _weasyprint(form: dict[str, Any]) -> bytes:
    """The same captions and words, plain HTML, fonts and style sheet kept warm as ours are."""
    import weasyprint

    page = "".join(f"<p>{escape(line)}</p>" for line in _words(form))
    made: bytes = weasyprint.HTML(string=f'<html lang="hi"><body>{page}</body></html>').write_pdf(
        stylesheets=[_style()[0]], font_config=_style()[1]
    )
    return made


def _words(value: Any) -> Iterable[str]:
    """Every string that our form is given, once each, in its order."""
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _words(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _words(one)


_kept: list[Any] = []


def _style() -> list[Any]:
    if not _kept:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration

        from cctns.documents.press import FONTS

        faces = "".join(
            f"@font-face{{font-family:'{family}';src:url('{(FONTS / file).as_uri()}')}}"
            for family, file in (
                ("Noto Sans", "NotoSans_400Regular.ttf"),
                ("Noto Sans Devanagari", "NotoSansDevanagari_400Regular.ttf"),
            )
        )
        fonts = FontConfiguration()
        rules = "@page{size:A4;margin:20mm}body{font:10pt 'Noto Sans','Noto Sans Devanagari'}"
        _kept.extend((weasyprint.CSS(string=faces + rules, font_config=fonts), fonts))
    return _kept
