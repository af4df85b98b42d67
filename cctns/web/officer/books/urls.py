"""Addresses of registers and their entries."""

from django.urls import path

from . import matches, pages, papers, steps

urlpatterns = [
    path("registers/", pages.index, name="book_index"),
    path("registers/<slug:name>/", pages.book_list, name="book_list"),
    path("registers/<slug:name>/new/", steps.new, name="book_new"),
    path("registers/<slug:name>/<uuid:entry_id>/", pages.entry_page, name="book_entry"),
    path(
        "registers/<slug:name>/<uuid:entry_id>/papers/<slug:paper>.pdf",
        papers.paper,
        name="book_paper",
    ),
    path("registers/<slug:name>/<uuid:entry_id>/matches/", matches.matches, name="book_matches"),
    path("registers/<slug:name>/<uuid:entry_id>/<slug:verb>/", steps.step, name="book_step"),
]
