"""Non-cognizable reports (BNSS 174): record, refer the informant, report fortnightly, convert."""

from __future__ import annotations

from cctns.lib.wording import noop as _

from ..book import Book, Paper, Part, Step
from ..codes import GdKind
from ..models import Ncr
from .paper import FROM_PAPER, paper_problems
from .parts import ADDRESS, PERSON, fir_number_problems

LAW = "BNSS 174"
_OPEN = ("recorded", "referred", "ordered")


_INFORMATION = Part(
    _("The information"), ("happened_at", "place", "substance", "offence", "against")
)

NCR = Book(
    name="ncr",
    title=_("Non-cognizable reports"),
    one=_("Non-cognizable report"),
    model=Ncr,
    view="register.view",
    columns=("name", "offence", "happened_at", "stage"),
    enter=Step(
        name="enter",
        event="ncr.recorded",
        act="register.enter",
        title=_("Record a non-cognizable report"),
        told=_("The report is recorded"),
        stage="recorded",
        law=LAW,
        parts=(_INFORMATION, PERSON, ADDRESS, FROM_PAPER),
        wants=("name", "place", "substance", "offence"),
        rule=paper_problems,
        diary=GdKind.NCR,
        tells="NCR {number} recorded under {offence}, {place}",
    ),
    steps=(
        Step(
            name="refer",
            event="ncr.referred",
            act="register.enter",
            title=_("Refer the informant to the Magistrate"),
            told=_("The informant is referred"),
            start=("recorded",),
            stage="referred",
            law="BNSS 174(1)",
            parts=(Part("", ("court_name", "referred_at")),),
            wants=("court_name", "referred_at"),
            diary=GdKind.NCR,
            tells="NCR {number}: informant referred to {court_name}",
        ),
        Step(
            name="order",
            event="ncr.ordered",
            act="register.decide",
            title=_("Enter the Magistrate's order to investigate"),
            told=_("The order is entered"),
            start=("recorded", "referred"),
            stage="ordered",
            law="BNSS 174(2)",
            parts=(Part("", ("court_name", "order_number")),),
            wants=("court_name", "order_number"),
            diary=GdKind.NCR,
            tells="NCR {number}: {court_name} ordered investigation, {order_number}",
        ),
        Step(
            name="report",
            event="ncr.reported",
            act="register.enter",
            title=_("Enter the fortnightly diary sent to the Magistrate"),
            told=_("It is entered"),
            start=(*_OPEN, "converted", "closed"),
            stage="",
            law="BNSS 174(1)",
            parts=(Part("", ("court_name", "reported_at")),),
            wants=("court_name", "reported_at"),
            diary=GdKind.NCR,
            tells="NCR {number}: in the fortnightly diary to {court_name}",
        ),
        Step(
            name="convert",
            event="ncr.converted",
            act="register.decide",
            title=_("Enter the FIR that this report became"),
            told=_("The report is converted"),
            start=_OPEN,
            stage="converted",
            law="BNSS 173(1), 174",
            parts=(Part("", ("fir_number", "end_reason")),),
            wants=("fir_number", "end_reason"),
            rule=fir_number_problems,
            diary=GdKind.NCR,
            tells="NCR {number} converted to FIR {fir_number}",
        ),
        Step(
            name="close",
            event="ncr.closed",
            act="register.decide",
            title=_("Close the report"),
            told=_("The report is closed"),
            start=_OPEN,
            stage="closed",
            law=LAW,
            parts=(Part("", ("end_reason",)),),
            wants=("end_reason",),
            diary=GdKind.NCR,
            tells="NCR {number} closed",
        ),
    ),
    papers=(
        Paper(
            "report",
            _("Non-cognizable report"),
            LAW,
            parts=(_INFORMATION, PERSON, ADDRESS),
            signatures=(_("Informant's signature or thumb impression"), _("Officer in charge")),
        ),
        Paper(
            "referral",
            _("Referral of the informant to the Magistrate"),
            "BNSS 174(1)",
            text=_(
                "The information of {name} discloses a non-cognizable offence under {offence}. Its"
                " substance is entered in the register as number {number}. The informant is"
                " referred to {court_name}. No police officer may investigate it without the order"
                " of a Magistrate who has power to try or commit the case."
            ),
            signatures=(_("Officer in charge"),),
        ),
        Paper(
            "diary",
            _("Fortnightly diary of a non-cognizable report"),
            "BNSS 174(1)",
            parts=(_INFORMATION, PERSON),
            text=_("Forwarded to {court_name} with the diary of the fortnight, on {reported_at}."),
            signatures=(_("Officer in charge"),),
        ),
    ),
)
