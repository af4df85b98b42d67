"""An invented FIR, its persons and property, as rows that were never saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from cctns.cases.codes import Withheld
from cctns.cases.models import Case, Fir, FirProperty, FirSection, Party, PartyPaper
from cctns.documents.fir_paper import FirPaper
from cctns.documents.stamp import Stamp
from cctns.offices.models import District, Office, State
from cctns.people.codes import PaperKind, Relation, Sex
from cctns.registers.models import GeneralDiaryEntry

PRINTED_AT = datetime(2026, 11, 24, 12, 35, tzinfo=UTC)
RECEIVED = datetime(2026, 6, 12, 12, 0, tzinfo=UTC)
ACCOUNT_HI = (
    "प्रार्थिनी ने थाने में उपस्थित होकर बताया कि दिनांक 12/06/2026 को शाम लगभग पाँच बजे वह "
    "विद्यालय से लौट रही थी। चौराहे के पास दो अज्ञात व्यक्ति काले रंग की मोटरसाइकिल पर आए और उसके "
    "गले से सोने की श्रृंखला छीनकर तेज़ी से उत्तर दिशा में भाग गए। पीछे बैठे व्यक्ति ने धक्का दिया, "
    "जिससे उसके दाहिने घुटने में चोट आई। आसपास के दुकानदारों ने घटना देखी।"
)
HOSTILE = (
    '#import "x" ] $ \\ *b* _i_ `c` <label> @ref // no comment /* nor */ #panic("x") = no heading'
)


def state() -> State:
    return State(code=98, name="Demo Pradesh", name_hi="डेमो प्रदेश", iso="IN-XX", vehicle_code="DX")


def office() -> Office:
    district = District(code=9801, name="Rampur East", name_hi="रामपुर पूर्व", state=state())
    return Office(
        name="Civil Lines", name_hi="सिविल लाइन्स", code="1203", state=state(), district=district
    )


def fir(**changes: Any) -> Fir:
    station = office()
    entry = GeneralDiaryEntry(period="2026-06-12", serial=17, recorded_at=RECEIVED)
    told: dict[str, Any] = {
        "kind": "ordinary",
        "series": "fir",
        "year": 2026,
        "serial": 142,
        "registered_at": RECEIVED + timedelta(minutes=40),
        "occurred_from": RECEIVED - timedelta(minutes=30),
        "occurred_to": RECEIVED - timedelta(minutes=25),
        "received_at": RECEIVED,
        "gd_recorded_at": RECEIVED,
        "information": "oral",
        "direction": "NE",
        "distance_km": Decimal("1.50"),
        "beat": "4",
        "place": "Crossing near the girls' school",
        "street": "Station Road",
        "village": "Rampur",
        "property_value": Decimal("125000"),
        "narrative": "\n".join([ACCOUNT_HI] * 3),
        "action": "direct",
        "io_name": "Sunil Yadav",
        "io_rank": "SI",
        "io_number": "DX-2231",
        "read_over": True,
        "attestation": "signature",
        "officer_name": "Kavita Rathore",
        "officer_rank": "Inspector",
        "officer_number": "DX-1107",
        "woman_officer": "ASI Meena Devi",
        **changes,
    }
    return Fir(office=station, state=98, gd_entry=entry, **told)


def complainant(**changes: Any) -> Party:
    told: dict[str, Any] = {
        "name": "सुनीता शर्मा",
        "relation": Relation.HUSBAND,
        "relative_name": "राजेन्द्र शर्मा",
        "sex": Sex.FEMALE,
        "birth_year": 1988,
        "nationality": "Indian",
        "occupation": "Teacher",
        "house": "14/2",
        "street": "Gandhi Marg",
        "village": "Rampur",
        "pin": "999001",
        "mobile": "9000000001",
        "also_victim": True,
        "ordinal": 1,
        **changes,
    }
    return Party(role="complainant", **told)


def accused(**changes: Any) -> Party:
    told: dict[str, Any] = {
        "ordinal": 2,
        "code": "A1",
        "knowledge": "unknown",
        "unknown_count": 2,
        "features": {"build": "thin", "height_cm": 170, "scar": "left cheek"},
        **changes,
    }
    return Party(role="accused", **told)


def withheld(one: Party) -> Party:
    """As cases.masking leaves a person: the reason for a name, and nothing to know them by."""
    reason = Withheld.VICTIM
    return Party(
        id=one.id, role=one.role, ordinal=one.ordinal, withheld=reason, name=str(reason.label)
    )


def paper(*, persons: tuple[Party, ...] = (), **changes: Any) -> FirPaper:
    one = fir(**changes)
    told = persons or (complainant(), accused())
    return FirPaper(
        fir=one,
        case=Case(fir=one, office=one.office, status="investigation"),
        persons=told,
        sections=[
            FirSection(act="BNS", number="304(2)"),
            FirSection(act="BNS", number="3(5)", read_with=True),
        ],
        things=[
            FirProperty(
                property_class="jewellery",
                description="Gold chain, twisted",
                value=Decimal("125000"),
                particulars={"metal": "gold", "weight_g": "18.5"},
            )
        ],
        papers={
            told[0].id: [PartyPaper(kind=PaperKind.VOTER, last4="7781", issued_on=date(2014, 2, 1))]
        },
    )


def stamp(**changes: Any) -> Stamp:
    one = Stamp(
        origin="cctns.in/node",
        paper="fir",
        station="98-1203",
        office="01890a5d-ac96-774b-bcce-b302099a8057",
        epoch=1,
        seq=4710,
        size=4711,
        root="ab" * 32,
        record="01890a5d-ac96-774b-bcce-b302099a8058",
        version=1,
        leaf="cd" * 32,
        digest="ef" * 32,
    )
    return replace(one, **changes)
