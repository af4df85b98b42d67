"""Addresses of administration."""

from django.urls import path

from . import logins, offices, staff

urlpatterns = [
    path("offices/", offices.office_list, name="office_list"),
    path("offices/partner/", offices.office_open_partner, name="office_open_partner"),
    path("offices/check/", offices.office_check, name="office_check"),
    path("offices/<uuid:office_id>/", offices.office_page, name="office_page"),
    path("offices/<uuid:office_id>/open/", offices.office_open, name="office_open"),
    path("offices/<uuid:office_id>/rename/", offices.office_rename, name="office_rename"),
    path("offices/<uuid:office_id>/move/", offices.office_move, name="office_move"),
    path("offices/<uuid:office_id>/close/", offices.office_close, name="office_close"),
    path("offices/<uuid:office_id>/enrol/", staff.staff_enrol, name="staff_enrol"),
    path("offices/<uuid:office_id>/post/", staff.staff_post, name="staff_post"),
    path("staff/", staff.staff_list, name="staff_list"),
    path("staff/<uuid:posting_id>/", staff.staff_page, name="staff_page"),
    path("staff/<uuid:posting_id>/end/", staff.staff_end, name="staff_end"),
    path("staff/<uuid:posting_id>/leave/", staff.staff_leave, name="staff_leave"),
    path(
        "staff/<uuid:posting_id>/leave/<uuid:leave_id>/",
        staff.staff_leave_end,
        name="staff_leave_end",
    ),
    path("staff/<uuid:posting_id>/login/reset/", logins.login_reset, name="staff_login_reset"),
    path("staff/<uuid:posting_id>/login/close/", logins.login_close, name="staff_login_close"),
    path("staff/<uuid:posting_id>/login/many/", logins.login_many, name="staff_login_many"),
]
