"""Pages of alerts and of lookouts in force."""

from django.urls import path

from . import live, notices, pages

urlpatterns = [
    path("alerts/", pages.inbox, name="alert_inbox"),
    path("alerts/latest/", live.latest, name="alert_latest"),
    path("alerts/live/", live.live, name="alert_live"),
    path("alerts/lookouts/", notices.notices, name="alert_lookouts"),
    path("alerts/lookouts/<uuid:notice_id>/", notices.notice, name="alert_lookout"),
    path("alerts/<uuid:alert_id>/", pages.alert, name="alert_page"),
    path("alerts/<uuid:alert_id>/<slug:verb>/", pages.answer, name="alert_answer"),
]
