"""Pages of a case, and papers as PDF."""

from django.urls import path

from .case import bundle, clocks, handover, investigation, page, papers, steps, timeline, transfer

urlpatterns = [
    path("firs/<uuid:fir_id>/", page.summary, name="case"),
    path("firs/<uuid:fir_id>/clocks/", clocks.clocks, name="case_clocks"),
    path("handover/", handover.choose, name="handover_choose"),
    path("handover/<str:number>/", handover.pack, name="handover"),
    path("firs/<uuid:fir_id>/persons/", page.people, name="case_people"),
    path("firs/<uuid:fir_id>/property/", page.things, name="case_property"),
    path(
        "firs/<uuid:fir_id>/investigation/",
        investigation.investigation,
        name="case_investigation",
    ),
    path(
        "firs/<uuid:fir_id>/investigation/<slug:name>/new/",
        investigation.new,
        name="case_sheet_new",
    ),
    path("firs/<uuid:fir_id>/papers/", page.papers, name="case_papers"),
    path("firs/<uuid:fir_id>/papers/together/", bundle.bundle, name="case_bundle"),
    path("firs/<uuid:fir_id>/timeline/", timeline.timeline, name="case_timeline"),
    path("firs/<uuid:fir_id>/copy/", steps.copy, name="case_copy"),
    path("firs/<uuid:fir_id>/dispatch/", steps.dispatch, name="case_dispatch"),
    path("firs/<uuid:fir_id>/officer/", steps.officer, name="case_officer"),
    path("firs/<uuid:fir_id>/sensitive/", steps.sensitive, name="case_sensitive"),
    path("firs/<uuid:fir_id>/transfer/", transfer.send, name="case_transfer"),
    path("firs/<uuid:fir_id>/take-up/", transfer.take_up, name="case_take_up"),
    path("transfers/<uuid:transfer_id>/", transfer.answer, name="transfer"),
    path("firs/<uuid:fir_id>/fir.pdf", papers.fir, name="fir_pdf"),
    path("diary/<str:day>/page.pdf", papers.diary_day, name="gd_day_pdf"),
    path(
        "complaints/<uuid:complaint_id>/receipt.pdf", papers.receipt, name="complaint_receipt_pdf"
    ),
]
