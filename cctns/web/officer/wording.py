"""Acts in plain words, for whoever audits: what was refused, and what was changed."""

from __future__ import annotations

from django.utils.translation import gettext

from cctns.lib.wording import noop as _

# Acts of offices.matrix, and those that signing in keeps.
ACTS = {
    "sign_in": _("Sign in"),
    "session.go_on": _("Go on with a session"),
    "session.second": _("Sign in at a second terminal"),
    "gd.write": _("Write in the General Diary"),
    "gd.read": _("Read the General Diary"),
    "complaint.receive": _("Receive a complaint"),
    "complaint.forward": _("Forward a complaint"),
    "complaint.view": _("See complaints"),
    "complaint.assign": _("Name an enquiry officer"),
    "complaint.dispose": _("Dispose of a complaint"),
    "complaint.review": _("Ask a petitioner"),
    "register.enter": _("Make an entry in a register"),
    "register.decide": _("Decide on an entry of a register"),
    "register.view": _("See the registers"),
    "character.keep": _("Keep the sheets of bad characters"),
    "character.view": _("See the sheets of bad characters"),
    "fir.draft": _("Draft an FIR"),
    "fir.register": _("Register an FIR"),
    "fir.copy": _("Give the copy of an FIR"),
    "fir.dispatch": _("Send an FIR to court"),
    "fir.order_registration": _("Order the registration of an FIR"),
    "fir.mark_sensitive": _("Mark an FIR sensitive"),
    "fir.note_erratum": _("Note an error in an FIR"),
    "enquiry.ask": _("Ask for a preliminary enquiry"),
    "enquiry.permit": _("Permit a preliminary enquiry"),
    "case.view": _("Open a case"),
    "case.search": _("Search cases"),
    "person.search": _("Search beyond the own jurisdiction"),
    "case.statistics": _("See statistics"),
    "case.export": _("Export cases"),
    "case.import": _("Bring in old FIRs"),
    "case.assign_io": _("Name the investigating officer"),
    "case.propose_transfer": _("Propose the transfer of a case"),
    "case.transfer": _("Transfer a case"),
    "case.investigate": _("Write the forms of an investigation"),
    "case_diary.write": _("Write the case diary"),
    "case_diary.note": _("Note in the case diary"),
    "lookout.view": _("See lookouts and sightings"),
    "lookout.raise": _("Raise a lookout"),
    "lookout.check": _("Check a lookout"),
    "sighting.enter": _("Enter a sighting"),
    "alert.view": _("See alerts"),
    "alert.answer": _("Answer an alert"),
    "alert.confirm": _("Confirm or exclude a hit"),
    "arrest.draft": _("Draft an arrest memo"),
    "arrest.record": _("Record an arrest"),
    "arrest.ask_permit": _("Ask permission to arrest"),
    "arrest.permit": _("Permit an arrest"),
    "charge_sheet.draft": _("Draft a charge sheet"),
    "charge_sheet.submit": _("Submit a charge sheet"),
    "charge_sheet.forward": _("Forward a charge sheet"),
    "charge_sheet.approve": _("Approve a charge sheet"),
    "charge_sheet.vet": _("Vet a charge sheet"),
    "final_report.propose": _("Propose a final report"),
    "final_report.forward": _("Forward a final report"),
    "final_report.approve": _("Approve a final report"),
    "final_report.vet": _("Vet a final report"),
    "record.seal": _("Seal a record"),
    "identity.propose": _("Suggest that two persons are one"),
    "identity.confirm": _("Judge whether two persons are one"),
    "malkhana.move": _("Move property of the malkhana"),
    "malkhana.verify": _("Verify the malkhana"),
    "malkhana.inspect": _("Inspect the malkhana"),
    "court.order": _("Record an order of court"),
    "custody.record": _("Record custody in prison"),
    "exhibit.receive": _("Receive an exhibit"),
    "exhibit.report": _("Report on an exhibit"),
    "staff.view": _("See who is posted"),
    "office.administer": _("Administer offices"),
    "posting.administer": _("Administer postings"),
    "leave.grant": _("Grant leave"),
    "leave.suspend": _("Suspend an officer"),
    "charge.hand_over": _("Hand over charge"),
    "charge.take": _("Take back charge"),
    "lookup.view": _("See who looked at one's records"),
    "lookup.review": _("Review look-ups"),
    "access.audit": _("Audit"),
    "journal.verify": _("Verify the journal"),
    "network.view": _("See the lines to other nodes"),
    "network.manage": _("Cut or heal a line to another node"),
}

# Actions that offices.changes keeps.
CHANGES = {
    "found": _("State founded"),
    "found_demo": _("Demo State built"),
    "join_practice": _("Entered the practice station"),
    "open_office": _("Office opened"),
    "rename_office": _("Office renamed"),
    "close_office": _("Office closed"),
    "supervise": _("Put under a supervisor"),
    "end_supervision": _("Supervision ended"),
    "enrol_officer": _("Officer enrolled"),
    "post_officer": _("Officer posted"),
    "end_posting": _("Posting ended"),
    "grant_leave": _("Leave granted"),
    "end_leave": _("Leave ended"),
    "hand_over_charge": _("Charge handed over"),
    "take_charge": _("Charge taken back"),
    "reset_login": _("Login reset"),
    "cut_line": _("Line cut"),
    "heal_line": _("Line opened again"),
    "close_account": _("Account closed"),
    "allow_many_sessions": _("Number of terminals changed"),
}


def act(code: str) -> str:
    """An act in the page's language; the code itself when nobody has put it into words."""
    return gettext(ACTS[code]) if code in ACTS else code


def change(code: str) -> str:
    return gettext(CHANGES[code]) if code in CHANGES else code
