"""What officers of a node do by the real actions, as Python that is run there."""

from __future__ import annotations

import json
from typing import Any

from ..network import Machine

_AS = """
import json, sys
from cctns.config import bootstrap
bootstrap.setup_django("app")
from cctns.offices.models import Office, Posting
def officer(login):
    return Posting.objects.select_related("officer", "office").get(officer__username=login)
def in_charge():  # of the station; its SHO is on leave
    acting = Posting.objects.select_related("officer", "office")
    return acting.get(office__code="9902002", role="sho", charge="acting")
"""
SEEKS = """
from tests.alerts import raised
raised.in_force(officer("io.kotwali"), officer("sho.kotwali"), raised.CAR, raised.PLATE)
"""
SOUGHT = """
from cctns.alerts import queries
told = queries.notices(by=in_charge())[0]
print(json.dumps([[one.notice.title, one.silent_days] for one in told]))
"""
HANDS_OVER = """
from tests.cases.made import case_of, registered
from cctns.cases.actions import send_case
from cctns.offices import access
from django.db import transaction
sho = officer("sho.kotwali")
fir = registered(sho, kind="zero", action="transfer", outside_station="Nayaghat",
                 investigating_officer="")
with transaction.atomic():
    access.act_for(sho)
    case = case_of(fir)
sent = send_case(by=sho, case=case, to=Office.objects.get(code="9902002"))
print(json.dumps(sent.number))
"""
WAITING = """
from cctns.cases.queries import transfers_here
print(json.dumps([one.number for one in transfers_here(by=in_charge())]))
"""
TAKES_OVER = """
from cctns.cases.actions import receive_case
from cctns.cases.queries import transfers_here
sho = in_charge()
(sent,) = transfers_here(by=sho)
fir = receive_case(by=sho, transfer=sent, investigating_officer="io.nayaghat")
print(json.dumps(fir.number))
"""


def does(machine: Machine, what: str) -> Any:
    """What officers of that node do by the real actions, and what came of it."""
    said = machine.python(_AS + what)
    return json.loads(said) if said else None
