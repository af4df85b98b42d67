"""Pages of the FIR wizard."""

from django.urls import path

from .fir import check, known, lists, question, sections, start

urlpatterns = [
    path("firs/new/", start.start, name="fir_start"),
    path("firs/drafts/", start.drafts, name="fir_drafts"),
    path("firs/drafts/<uuid:draft_id>/", start.hub, name="fir_draft"),
    path("firs/drafts/<uuid:draft_id>/discard/", start.discard, name="fir_discard"),
    path("firs/drafts/<uuid:draft_id>/sections/", sections.sections, name="fir_sections"),
    path(
        "firs/drafts/<uuid:draft_id>/sections/<int:place>/remove/",
        sections.remove,
        name="fir_section_remove",
    ),
    path("firs/drafts/<uuid:draft_id>/check/", check.check, name="fir_check"),
    path("firs/drafts/<uuid:draft_id>/submit/", check.submit, name="fir_submit"),
    path("firs/drafts/<uuid:draft_id>/sign/", check.sign, name="fir_sign"),
    path("firs/drafts/<uuid:draft_id>/register/", check.register, name="fir_register"),
    path("firs/drafts/<uuid:draft_id>/list/<slug:slug>/", lists.listing, name="fir_list"),
    path("firs/drafts/<uuid:draft_id>/list/<slug:slug>/add/", lists.add, name="fir_add"),
    path(
        "firs/drafts/<uuid:draft_id>/list/<slug:slug>/add/<slug:kind>/", lists.add, name="fir_add"
    ),
    path(
        "firs/drafts/<uuid:draft_id>/list/<slug:slug>/<int:place>/",
        lists.change,
        name="fir_change",
    ),
    path(
        "firs/drafts/<uuid:draft_id>/list/<slug:slug>/<int:place>/remove/",
        lists.remove,
        name="fir_remove",
    ),
    path(
        "firs/drafts/<uuid:draft_id>/list/<slug:slug>/<int:place>/known/",
        known.known,
        name="fir_known",
    ),
    path("firs/drafts/<uuid:draft_id>/<slug:slug>/", question.question, name="fir_page"),
    path("firs/<uuid:fir_id>/registered/", check.registered, name="fir_registered"),
]
