"""What the earlier forms of a case know already, put into its final report: nothing is typed twice.

CAG Odisha found the system little used for charge sheets, because all had to be typed again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from cctns.lib.clock import IST
from cctns.lib.wording import noop as gettext_noop  # a name that tools.messages looks for
from cctns.offices.codes import OfficeKind
from cctns.offices.models import Office, Posting
from cctns.people.models import Mention

from ..codes import PartyRole, PropertyClass
from ..models import (
    Accused,
    Arrest,
    Bail,
    CaseDiaryEntry,
    Party,
    Remand,
    SeizedItem,
    Seizure,
    SeizureWitness,
    Statement,
)
from ..models.link import LinkRelation
from ..models.statement import WitnessKind
from ..queries.links import linked_to
from ..queries.sections import sections_of

Line = dict[str, Any]


def known(_by: Posting, sheet: Any) -> dict[str, list[Line]]:
    """Fill the report's own fields, and give the first lines of its lists."""
    of_the_case(sheet)
    forms = Forms(sheet)
    sheet.sections = forms.sections
    sheet.officers = "\n".join(forms.officers)
    sheet.complainant = "\n".join(who(one) for one in forms.told(PartyRole.COMPLAINANT))
    sheet.linked_cases = "\n".join(_linked(sheet))
    sheet.facts = sheet.case.fir.narrative
    accused = any(one.stage != "removed" for one in forms.accused) or forms.named
    sheet.kind = "charge_sheet" if accused else "undetected"
    sheet.court_id, sheet.prosecution_id = _only(sheet)
    if forms.further:
        sheet.part, sheet.facts = "supplementary", forms.further.reason
        sheet.court_id = forms.further.first_report.court_id
    return {
        "accused_lines": list(_accused(forms)),
        "witnesses": list(_witnesses(forms)),
        "documents": list(_documents(forms)),
        "articles": list(_articles(forms)),
        "devices": list(_devices(forms)),
    }


class Forms:
    """The forms of a case that its report is made from; each register is asked once."""

    def __init__(self, sheet: Any) -> None:
        self.case, self.further = sheet.case, sheet.further
        self.files: list[UUID] = sheet.case.files
        self.parties: list[Party] = list(sheet.case.fir.parties.all())
        self.sections = ", ".join(str(one) for one in sections_of(sheet.case))

    def told(self, role: PartyRole) -> list[Party]:
        return [one for one in self.parties if one.role == role]

    @property
    def named(self) -> list[Party]:
        """The accused whom the FIR names."""
        return [one for one in self.told(PartyRole.ACCUSED) if one.name]

    @cached_property
    def accused(self) -> list[Accused]:
        return list(Accused.objects.filter(case=self.case).order_by("code"))

    @cached_property
    def arrests(self) -> list[Arrest]:
        found = Arrest.objects.filter(case__in=self.files).select_related("accused")
        return list(found.order_by("id"))

    @cached_property
    def officers(self) -> list[str]:
        """Whoever wrote diary or arrest, then who investigates now; each once."""
        diary = CaseDiaryEntry.objects.filter(case__in=self.files).order_by("id")
        names = list(diary.values_list("officer_name", flat=True))
        names += [one.officer_name for one in self.arrests]
        now = self.case.investigating_officer
        if now is not None:
            names.append(f"{now.name}, {now.rank} {now.username}")
        return list(dict.fromkeys(names))

    @cached_property
    def items(self) -> list[SeizedItem]:
        found = SeizedItem.objects.filter(
            **self.new("seizure__"), seizure__case__in=self.files
        ).select_related("seizure")
        return list(found.order_by("seizure_id", "ordinal"))

    def new(self, path: str = "") -> dict[str, Any]:
        """Only what was written since the further investigation began, when one goes on."""
        return {f"{path}recorded_at__gte": self.further.recorded_at} if self.further else {}


def of_the_case(sheet: Any) -> None:
    """Items 1 and 2, never typed."""
    fir, office = sheet.case.fir, sheet.case.office
    day = fir.registered_at.astimezone(IST)
    sheet.fir_id = fir.pk
    sheet.fir_told = f"{fir.number}, {day:%d/%m/%Y}"
    district = office.district.name if office.district else ""
    sheet.station_told = _joined(office.name, district)


def _linked(sheet: Any) -> Iterator[str]:
    """The cases that go to court with this one, and its counter cases."""
    for one in linked_to(sheet.case.fir_id):
        words = _(_LINKED[one.relation])
        yield f"{words}: FIR {one.told}"


_LINKED = {
    "main": gettext_noop("Clubbed with this case"),
    LinkRelation.CLUBBED_UNDER: gettext_noop("Clubbed under"),
    LinkRelation.COUNTER: gettext_noop("Counter case"),
    LinkRelation.SAME_TRANSACTION: gettext_noop("Case of the same transaction"),
}


def _only(sheet: Any) -> list[UUID | None]:
    """The State's court and its prosecution office, each when there is but one to choose."""
    kinds = (OfficeKind.COURT, OfficeKind.PROSECUTION)
    offices = Office.objects.filter(state=sheet.state, kind__in=kinds, closed_on=None)
    found = list(offices.values_list("kind", "pk"))
    of_kind = ([pk for one, pk in found if one == kind] for kind in kinds)
    return [one[0] if len(one) == 1 else None for one in of_kind]


def who(person: Mention) -> str:
    """Name, relative, age and address in one line, as lists of court papers have it."""
    relative = ""
    if person.relative_name:
        relation = person.get_relation_display()
        relative = f"{relation}: {person.relative_name}"
    age = str(person.age) if person.age is not None else ""
    return _joined(person.name, relative, age, person.address, person.mobile)


def _accused(forms: Forms) -> Iterator[Line]:
    """Items 10 and 11: those with a form, then those whom only the FIR names."""
    custody = _custody(forms)
    for one in forms.accused:
        sent = one.stage != "removed"
        yield {
            "who": f"{one.code} {who(one)}",
            "sent": sent,
            "sections": forms.sections if sent else "",
            "custody": "; ".join(custody[_first(one)]),
            "reason": one.reason if not sent else "",
        }
    seen = {one.pk for one in forms.accused}
    for party in forms.named:
        if party.pk not in seen:
            yield {"who": f"{party.code} {who(party)}", "sent": False, "reason": ""}


def _custody(forms: Forms) -> dict[UUID, list[str]]:
    """By accused, what happened to them in order: arrests, remands, bail."""
    told: dict[UUID, list[str]] = defaultdict(list)
    for arrest in sorted(forms.arrests, key=lambda one: one.happened_at):
        at = arrest.happened_at.astimezone(IST)
        told[_first(arrest.accused)].append(f"{arrest.get_kind_display()} {at:%d/%m/%Y %H:%M}")
    for remand in _remands(forms.files):
        told[_first(remand.accused)].append(
            f"{remand.get_kind_display()} {remand.from_day:%d/%m/%Y}–{remand.to_day:%d/%m/%Y}"
        )
    for bail in _bails(forms.files):
        at = bail.happened_at.astimezone(IST)
        told[_first(bail.accused)].append(
            f"{bail.get_kind_display()} {at:%d/%m/%Y}, {bail.court_name}"
        )
    return told


def _first(accused: Accused) -> UUID:
    """The id under which an accused entered the case, at whichever station."""
    return accused.earlier_id or accused.pk


def _remands(files: list[UUID]) -> QuerySet[Remand]:
    found = Remand.objects.filter(case__in=files, stage="ordered").select_related("accused")
    return found.order_by("from_day")


def _bails(files: list[UUID]) -> QuerySet[Bail]:
    found = Bail.objects.filter(case__in=files, granted=True).select_related("accused")
    return found.order_by("happened_at")


def _witnesses(forms: Forms) -> Iterator[Line]:
    """Complainant, the injured, those of the FIR, and the officers, who come last."""
    for role, proves in _PROVES:
        for one in forms.told(role):
            yield {"who": who(one), "proves": _(proves)}
    heard = Statement.objects.filter(**forms.new(), case__in=forms.files).order_by("id")
    for said in heard.exclude(witness_kind__in=_OF_FIR):
        yield {"who": who(said), "proves": str(said.get_witness_kind_display())}
    present = SeizureWitness.objects.filter(
        **forms.new("seizure__"), seizure__case__in=forms.files
    ).select_related("seizure")
    for panch in present.order_by("seizure_id", "ordinal"):
        age = str(panch.age or "")
        told = _joined(panch.name, panch.relative_name, age, panch.address)
        yield {"who": told, "proves": _joined(_("Search or seizure"), panch.seizure.number)}
    for name in forms.officers:
        yield {"who": name, "proves": _("The investigation")}


_PROVES = (
    (PartyRole.COMPLAINANT, gettext_noop("The first information")),
    (PartyRole.VICTIM, gettext_noop("The offence")),
    (PartyRole.WITNESS, gettext_noop("What they saw")),
)


# Those who told the police so at the start stand in the report already.
_OF_FIR = (WitnessKind.COMPLAINANT, WitnessKind.INJURED)


def _documents(forms: Forms) -> Iterator[Line]:
    fir, further = forms.case.fir, forms.further
    if further:
        what = _("Report %(number)s, with its documents") % {"number": further.first_report.number}
        yield {"what": what, "marked_by": further.first_report.officer_name}
    yield {"what": f"IIF-I {fir.number}", "marked_by": fir.officer_name}
    for arrest in forms.arrests:
        if not further or arrest.recorded_at >= further.recorded_at:
            what = f"IIF-III {arrest.number}, {arrest.accused}"
            yield {"what": what, "marked_by": arrest.officer_name}
    for seizure in Seizure.objects.filter(**forms.new(), case__in=forms.files).order_by("id"):
        what = f"IIF-IV {seizure.number}, {seizure.place}"
        yield {"what": what, "marked_by": seizure.officer_name}


def _articles(forms: Forms) -> Iterator[Line]:
    """Items 9 and 12: what was seized lies in the property room until somebody says otherwise."""
    for item in forms.items:
        yield {
            "what": _joined(item.description, item.quantity, item.identification, item.packet),
            "taken_from": _joined(item.seizure.name, item.seizure.place),
            "lies": _joined(_("Property room"), item.register_number),
        }


_DEVICES = (PropertyClass.PHONE, PropertyClass.ELECTRICAL)


def _devices(forms: Forms) -> Iterator[Line]:
    """BNSS 193(3)(i): who held each electronic device, from its seizure on."""
    for item in forms.items:
        if item.property_class in _DEVICES:
            at = item.seizure.happened_at.astimezone(IST)
            yield {
                "device": _joined(item.description, item.identification),
                "held_by": item.seizure.officer_name,
                "since": f"{at:%d/%m/%Y %H:%M}",
            }


def _joined(*parts: str) -> str:
    return ", ".join(one for one in parts if one)
