"""The officers' pages."""

from django.urls import include, path

from .. import converters as converters  # makes days readable in addresses
from . import audit, home, room

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
    path("", include("cctns.web.officer.administration.urls")),
    path("property-room/", room.property_room, name="property_room"),
    path("hearings/", room.days_in_court, name="days_in_court"),
    path("audit/", audit.audit_refused, name="audit_refused"),
    path("audit/changes/", audit.audit_changes, name="audit_changes"),
]
