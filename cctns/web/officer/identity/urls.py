"""Pages of the review of persons that may be one."""

from django.urls import path

from . import pages

urlpatterns = [
    path("identity/", pages.review, name="identity_review"),
    path("identity/<uuid:one>/<uuid:other>/", pages.pair, name="identity_pair"),
    path("identity/<uuid:one>/<uuid:other>/undo/", pages.undo, name="identity_undo"),
]
