"""Addresses of final reports, for those who answer them."""

from django.urls import path

from . import pages

urlpatterns = [
    path("reports/", pages.waiting, name="report_list"),
    path("reports/<uuid:report_id>/", pages.report, name="report"),
    path("reports/<uuid:report_id>/<slug:name>/new/", pages.answer, name="report_answer"),
]
