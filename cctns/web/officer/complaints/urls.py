"""Addresses of complaints."""

from django.urls import path

from . import desk, intake

urlpatterns = [
    path("complaints/", desk.complaint_list, name="complaint_list"),
    path("complaints/new/", intake.new, name="complaint_new"),
    path("complaints/<uuid:complaint_id>/", desk.complaint_page, name="complaint_page"),
    path("complaints/<uuid:complaint_id>/receipt/", intake.receipt, name="complaint_receipt"),
    path("complaints/<uuid:complaint_id>/enquiry/", desk.assign, name="complaint_assign"),
    path("complaints/<uuid:complaint_id>/report/", desk.report, name="complaint_report"),
    path("complaints/<uuid:complaint_id>/outcome/", desk.dispose, name="complaint_dispose"),
    path("complaints/<uuid:complaint_id>/reopen/", desk.reopen, name="complaint_reopen"),
]
