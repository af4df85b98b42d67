"""The officers' pages."""

from django.urls import include, path

from .. import converters as converters  # makes days readable in addresses
from . import audit, home, network, practice, room

urlpatterns = [
    path("", home.home, name="home"),
    path("", include("cctns.web.officer.diary.urls")),
    path("", include("cctns.web.officer.complaints.urls")),
    path("", include("cctns.web.officer.books.urls")),
    path("", include("cctns.web.officer.reports.urls")),
    path("", include("cctns.web.officer.figures.urls")),
    path("", include("cctns.web.officer.urls_fir")),
    path("", include("cctns.web.officer.urls_case")),
    path("", include("cctns.web.officer.urls_find")),
    path("", include("cctns.web.officer.identity.urls")),
    path("", include("cctns.web.officer.alerts.urls")),
    path("", include("cctns.web.officer.administration.urls")),
    path("property-room/", room.property_room, name="property_room"),
    path("hearings/", room.days_in_court, name="days_in_court"),
    path("practice/", practice.lessons, name="lessons"),
    path("practice/join/", practice.join, name="practice_join"),
    path("practice/progress/", practice.progress, name="practice_progress"),
    path("practice/<slug:name>/begin/", practice.begin, name="lesson_begin"),
    path("network/", network.network, name="network"),
    path("network/line/", network.network_hold, name="network_hold"),
    path("audit/", audit.audit_refused, name="audit_refused"),
    path("audit/changes/", audit.audit_changes, name="audit_changes"),
]
