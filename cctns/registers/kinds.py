"""What the journal says of the registers."""

from cctns.journal import kinds

from .models import (
    Body,
    Call,
    Character,
    CharacterCheck,
    Complaint,
    ComplaintReview,
    Death,
    Enquiry,
    EnquiryPermission,
    FoundPerson,
    GeneralDiaryEntry,
    Injury,
    KeyHandover,
    Lockup,
    LockupExamination,
    Meal,
    Mlc,
    Ncr,
    Panch,
    PaperRegister,
    Process,
    Property,
    PropertyItem,
    Reply,
    ServiceAttempt,
    Stranger,
    StrangerAnswer,
    Visit,
)


def register() -> None:
    kinds.register("gd", model=GeneralDiaryEntry, schema=1)
    kinds.register("complaint", model=Complaint, schema=1)
    kinds.register("complaint_review", model=ComplaintReview, schema=1)
    kinds.register("reply", model=Reply, schema=1)
    kinds.register("ncr", model=Ncr, schema=1)
    kinds.register("found", model=FoundPerson, schema=1)
    kinds.register("body", model=Body, schema=1)
    kinds.register("death", model=Death, schema=1, children={"panches": Panch})
    kinds.register("mlc", model=Mlc, schema=1, children={"injuries": Injury})
    kinds.register("enquiry", model=Enquiry, schema=1)
    kinds.register("enquiry_permission", model=EnquiryPermission, schema=1)
    kinds.register("call", model=Call, schema=1)
    kinds.register("property", model=Property, schema=1, children={"items": PropertyItem})
    kinds.register("process", model=Process, schema=1, children={"attempts": ServiceAttempt})
    kinds.register("stranger", model=Stranger, schema=1)
    kinds.register("stranger_answer", model=StrangerAnswer, schema=1)
    kinds.register("character", model=Character, schema=1, children={"checks": CharacterCheck})
    kinds.register("paper", model=PaperRegister, schema=1)
    kinds.register("keys", model=KeyHandover, schema=1)
    stays = {"meals": Meal, "examinations": LockupExamination, "visits": Visit}
    kinds.register("lockup", model=Lockup, schema=1, children=stays)
