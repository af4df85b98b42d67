"""Which role may do which act, and how far: the table that default deny opens.

Scopes: "own" is the posting's office; "below" is every office it supervises, itself included.
Where the law wants more than a role (the designated investigating officer for the case diary and
the charge sheet), the app of that record asks for it besides.
"""

from .codes import Role

OWN, BELOW = "own", "below"

Row = dict[Role, str]

_CONSTABLE: Row = {Role.CONSTABLE: OWN}
_INVESTIGATORS: Row = dict.fromkeys((Role.IO, Role.SHO), OWN)
_STATION: Row = {Role.DUTY_OFFICER: OWN, **_INVESTIGATORS}
_SUPERVISORS: Row = dict.fromkeys((Role.SDPO, Role.SP), BELOW)
_RECORDS: Row = dict.fromkeys((Role.DCRB, Role.SCRB, Role.NCRB), BELOW)
_SHO: Row = {Role.SHO: OWN}

_REGISTERS: dict[str, Row] = {
    "gd.write": {**_CONSTABLE, **_STATION},
    "gd.read": {**_CONSTABLE, **_STATION, **_SUPERVISORS},
    "complaint.receive": _STATION,
    "complaint.forward": dict.fromkeys((Role.SDPO, Role.SP, Role.COURT), OWN),
    "complaint.view": {**_STATION, **_SUPERVISORS},
    "complaint.assign": _SHO,
    "complaint.dispose": _SHO,
    "complaint.review": _SUPERVISORS,
    "register.enter": _STATION,
    "register.decide": _SHO,
    "register.view": {**_CONSTABLE, **_STATION, **_SUPERVISORS},
    "character.keep": _SHO,
    "character.view": {**_SHO, **_SUPERVISORS},
}

_FIR: dict[str, Row] = {
    "fir.draft": _STATION,
    "fir.register": _SHO,
    "fir.copy": _STATION,
    "fir.dispatch": _STATION,
    "fir.order_registration": {Role.SP: BELOW},
    "fir.mark_sensitive": _SUPERVISORS,
    "fir.note_erratum": {**_SHO, Role.SDPO: BELOW},
    "enquiry.ask": _INVESTIGATORS,
    "enquiry.permit": _SUPERVISORS,
}

_CASE: dict[str, Row] = {
    "case.view": {**_CONSTABLE, **_STATION, **_SUPERVISORS, Role.NCRB: BELOW},
    "case.search": {**_STATION, **_SUPERVISORS, **_RECORDS},
    "person.search": {**_STATION, **_SUPERVISORS, **_RECORDS},
    "case.statistics": {**_SHO, **_SUPERVISORS, **_RECORDS},
    "case.import": dict.fromkeys((Role.DCRB, Role.SCRB), BELOW),
    "case.export": {**_SHO, **_SUPERVISORS, **_RECORDS},
    "case.assign_io": {**_SHO, **_SUPERVISORS},
    "case.propose_transfer": _SHO,
    "case.transfer": {**_SUPERVISORS, Role.SCRB: BELOW},
    "case.investigate": _INVESTIGATORS,
    "case_diary.write": _INVESTIGATORS,
    "case_diary.note": _SUPERVISORS,
    "arrest.draft": {**_CONSTABLE, **_STATION},
    "arrest.record": _INVESTIGATORS,
    "arrest.ask_permit": _INVESTIGATORS,
    "arrest.permit": _SUPERVISORS,
    "charge_sheet.draft": {Role.DUTY_OFFICER: OWN, Role.IO: OWN},
    "charge_sheet.submit": {Role.IO: OWN},
    "charge_sheet.forward": _SHO,
    "charge_sheet.approve": _SUPERVISORS,
    "charge_sheet.vet": {Role.PROSECUTOR: OWN},
    "final_report.propose": {Role.IO: OWN},
    "final_report.forward": _SHO,
    "final_report.approve": _SUPERVISORS,
    "final_report.vet": {Role.PROSECUTOR: OWN},
    "record.seal": dict.fromkeys((Role.SP, Role.SCRB, Role.NCRB), BELOW),
    "identity.propose": {**_INVESTIGATORS, **_RECORDS},
    "identity.confirm": _RECORDS,
    "lookout.view": {**_CONSTABLE, **_STATION, **_SUPERVISORS, **_RECORDS},
    "lookout.raise": {**_STATION, **dict.fromkeys((*_SUPERVISORS, *_RECORDS), OWN)},
    "lookout.check": {**_INVESTIGATORS, **_SUPERVISORS, **_RECORDS},
    "sighting.enter": {**_CONSTABLE, **_STATION},
    "alert.view": {**_STATION, **_SUPERVISORS, **_RECORDS},
    "alert.answer": {**_STATION, **dict.fromkeys((*_SUPERVISORS, *_RECORDS), OWN)},
    "alert.confirm": {**_INVESTIGATORS, **dict.fromkeys((*_SUPERVISORS, *_RECORDS), OWN)},
    "malkhana.move": {Role.DUTY_OFFICER: OWN, Role.IO: OWN},
    "malkhana.verify": _SHO,
    "malkhana.inspect": _SUPERVISORS,
}

_PARTNERS: dict[str, Row] = {
    "court.order": {Role.COURT: OWN},
    "custody.record": {Role.JAIL: OWN},
    "exhibit.receive": {Role.FSL: OWN},
    "exhibit.report": {Role.FSL: OWN},
}

_OFFICE: dict[str, Row] = {
    "staff.view": {
        **dict.fromkeys(Role, OWN),
        **_SUPERVISORS,
        **dict.fromkeys((Role.NODE_ADMIN, Role.AUDITOR), BELOW),
    },
    "office.administer": {Role.NODE_ADMIN: BELOW},
    "posting.administer": {Role.NODE_ADMIN: BELOW},
    "leave.grant": {**_SHO, **_SUPERVISORS, Role.NODE_ADMIN: BELOW},
    "leave.suspend": {Role.SP: BELOW, Role.NODE_ADMIN: BELOW},
    "charge.hand_over": {**_SHO, **_SUPERVISORS},
    "charge.take": {**_SHO, **_SUPERVISORS},
    "lookup.view": {**_SHO, **_SUPERVISORS, Role.AUDITOR: BELOW},
    "lookup.review": _SUPERVISORS,
    "access.audit": {Role.AUDITOR: BELOW, Role.SP: BELOW},
    "journal.verify": {Role.AUDITOR: BELOW, Role.NODE_ADMIN: BELOW, **_SHO},
    "network.view": {
        **_SHO,
        **_SUPERVISORS,
        **_RECORDS,
        **dict.fromkeys((Role.NODE_ADMIN, Role.AUDITOR), BELOW),
    },
    "network.manage": {Role.NODE_ADMIN: BELOW},
}

MATRIX: dict[str, Row] = {**_REGISTERS, **_FIR, **_CASE, **_PARTNERS, **_OFFICE}

# Preliminary enquiry (BNSS 173(3)), arrest of the infirm (BNSS 35(7)), sensitive FIRs (Youth Bar
# Association (2016) 9 SCC 473): whoever heads a circle or sub-division must also have the rank.
FROM_DYSP = frozenset({"enquiry.permit", "arrest.permit", "fir.mark_sensitive"})

# "Officer in charge of a police station" (BNSS 2(1)): while an acting officer holds the charge,
# the substantive one waits to take it back.
IN_CHARGE = frozenset(
    {
        "fir.register",
        "complaint.assign",
        "complaint.dispose",
        "register.decide",
        "case.assign_io",
        "case.propose_transfer",
        "charge_sheet.forward",
        "final_report.forward",
        "malkhana.verify",
        "leave.grant",
        "charge.hand_over",
    }
)
