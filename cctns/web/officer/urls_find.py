"""Pages of finding FIRs."""

from django.urls import path

from .find import export, page

urlpatterns = [
    path("firs/", page.find, name="find"),
    path("firs/export/", export.export, name="find_export"),
]
