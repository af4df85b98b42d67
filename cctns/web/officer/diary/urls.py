"""Addresses of the General Diary."""

from django.urls import path

from . import charge, pages

urlpatterns = [
    path("diary/", pages.today, name="gd_today"),
    path("diary/new/", pages.new, name="gd_new"),
    path("diary/charge/", charge.hand_over, name="gd_hand_over"),
    path("diary/charge/back/", charge.take_back, name="gd_take_back"),
    path("diary/<iso:day>/", pages.day_page, name="gd_day"),
    path("diary/entry/<uuid:entry_id>/correct/", pages.correct, name="gd_correct"),
]
